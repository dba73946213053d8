"""Findings that the answers propose. A proposal is computed on both sides and never written; a person
decides.
"""

from dataclasses import dataclass

from server.checklists.conditions import Answers, Parameters, Reading, holds, is_shown, value_of
from server.checklists.content import Content


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule that holds now, and what it rests on.

    `reads` are the questions with an answer that the rule looked at; `parameters` the norms of the day
    that it used. Both are copied into the decision (`finding.decide`), so that it can be understood
    later.
    """

    question: str
    rule: str
    severity: str
    data_class: str
    reads: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]


def proposals(content: Content, answers: Answers, parameters: Parameters) -> list[Proposal]:
    """The proposals of one filling, in the order of the list. Hidden questions propose nothing."""
    reading = Reading(content, answers, parameters)
    return [
        Proposal(
            question=question["code"],
            rule=rule["code"],
            severity=rule["severity"],
            data_class=rule["dataClass"],
            reads=tuple(code for code in rule["reads"] if value_of(reading, code) is not None),
            parameters=tuple((name, parameters[name]) for name in rule["parameters"] if name in parameters),
        )
        for question, rule in content.rules.values()
        if is_shown(reading, question["code"]) and holds(reading, rule["when"])
    ]
