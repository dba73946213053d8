"""`answer.set`: the answer to one question of one filling; null clears it."""

from server.operations.kinds.kind import Kind, ListFacts, is_derived, whole
from server.operations.operation import Operation


def _is_answer(operation: Operation, facts: ListFacts | None) -> bool:
    values = operation.values
    return is_derived(operation.head.entity, "answer", values["instance"], values["question"])


KIND = Kind("answer.set", family="answer", register=whole, entity=_is_answer)
