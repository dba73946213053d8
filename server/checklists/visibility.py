"""Which questions are shown, which answers closed the others, and the computed values."""

from server.checklists.conditions import Answers, Parameters, Reading, is_shown, value_of
from server.checklists.content import Content
from server.checklists.language.trees import questions_in


def visible(content: Content, answers: Answers, parameters: Parameters) -> set[str]:
    """Codes of the questions that are shown. Hidden answers are kept elsewhere and do not count here."""
    reading = Reading(content, answers, parameters)
    return {code for code in content.questions if is_shown(reading, code)}


def skipped(content: Content, answers: Answers, parameters: Parameters) -> dict[str, list[str]]:
    """Hidden questions, each with the questions whose answers closed it: those its `showIf` names and
    that are answered.

    A question that waits for an answer that is not there yet is hidden too, but named by nothing.
    """
    reading = Reading(content, answers, parameters)
    hidden = {code: question for code, question in content.questions.items() if not is_shown(reading, code)}
    return {
        code: [named for named in questions_in(question["showIf"]) if value_of(reading, named) is not None]
        for code, question in hidden.items()
    }


def computed(content: Content, answers: Answers, parameters: Parameters) -> dict[str, str]:
    """Values of computed questions and figures that have one, as decimal texts by code."""
    reading = Reading(content, answers, parameters)
    codes = [
        *(code for code, question in content.questions.items() if question["computed"]),
        *content.figures,
    ]
    return {code: value for code in codes if (value := value_of(reading, code)) is not None}
