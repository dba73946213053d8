"""Secrets of a demo installation: made once, kept beside the data, marked so that production refuses them."""

import os
import secrets
from pathlib import Path

from server.core import base64url

DEMO_PREFIX = "demo-"


def demo_secret(folder: Path, name: str) -> str:
    """The secret `name`, made at the first call: `demo-` and 32 random bytes, readable by its owner alone."""
    path = folder / f"{name}.demo"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        draft = folder / f".{name}.{os.getpid()}.{secrets.token_hex(4)}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(DEMO_PREFIX + base64url.encode(secrets.token_bytes(32)))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # two processes that start at once agree on the first one's secret
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text()


def secret_bytes(text: str, setting: str, production: bool) -> bytes:
    """The 32 bytes of a secret; `ValueError` names the setting when it is missing, a demo's or misspelt."""
    if production and (not text or text.startswith(DEMO_PREFIX)):
        raise ValueError(f"{setting}: give 32 random bytes in base64url, not the demo's.")
    try:
        return base64url.decode(text.removeprefix(DEMO_PREFIX), 32)
    except ValueError as error:
        raise ValueError(f"{setting}: give 32 random bytes in base64url; {error}.") from error
