"""The registry of kinds: one file each, bearing the kind's name."""

from server.operations.kinds import (
    agency_follow_up,
    agency_progress,
    answer_set,
    dossier_open,
    evidence_add,
    finding_add,
    finding_decide,
    follow_up_reply,
    instance_create,
    instance_sign_off,
    note_add,
    target_skip,
    visit_state,
    withdraw,
)
from server.operations.kinds.kind import Kind, ListFacts, Values

__all__ = ["KINDS", "Kind", "KindUnknown", "ListFacts", "kind_of", "marked_kind"]


class KindUnknown(LookupError):
    """This release does not know the kind."""


_MODULES = (
    agency_follow_up,
    agency_progress,
    answer_set,
    dossier_open,
    evidence_add,
    finding_add,
    finding_decide,
    follow_up_reply,
    instance_create,
    instance_sign_off,
    note_add,
    target_skip,
    visit_state,
    withdraw,
)
KINDS: dict[str, Kind] = {module.KIND.name: module.KIND for module in _MODULES}


def kind_of(name: str) -> Kind:
    """Return the kind of that name. Raises KindUnknown."""
    try:
        return KINDS[name]
    except KeyError:
        raise KindUnknown(name) from None


def marked_kind(values: Values) -> Kind:
    """Return the kind that a withdrawal with these fields marks. Raises KindUnknown."""
    return kind_of(values["of"])
