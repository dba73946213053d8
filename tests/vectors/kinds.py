"""For each kind: fields that fit its schema and fields that do not, their register, and their entity."""

from typing import Any

from server.core.ids import derive
from server.operations.kinds import KINDS, ListFacts
from server.operations.operation import read_operation
from tests.factories.record import drawn_id, write

Case = dict[str, Any]
_HASH, _ID, _AT = "A" * 43, drawn_id("anything"), "2026-11-25T10:00:00.000Z"
_DOSSIER, _AGENCY = drawn_id("dossier"), drawn_id("agency brw")
_INSTANCE = str(derive("instance", _DOSSIER, "BRW-BRAND"))
_LIST = {"checklist": "BRW-BRAND", "version": "0.1.0", "instance": _INSTANCE}
_REFERRAL = {
    "receiver": _ID,
    "action": "warn",
    "dueDays": 14,
    "legalBasis": "eigen_waarneming",
    "sentence": "Graag kijken.",
}

WHOLE: dict[str, Case] = {
    "dossier.open": {"action": _ID, "site": _ID, "label": None, "team": _ID, "reason": "licht in de schuur"},
    "target.skip": {"reason": "hek dicht"},
    "visit.state": {"state": "arrived", "reason": None},
    "agency.progress": {"list": "BRW-BRAND", "progress": "busy", "reason": None},
    "agency.follow_up": {"list": "POL-ONDERMIJNING", "follow_up": "no"},
    "instance.create": {"checklist": "BRW-BRAND", "version": "0.1.0", "label": None},
    "instance.sign_off": _LIST | {"seen": [_HASH]},
    "answer.set": _LIST | {"question": "BRA-01", "value": "yes"},
    "finding.decide": _LIST
    | {
        "question": "BRA-01",
        "rule": "EXIT-BLOCKED",
        "answers": [_HASH],
        "parameters": {"WML_UURLOON": "14.71"},
    }
    | {"decision": "confirm", "reason": None, "severity": "serious", "referrals": [_REFERRAL]},
    "finding.add": {"title": "Nooduitgang dicht", "severity": "serious", "text": None, "kind": "violation"},
    "evidence.add": {"subject": _ID, "sha256": _HASH, "bytes": 1, "mime": "image/jpeg", "taken_at": _AT},
    "note.add": {"text": "Hond op het erf.", "subject": None},
    "withdraw": {"id": _HASH, "of": "note.add", "reason": "vergissing"},
    "follow_up.reply": {"follow_up": _ID, "text": "Is hersteld."},
}

FITS: dict[str, list[tuple[str, Case]]] = {
    "dossier.open": [
        (
            "a label with its place instead of a site",
            {"site": None, "label": "schuur", "place": {"lon": "4.2", "lat": "52", "accuracy": None}},
        )
    ],
    "agency.progress": [("not done with a reason", {"progress": "not_done", "reason": "geen tijd"})],
    "answer.set": [
        ("cleared", {"value": None}),
        ("any value", {"value": {"lon": "1"}}),
        ("a resolution", {"resolution": {"keep": [_HASH], "lead": _HASH}, "reason": "gezien"}),
    ],
    "evidence.add": [("an unknown field named resolution", {"resolution": 1})],
    "finding.add": [
        ("a referral by the Police Data Act", {"referrals": [_REFERRAL | {"legalBasis": "wpg_16"}]}),
    ],
}

MISFITS: dict[str, list[tuple[str, Case]]] = {
    "dossier.open": [
        ("neither site nor label", {"site": None}),
        ("a label without place", {"site": None, "label": "schuur"}),
    ],
    "target.skip": [("an empty reason", {"reason": ""})],
    "visit.state": [("a state that nobody knows", {"state": "gone"})],
    "agency.progress": [
        ("not done without a reason", {"progress": "not_done"}),
        ("a list in small letters", {"list": "brw"}),
    ],
    "agency.follow_up": [("maybe", {"follow_up": "maybe"})],
    "instance.create": [("a version of two parts", {"version": "0.1"})],
    "instance.sign_off": [("seen twice", {"seen": [_HASH, _HASH]})],
    "answer.set": [
        ("a resolution without a reason", {"resolution": {"keep": [_HASH], "lead": _HASH}}),
        (
            "a lead that is not kept",
            {"resolution": {"keep": [_HASH], "lead": "B" * 42 + "A"}, "reason": "gezien"},
        ),
        ("nothing kept", {"resolution": {"keep": [], "lead": _HASH}, "reason": "gezien"}),
        ("a place of numbers", {"place": {"lon": 4, "lat": 52, "accuracy": None}}),
        ("a place with a nought behind", {"place": {"lon": "4.20", "lat": "52", "accuracy": None}}),
    ],
    "finding.decide": [
        ("a proposal with a title of its own", {"title": "anders"}),
        ("a severity that nobody knows", {"severity": "huge"}),
        ("a referral on grounds that nobody knows", {"referrals": [_REFERRAL | {"legalBasis": "own_task"}]}),
    ],
    "finding.add": [
        ("no title", {"title": ""}),
        ("a title of 201 letters", {"title": "x" * 201}),
        ("a referral on grounds that nobody knows", {"referrals": [_REFERRAL | {"legalBasis": "own_task"}]}),
    ],
    "evidence.add": [
        ("no bytes", {"bytes": 0}),
        ("above 100 MiB", {"bytes": 104_857_601}),
        ("a film", {"mime": "video/mp4"}),
        ("bytes as text", {"bytes": "5"}),
    ],
    "note.add": [("no text", {"text": ""}), ("reissues without an id", {"reissues": "x"})],
    "withdraw": [("a withdrawal of a withdrawal", {"of": "withdraw"}), ("no reason", {"reason": None})],
    "follow_up.reply": [("evidence twice", {"evidence": [_ID, _ID]})],
}

