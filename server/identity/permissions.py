"""Which roles may call which routes: the one registry of permissions.

A permission opens a door, it shows nothing: what is read behind it is decided by `access.readable_scopes`,
row by row.
"""

from collections.abc import Mapping
from types import MappingProxyType

from server.identity.roles import DESK, FIELD, Role

EVERYBODY = frozenset(Role)
"""Anyone signed in, whatever their roles, also with none."""

_READERS = FIELD | DESK

PERMISSIONS: Mapping[str, frozenset[Role]] = MappingProxyType(
    {
        "session": EVERYBODY,
        "signers.register": EVERYBODY,
        "sync.push": EVERYBODY,
        "sync.pull": EVERYBODY,
        "evidence.upload": EVERYBODY,
        "evidence.read": _READERS,
        "checklists.read": EVERYBODY,
        "parameters.read": EVERYBODY,
        "agencies.read": EVERYBODY,
        "access.explain": EVERYBODY,
        "sites.read": _READERS,
        "sites.write": frozenset({Role.OPERATIONAL_LEAD, Role.COORDINATOR}),
        "maps.read": _READERS,
        "sites.merge": frozenset({Role.COORDINATOR}),
        "actions.read": _READERS,
        "actions.plan": frozenset({Role.OPERATIONAL_LEAD}),
        "dossiers.read": _READERS,
        "follow_ups.read": _READERS,
        "follow_ups.decide": frozenset({Role.CASE_WORKER, Role.COORDINATOR}),
        "quarantine.list": frozenset({Role.ADMINISTRATOR}),
    }
)
"""Permission → roles of which one is needed. A batch is pushed by whoever holds the device,
so `sync.push` asks for a session, no role."""
