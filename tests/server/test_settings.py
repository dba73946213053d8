"""A server with unsafe settings does not start, and says which setting and how to mend it."""

from dataclasses import replace
from pathlib import Path

import pytest

from server import config
from server.app import create_app
from server.config import Settings, SettingsError, check, read_settings
from server.core.database.engine import normal_url


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DATABASE_URL", "GLASHELDER_MODE", "GLASHELDER_LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GLASHELDER_DATA_DIR", str(tmp_path))


def test_without_any_setting_it_is_a_demo_on_sqlite(tmp_path: Path) -> None:
    found = read_settings()
    assert (found.mode, found.demo, found.demo_sign_in) == ("demo", True, True)
    assert found.database_url == f"sqlite:///{tmp_path}/glashelder.sqlite3"


def test_the_secrets_of_a_demo_are_its_own_and_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, again = read_settings(), read_settings()
    assert first.secret_key == again.secret_key
    assert first.objects_master_key == again.objects_master_key
    assert len(first.objects_master_key) == 32
    monkeypatch.setenv("GLASHELDER_DATA_DIR", str(tmp_path / "other"))
    assert read_settings().secret_key != first.secret_key
    assert [path.stat().st_mode & 0o077 for path in (tmp_path / "keys").iterdir()] == [0, 0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GLASHELDER_MODE", "staging"),
        ("GLASHELDER_SESSION_HOURS", "many"),
        ("GLASHELDER_SESSION_HOURS", "0"),
        ("GLASHELDER_OBJECTS_MASTER_KEY", "short"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name):
        read_settings()


def production(base: Settings) -> Settings:
    return replace(base, mode="production", https=True, demo_sign_in=False, secret_key="k" * 43)


def test_production_does_not_start_before_real_sign_in_is_built(base_settings: Settings) -> None:
    with pytest.raises(SettingsError, match="real sign-in is not built yet"):
        create_app(production(base_settings))


@pytest.mark.parametrize(
    ("change", "setting"),
    [
        ({"demo_sign_in": True}, "GLASHELDER_DEMO_SIGN_IN"),
        ({"secret_key": "demo-" + "k" * 43}, "GLASHELDER_SECRET_KEY"),
        ({"secret_key": "short"}, "GLASHELDER_SECRET_KEY"),
        ({"https": False}, "GLASHELDER_HTTPS"),
    ],
)
def test_production_refuses_what_is_fit_for_a_demo_only(
    base_settings: Settings, monkeypatch: pytest.MonkeyPatch, change: dict[str, object], setting: str
) -> None:
    monkeypatch.setattr(config, "REAL_SIGN_IN", True)
    check(production(base_settings))
    with pytest.raises(SettingsError, match=setting):
        check(replace(production(base_settings), **change))  # type: ignore[arg-type]


def test_production_refuses_a_demo_master_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLASHELDER_MODE", "production")
    monkeypatch.setenv("GLASHELDER_SECRET_KEY", "k" * 43)
    monkeypatch.setenv("GLASHELDER_OBJECTS_MASTER_KEY", "demo-" + "A" * 43)
    with pytest.raises(SettingsError, match="GLASHELDER_OBJECTS_MASTER_KEY"):
        read_settings()


def test_an_engine_we_do_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="sqlite:///… or postgresql://…"):
        normal_url("mysql://localhost/x")


def test_a_plain_postgresql_url_means_our_driver() -> None:
    assert normal_url("postgres://u:p@h/db") == "postgresql+psycopg://u:p@h/db"
