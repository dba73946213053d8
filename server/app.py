"""`create_app()`: wiring only. Each package brings its routes, commands, tasks and problems itself."""

import click
from flask import Flask
from flask_migrate import Migrate
from flask_smorest import Api, Blueprint

import server.models  # noqa: F401  (every table, before the engine)
from server.config import Settings, check, read_settings
from server.core.database import db
from server.core.database.engine import engine_options, normal_url, prepare_engine
from server.core.routing.errors import register_errors
from server.core.routing.permissions import refuse_undeclared
from server.core.routing.responses import OrjsonProvider
from server.packages import parts

API_VERSION = "0.1.0"
API_PREFIX = "/api/v1"


def create_app(settings: Settings | None = None) -> Flask:
    """The whole server. `settings` replaces those of the environment, for tests."""
    chosen = settings or read_settings()
    check(chosen)
    app = Flask("server", static_folder=None)
    app.json = OrjsonProvider(app)
    app.config.from_mapping(_flask_config(chosen))
    db.init_app(app)
    Migrate(app, db, directory="server/migrations", render_as_batch=True)
    with app.app_context():
        prepare_engine(db.engine)
    api = Api(app)
    register_errors(app)  # after Api, whose own handler would answer in another shape
    _install(app, api)
    refuse_undeclared(app)
    return app


def _flask_config(chosen: Settings) -> dict[str, object]:
    url = normal_url(chosen.database_url)
    return {
        "GLASHELDER": chosen,
        "SECRET_KEY": chosen.secret_key,
        "MAX_CONTENT_LENGTH": chosen.request_max_bytes,
        "SQLALCHEMY_DATABASE_URI": url,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(url),
        "PROPAGATE_EXCEPTIONS": False,
        "API_TITLE": "Glashelder",
        "API_VERSION": API_VERSION,
        "OPENAPI_VERSION": "3.1.0",
    }


def _install(app: Flask, api: Api) -> None:
    """Hang what the packages bring on the app."""
    for name in ("problems", "tasks"):
        parts(name)
    for module in parts("routes"):
        for value in vars(module).values():
            if isinstance(value, Blueprint):
                api.register_blueprint(value, url_prefix=API_PREFIX + (value.url_prefix or ""))
    for module in parts("commands"):
        for value in vars(module).values():
            if isinstance(value, click.Group):
                app.cli.add_command(value)
