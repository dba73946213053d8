"""Batches of real size and shape, signed by a tablet."""

from itertools import count

import orjson

from server.core.ids import derive
from tests.factories.access import VISIT_A
from tests.factories.record import Wire
from tests.factories.sending import Tablet

_numbers = count()


def operations(who: Tablet, number: int) -> list[Wire]:
    """Answers to one question of as many fillings, with a remark; one in ten is a note."""
    wires = []
    for _ in range(number):
        n = str(next(_numbers))
        if n.endswith("0"):
            wires.append(who.note(VISIT_A, "Twee honden los op het erf, eigenaar gewaarschuwd.", salt=n))
            continue
        filling, fields = derive("bench filling", n), {"remark": "Gezien bij binnenkomst."}
        wires.append(who.answer(VISIT_A, "BRA-01", "yes", instance=filling, fields=fields))
    return wires


def message(who: Tablet, scope: str, size: int) -> bytes:
    """A push of one batch, not packed."""
    return orjson.dumps({"batches": [who.author.batch(scope, operations(who, size))]})
