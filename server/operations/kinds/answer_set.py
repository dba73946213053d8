"""`answer.set`: the answer to one question of one filling; null clears it."""

from server.core.ids import derive
from server.operations.kinds.kind import Kind, ListFacts, whole
from server.operations.operation import Operation


def _is_answer(operation: Operation, facts: ListFacts | None) -> bool:
    values = operation.values
    return operation.head.entity == str(derive("answer", values["instance"], values["question"]))


KIND = Kind("answer.set", family="answer", register=whole, entity=_is_answer)
