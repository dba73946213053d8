"""`create_app()`: wiring only. Each package brings its routes, commands, tasks and problems itself."""

import click
from flask import Flask
from flask_migrate import Migrate
from flask_smorest import Api, Blueprint

import server.models  # noqa: F401  (every table, before the engine)
from server.config import Settings, check, read_settings
from server.core import jobs, objects
from server.core.database import db
from server.core.database.engine import engine_options, normal_url, prepare_engine
from server.core.routing.bodies import register_bodies
from server.core.routing.errors import register_errors
from server.core.routing.headers import register_headers
from server.core.routing.health import register_health
from server.core.routing.limits import limit_sign_in
from server.core.routing.logs import configure_logs, register_logs
from server.core.routing.openapi import ProblemApi, register_openapi
from server.core.routing.permissions import refuse_undeclared
from server.core.routing.responses import OrjsonProvider
from server.core.routing.static import register_static
from server.packages import parts

API_VERSION = "0.1.0"
API_PREFIX = "/api/v1"


def create_app(settings: Settings | None = None) -> Flask:
    """The whole server. `settings` replaces those of the environment, for tests."""
    chosen = settings or read_settings()
    check(chosen)
    configure_logs(chosen.log_level)
    app = Flask("server", static_folder=None)
    app.json = OrjsonProvider(app)
    app.config.from_mapping(_flask_config(chosen))
    _install_core(app, chosen)
    register_logs(app)
    register_headers(app, API_PREFIX, API_VERSION, chosen.https)
    register_errors(app)
    api = ProblemApi(app)
    _install_packages(app, api)
    register_bodies(app, chosen.request_inflated_max_bytes)  # after the guard: nobody unpacks for strangers
    limit_sign_in(app, "identity.sign_in", chosen.sign_in_limit)
    register_openapi(app, api, API_PREFIX)
    register_health(app, chosen.pwa_dir)
    register_static(app, chosen.pwa_dir)
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


def _install_core(app: Flask, chosen: Settings) -> None:
    chosen.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    db.init_app(app)
    Migrate(app, db, directory="server/migrations")
    with app.app_context():
        prepare_engine(db.engine)
    objects.install(app, chosen.objects_url, chosen.objects_master_key)
    if chosen.mode != "test":
        jobs.install(app, app.config["SQLALCHEMY_DATABASE_URI"], chosen.data_dir)


def _install_packages(app: Flask, api: Api) -> None:
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
