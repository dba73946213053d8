"""`instance.sign_off`: an agency signs what it has seen of a filling; each signs for itself."""

from server.operations.kinds.kind import Kind, ListFacts, by_agency
from server.operations.operation import Operation


def _is_signed_instance(operation: Operation, facts: ListFacts | None) -> bool:
    return operation.head.entity == str(operation.values["instance"])


KIND = Kind(
    "instance.sign_off", family="instance", register=by_agency, entity=_is_signed_instance, resolvable=False
)