_V5 = str(derive("dossier", "elsewhere"))


def _entities(kind: str) -> list[tuple[str, str, ListFacts | None]]:
    answer = str(derive("answer", _INSTANCE, "BRA-01"))
    joint, own, many = ListFacts("team", False), ListFacts("agency", False), ListFacts("team", True)
    mine = str(derive("instance", _DOSSIER, "BRW-BRAND", _AGENCY))
    return {
        "instance.create": [
            ("of the list in this dossier", _INSTANCE, joint),
            ("of another class", _INSTANCE, own),
            ("of the list and the agency", mine, own),
            ("drawn, where a visit may hold many", _ID, many),
            ("derived, where a visit may hold many", _INSTANCE, many),
        ],
        "instance.sign_off": [("the instance it names", _INSTANCE, joint), ("another instance", _ID, joint)],
        "answer.set": [("of instance and question", answer, joint), ("drawn", _ID, joint)],
        "finding.decide": [
            ("of answer, rule and agency", str(derive("finding", answer, "EXIT-BLOCKED", _AGENCY)), joint),
            ("of another agency", str(derive("finding", answer, "EXIT-BLOCKED", _ID)), joint),
            ("drawn", _ID, joint),
        ],
        "withdraw": [("any", _V5, None)],
    }.get(
        kind,
        [("the dossier", _DOSSIER, None), ("another dossier", _V5, None)]
        if KINDS[kind].family == "visit"
        else [("drawn", _ID, None), ("derived", _V5, None)],
    )


def kind_cases(kind: str) -> Case:
    """`fields`: do they fit; `registers`: where they go; `entities`: does the head's entity follow."""
    declared, whole = KINDS[kind], WHOLE[kind]
    extra = {"place": {"lon": "4.2", "lat": "-52.1234567", "accuracy": "8"}, "reissues": _HASH, "later": [1]}
    fields = [("whole", whole, True), ("with place, re-issue and an unknown field", whole | extra, True)]
    fields += [(name, whole | change, True) for name, change in FITS.get(kind, [])]
    fields += [(name, whole | change, False) for name, change in MISFITS[kind]]
    required = list(whole)
    fields += [(f"without {name}", {k: v for k, v in whole.items() if k != name}, False) for name in required]
    entities = []
    for name, entity, facts in _entities(kind):
        wire = write(drawn_id("signer"), kind, _DOSSIER, entity, whole)
        follows = declared.entity(read_operation(wire.head, wire.fields, _AGENCY), facts)
        list_facts = facts and {"class": facts.data_class, "repeatable": facts.repeatable}
        entities.append(
            {
                "name": name,
                "dossier": _DOSSIER,
                "entity": entity,
                "agency": _AGENCY,
                "fields": whole,
                "list": list_facts,
                "follows": follows,
            }
        )
    return {
        "kind": kind,
        "family": declared.family,
        "undo": declared.undo,
        "resolvable": declared.resolvable,
        "fields": [{"name": n, "fields": f, "fits": ok} for n, f, ok in fields],
        "register": None
        if declared.register is None
        else {"agency": _AGENCY, "fields": whole, "name": declared.register(_AGENCY, whole)},
        "entities": entities,
    }


def derived_ids() -> list[Case]:
    """The parts of a derived id and the UUIDv5 they give."""
    finding = str(derive("finding", derive("answer", _INSTANCE, "BRA-01"), "EXIT-BLOCKED", _AGENCY))
    names = [
        ["dossier", _ID],
        ["instance", _DOSSIER, "BRW-BRAND"],
        ["instance", _DOSSIER, "NLA-ARBEID", _AGENCY],
        ["answer", _INSTANCE, "BRA-01"],
        ["finding", str(derive("answer", _INSTANCE, "BRA-01")), "EXIT-BLOCKED", _AGENCY],
        ["follow-up", finding, "EXIT-BLOCKED", _AGENCY, "warn"],
        ["follow-up", finding, "", _AGENCY, "warn"],
    ]
    return [{"parts": parts, "id": str(derive(*parts))} for parts in names] + [
        {"parts": ["answer", "a|b", "c"], "id": None}
    ]
