"""`dossier.open`: a visit begins at a site that nobody planned, "the shed next door"."""

from server.operations.kinds.kind import Kind, ListFacts, is_dossier, is_random
from server.operations.operation import Operation


def _is_unplanned(operation: Operation, facts: ListFacts | None) -> bool:
    """The dossier's id was drawn: that of a planned visit is derived, and nobody opens it."""
    return is_dossier(operation, facts) and is_random(operation, facts)


KIND = Kind("dossier.open", family="visit", register=lambda agency, values: "open", entity=_is_unplanned)
