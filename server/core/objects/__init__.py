"""Large things (photos): outside the database, each under a data key of its own.

    objects.put(session, vault(), name, chunks, now=…)   objects.read(session, vault(), name, start, length)
    objects.size(session, name)                          objects.erase(session, name, now=…)

The data key is wrapped by the master key of the settings and stored in the database; whoever erases that row
erases the object, in every copy and backup of the store.
"""

from server.core.objects.service import Missing, erase, put, read, size
from server.core.objects.vault import Vault, install, vault

__all__ = ["Missing", "Vault", "erase", "install", "put", "read", "size", "vault"]
