"""Sync over HTTP: the server's keys and signers, push, what is confirmed, pull."""

from server.sync.routes.confirmed import confirming
from server.sync.routes.pull import pulling
from server.sync.routes.push import pushing
from server.sync.routes.signers import signing

__all__ = ["confirming", "pulling", "pushing", "signing"]
