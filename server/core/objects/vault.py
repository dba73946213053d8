"""The app's store and the master key that wraps every data key."""

from dataclasses import dataclass, field
from typing import cast

from flask import Flask, current_app

from server.core.objects.stores import Store, open_store

_EXTENSION = "glashelder.vault"


@dataclass(frozen=True)
class Vault:
    """Where objects lie and what wraps their keys; the master key is never in the database."""

    store: Store
    master: bytes = field(repr=False)


def install(app: Flask, url: str, master: bytes) -> None:
    """Give the app its vault."""
    app.extensions[_EXTENSION] = Vault(open_store(url), master)


def vault() -> Vault:
    """The vault of the running app."""
    return cast(Vault, current_app.extensions[_EXTENSION])
