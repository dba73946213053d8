"""An entity as the API tells of it: what is shown, all values side by side, and by whom and when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import orjson

from server.core.clock import to_wire
from server.dossiers.families.family import Entity, entity_of
from server.dossiers.reading.authors import Authors, author
from server.operations import instants
from server.operations.show import corrected
from server.operations.state import Mark, Seen


def entity_from(row: Any) -> Entity:
    """The entity of a table's row."""
    return entity_of(orjson.loads(row.state), {})


def tell(row: Any, scope: str, entity: Entity, authors: Authors) -> dict[str, Any]:
    """What all families have in common; `values` by register, in the order in which they are shown."""
    return {
        "scope": scope,
        "entity": str(row.entity),
        "at": to_wire(row.at),
        "agency": None if row.agency is None else str(row.agency),
        "conflict": row.conflict,
        "withdrawn": row.withdrawn,
        "registers": {
            name: {
                "values": [
                    _value(entity.state["registers"][name]["seen"], value, authors)
                    for value in shown["values"]
                ],
                "conflict": shown["conflict"],
                "withdrawnBy": _mark(shown["withdrawnBy"], authors),
            }
            for name, shown in entity.shown.items()
        },
    }


def _value(seen: Mapping[str, Seen], value: Any, authors: Authors) -> dict[str, Any]:
    lead = seen[value["lead"]]
    return {
        "id": value["id"],
        "ids": value["ids"],
        "lead": value["lead"],
        "keeps": value["keeps"],
        "kind": lead["kind"],
        "at": moment(corrected(lead)),
        "deviceTime": lead["at"],
        "offset": lead["offset"],
        "author": author(authors, lead["signer"], lead["agency"]),
        "fields": lead["fields"],
        "erased": lead.get("erased", 0),
    }


def _mark(mark: Mark | None, authors: Authors) -> dict[str, Any] | None:
    if mark is None:
        return None
    return {
        "id": mark["by"],
        "at": moment(corrected_mark(mark)),
        "author": author(authors, mark["signer"], mark["agency"]),
        "reason": mark["reason"],
        "lost": mark.get("lost", False),
    }


def corrected_mark(mark: Mark) -> int:
    """Time of a withdrawal in ms, corrected by its device's offset."""
    return instants.parse(mark["at"]) + mark["offset"]


def moment(milliseconds: int) -> str:
    """A time of a device as text; one beyond the years 1 … 9999 is shown as the nearest within."""
    return instants.wire(milliseconds)


def maybe(at: datetime | None) -> str | None:
    """A stored time as text, or None."""
    return None if at is None else to_wire(at)
