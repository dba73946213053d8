"""Settings from the environment, checked at start; `docs/running.md` has a line for each.

Whatever is unsafe stops the start: a production server refuses demo secrets and the demo sign-in, and until
real sign-in is built it refuses to start at all and says so.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from environs import Env, EnvError, validate
from flask import current_app

from server.secret_files import DEMO_PREFIX, demo_secret, secret_bytes

Mode = Literal["demo", "test", "production"]

#: Real sign-in (OpenID Connect, passkeys) is a later issue; until then a production server must not start.
REAL_SIGN_IN = False


class SettingsError(Exception):
    """A setting is missing, wrong or unsafe; the words name the setting and the mend."""


@dataclass(frozen=True)
class Settings:
    """Everything that differs between one installation and another."""

    mode: Mode
    database_url: str
    data_dir: Path
    keys_dir: Path
    objects_url: str
    objects_master_key: bytes
    secret_key: str
    pwa_dir: Path
    map_base: Path | None
    map_detail: Path | None
    https: bool
    demo_sign_in: bool
    session_hours: int
    dossier_days_after_close: int
    request_max_bytes: int
    request_inflated_max_bytes: int
    photo_max_bytes: int
    photo_max_pixels: int
    upload_hours: int
    sign_in_limit: str
    log_level: str

    @property
    def demo(self) -> bool:
        """Whether the data are demo data, which every screen says."""
        return self.mode != "production"


def settings() -> Settings:
    """The settings of the running app."""
    return cast(Settings, current_app.config["GLASHELDER"])


def read_settings() -> Settings:
    """Read and check all settings; `SettingsError` names the setting and the mend."""
    try:
        found = _read(Env())
    except (EnvError, ValueError) as error:
        raise SettingsError(f"{error} (docs/running.md has a line for each setting)") from error
    check(found)
    return found


def check(found: Settings) -> None:
    """Refuse what is unsafe; `SettingsError` says what and how to mend it."""
    if found.mode != "production":
        return
    if not REAL_SIGN_IN:
        raise SettingsError(
            "GLASHELDER_MODE=production: real sign-in is not built yet, so a production server would have "
            "no safe way in. Run with GLASHELDER_MODE=demo and fictitious data until it is."
        )
    if found.demo_sign_in:
        raise SettingsError(
            "GLASHELDER_DEMO_SIGN_IN: anyone could sign in as anyone; leave it out in production."
        )
    if found.secret_key.startswith(DEMO_PREFIX) or len(found.secret_key) < 43:
        raise SettingsError("GLASHELDER_SECRET_KEY: give 32 random bytes in base64url, not the demo's.")
    if not found.https:
        raise SettingsError(
            "GLASHELDER_HTTPS: cookies and keys need HTTPS; set it to true behind your proxy."
        )


def _read(env: Env) -> Settings:
    mode = cast(
        Mode, env.str("GLASHELDER_MODE", "demo", validate=validate.OneOf(["demo", "test", "production"]))
    )
    production = mode == "production"
    data = env.path("GLASHELDER_DATA_DIR", Path("var")).resolve()
    keys = env.path("GLASHELDER_KEYS_DIR", data / "keys").resolve()
    secret = env.str("GLASHELDER_SECRET_KEY", None) or _demo_secret(keys, "secret-key", production)
    master = env.str("GLASHELDER_OBJECTS_MASTER_KEY", None) or _demo_secret(keys, "objects-key", production)
    return Settings(
        mode=mode,
        database_url=env.str("DATABASE_URL", f"sqlite:///{data / 'glashelder.sqlite3'}"),
        data_dir=data,
        keys_dir=keys,
        objects_url=env.str("GLASHELDER_OBJECTS_URL", (data / "objects").as_uri()),
        objects_master_key=secret_bytes(master, "GLASHELDER_OBJECTS_MASTER_KEY", production),
        secret_key=secret,
        pwa_dir=env.path("GLASHELDER_PWA_DIR", Path("pwa/dist")).resolve(),
        map_base=_file(env.str("GLASHELDER_MAP_BASE", "seeds/maps/base.pmtiles")),
        map_detail=_file(env.str("GLASHELDER_MAP_DETAIL", "" if production else "seeds/maps/detail.pmtiles")),
        https=env.bool("GLASHELDER_HTTPS", production),
        demo_sign_in=env.bool("GLASHELDER_DEMO_SIGN_IN", not production),
        session_hours=env.int("GLASHELDER_SESSION_HOURS", 12, validate=validate.Range(1, 72)),
        dossier_days_after_close=env.int(
            "GLASHELDER_DOSSIER_DAYS_AFTER_CLOSE", 14, validate=validate.Range(0, 365)
        ),
        request_max_bytes=env.int("GLASHELDER_REQUEST_MAX_BYTES", 16 * 2**20),
        request_inflated_max_bytes=env.int("GLASHELDER_REQUEST_INFLATED_MAX_BYTES", 64 * 2**20),
        photo_max_bytes=env.int("GLASHELDER_PHOTO_MAX_BYTES", 100 * 2**20),
        photo_max_pixels=env.int("GLASHELDER_PHOTO_MAX_PIXELS", 100_000_000),
        upload_hours=env.int("GLASHELDER_UPLOAD_HOURS", 24 * 14),
        sign_in_limit=env.str("GLASHELDER_SIGN_IN_LIMIT", "30 per minute"),
        log_level=env.str(
            "GLASHELDER_LOG_LEVEL",
            "INFO" if production else "WARNING",
            validate=validate.OneOf(["DEBUG", "INFO", "WARNING"]),
        ),
    )


def _demo_secret(keys: Path, name: str, production: bool) -> str:
    """A secret of this installation's own, for demo and test; none in production, which refuses that."""
    return "" if production else demo_secret(keys, name)


def _file(path: str) -> Path | None:
    """The file of a setting that may be empty; a relative one lies in this installation's folder."""
    return (Path(__file__).parent.parent / path).resolve() if path else None
