"""From a well-shaped source to the content that is served: expressions parsed, defaults filled in, names
copied.

Data classes are resolved afterwards (`classes`), when all that a rule reads is known.
"""

from typing import Any

from server.checklists.language.parser import Tree, parse_condition, parse_formula
from server.checklists.language.tokens import LanguageError
from server.checklists.library.faults import Notes
from server.checklists.library.names import names_of
from server.checklists.library.vocabulary import Vocabulary

Source = dict[str, Any]
Resolved = dict[str, Any]


def resolve(source: Source, vocabulary: Vocabulary, notes: Notes) -> Resolved:
    """The content without its resolved classes; faults of expressions and unknown names go to `notes`."""
    return {
        "code": source["code"],
        "version": source["version"],
        "status": source["status"],
        "agency": source["agency"],
        "title": source["title"],
        "purpose": source["purpose"],
        "notes": source.get("notes"),
        "siteTypes": source["site_types"],
        "mandateRequired": [law for law in source["mandate_required"] if law != "none"],
        "dataClass": source["data_class"],
        "writers": source["writers"],
        "per": source["per"],
        "defaultShare": source["default_share"],
        "figures": [_figure(figure, notes) for figure in source.get("figures", ())],
        "sections": [_section(section, source["data_class"], notes) for section in source["sections"]],
        "names": names_of(source, vocabulary, notes),
    }


def _section(section: Source, list_class: str, notes: Notes) -> Resolved:
    where = f"sections[{section['code']}]"
    condition = _condition(section.get("show_if"), None, f"{where}.show_if", notes)
    return {
        "code": section["code"],
        "title": section["title"],
        "questions": [_question(one, condition, list_class, where, notes) for one in section["questions"]],
    }


def _question(question: Source, section: Tree | None, list_class: str, within: str, notes: Notes) -> Resolved:
    code = question["code"]
    where = f"{within}.questions[{code}]"
    own = _condition(question.get("show_if"), None, f"{where}.show_if", notes)
    return {
        "code": code,
        "text": question["text"],
        "type": question["type"],
        "required": question.get("required", True) and "computed" not in question,
        "dataClass": question.get("data_class", list_class),
        "showIf": _both(section, own),
        "unit": question.get("unit"),
        "decimals": question.get("decimals", 0),
        "bounds": {side: str(bound) for side, bound in question["bounds"].items()}
        if "bounds" in question
        else None,
        "computed": _formula(question.get("computed"), f"{where}.computed", notes),
        "options": [_option(option) for option in question.get("options", ())],
        "exclusive": question.get("exclusive"),
        "evidence": question.get("evidence"),
        "statement": question.get("statement", False),
        "caution": question.get("caution", False),
        "help": question.get("help"),
        "findings": [_finding(rule, code, where, notes) for rule in question.get("findings", ())],
    }


def _option(option: Source) -> Resolved:
    return {"value": option["value"], "text": {"nl": option["nl"], "en": option["en"]}}


def _finding(rule: Source, question: str, within: str, notes: Notes) -> Resolved:
    return {
        "code": rule["code"],
        "when": _when(rule["when"], question, f"{within}.findings[{rule['code']}].when", notes),
        "severity": rule["severity"],
        "title": rule["title"],
        "legalBasis": rule["legal_basis"],
        "confidence": rule["confidence"],
        "legalSource": rule["legal_source"],
        "immediate": rule.get("immediate", False),
        "followUps": [
            {"agency": task["agency"], "action": task["action"], "dueDays": task["due_days"]}
            for task in rule["follow_ups"]
        ],
    }


def _figure(figure: Source, notes: Notes) -> Resolved:
    where = f"figures[{figure['code']}]"
    score = figure.get("score")
    alert = figure.get("alert")
    return {
        "code": figure["code"],
        "title": figure["title"],
        "at": figure["at"],
        "unit": figure.get("unit"),
        "decimals": figure.get("decimals", 0),
        "computed": _score(score) if score else _formula(figure["computed"], f"{where}.computed", notes),
        "alert": alert
        and {
            "when": _condition(alert["when"], figure["code"], f"{where}.alert.when", notes),
            "text": alert["text"],
        },
    }


def _score(score: Source) -> Tree:
    weights = {option: str(weight) for option, weight in score["weights"].items()}
    return {"op": "score", "questions": score["questions"], "weights": weights}


def _when(when: str | list[str], own: str, path: str, notes: Notes) -> Tree:
    if isinstance(when, list):
        return {"op": "in", "question": own, "values": when}
    if when.isidentifier() and when.islower():
        return {"op": "in", "question": own, "values": [when]}
    return _condition(when, own, path, notes) or {"op": "or", "of": []}


def _condition(text: str | None, own: str | None, path: str, notes: Notes) -> Tree | None:
    if text is None:
        return None
    try:
        return parse_condition(text, own)
    except LanguageError as error:
        notes.add(path, error.detail, error.mend)
        return None


def _formula(text: str | None, path: str, notes: Notes) -> Tree | None:
    if text is None:
        return None
    try:
        return parse_formula(text)
    except LanguageError as error:
        notes.add(path, error.detail, error.mend)
        return None


def _both(first: Tree | None, second: Tree | None) -> Tree | None:
    if first is None or second is None:
        return first or second
    return {"op": "and", "of": [first, second]}
