"""`finding.decide`: a decision on a proposal, whose id is derived, or on a free finding (drawn id)."""

from server.core.ids import derive
from server.operations.kinds.kind import Kind, ListFacts, is_derived, is_random, whole
from server.operations.operation import Operation


def _is_finding(operation: Operation, facts: ListFacts | None) -> bool:
    values = operation.values
    if "rule" not in values:
        return is_random(operation, facts)
    answer = derive("answer", values["instance"], values["question"])
    return is_derived(operation.head.entity, "finding", str(answer), values["rule"], operation.agency)


KIND = Kind("finding.decide", family="finding", register=whole, entity=_is_finding)
