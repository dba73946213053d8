"""Operations of one entity, the state they fold to in any order, and what each register shows."""

from collections.abc import Sequence
from typing import Any

from server.core.ids import derive
from server.operations.fold import fold
from server.operations.operation import read_operation
from server.operations.show import show
from server.operations.versions import leading
from tests.factories.record import Wire, drawn_id, write

Case = dict[str, Any]
DOSSIER = drawn_id("dossier")
INSTANCE = str(derive("instance", DOSSIER, "BRW-BRAND"))
ANSWER = str(derive("answer", INSTANCE, "BRA-01"))
AGENCIES = {"brw": drawn_id("agency brw"), "nla": drawn_id("agency nla")}
SIGNERS = {"anna": "brw", "bram": "brw", "chris": "nla"}
_LATER = {n: f"2026-11-25T10:0{n}:00.000Z" for n in range(10)}


class Story:
    """Operations on one entity, each under a short name; `agency` of each is that of its signer."""

    def __init__(self, name: str, about: str, entity: str = ANSWER) -> None:
        self.name, self.about, self.entity = name, about, entity
        self.told: dict[str, tuple[Wire, str]] = {}
        self.minute = 0

    def __getitem__(self, name: str) -> str:
        return self.told[name][0].id

    def tell(
        self, name: str, who: str, kind: str, fields: Case, base: Sequence[str] = (), **more: Any
    ) -> None:
        """Add an operation that replaces those named in `base`; a minute later than the one before."""
        signer = drawn_id(f"signer {who}")
        more.setdefault("at", _LATER[self.minute % 10])
        self.minute += 1
        ids = [self[one] if one in self.told else one for one in base]
        wire = write(signer, kind, DOSSIER, self.entity, fields, base=ids, salt=f"{self.name} {name}", **more)
        self.told[name] = (wire, AGENCIES[SIGNERS[who]])

    def answer(
        self, name: str, who: str, value: Any, base: Sequence[str] = (), more: Case | None = None, **head: Any
    ) -> None:
        """Add an answer to the one question of these stories."""
        fields = {
            "checklist": "BRW-BRAND",
            "version": "0.1.0",
            "instance": INSTANCE,
            "question": "BRA-01",
            "value": value,
        }
        self.tell(name, who, "answer.set", fields | (more or {}), base, **head)

    def resolve(
        self, name: str, who: str, keep: Sequence[str], lead: str, base: Sequence[str], value: Any = "yes"
    ) -> None:
        """Add an answer that stands for those it keeps."""
        kept = {
            "keep": [self[one] if one in self.told else one for one in keep],
            "lead": self[lead] if lead in self.told else lead,
        }
        self.answer(name, who, value, base, {"resolution": kept, "reason": "gezien"})

    def withdraw(self, name: str, who: str, one: str, of: str = "answer.set", **more: Any) -> None:
        """Add a withdrawal of the operation told as `one`."""
        id = self[one] if one in self.told else one
        self.tell(name, who, "withdraw", {"id": id, "of": of, "reason": "vergissing"} | more)

    def erase(self, name: str, field: str) -> None:
        """Leave only the hash of one field."""
        wire, agency = self.told[name]
        fields = tuple("" if f'","{field}",' in text else text for text in wire.fields)
        self.told[name] = (Wire(wire.head, fields), agency)

    def case(self) -> Case:
        operations = [read_operation(wire.head, wire.fields, agency) for wire, agency in self.told.values()]
        state = fold(operations)
        shown = {name: show(register, state["marks"]) for name, register in state["registers"].items()}
        case: Case = {
            "name": self.name,
            "about": self.about,
            "names": {name: wire.id for name, (wire, _) in self.told.items()},
            "operations": [wire.envelope() | {"agency": agency} for wire, agency in self.told.values()],
            "state": state,
            "shown": shown,
        }
        if any(operation.head.kind == "instance.create" for operation in operations):
            case["leading"] = leading(state["registers"][""], state["marks"])
        return case


def values() -> list[Story]:
    """Plain values: one after the other, side by side, equal ones."""
    one = Story("one value", "What one person wrote is shown.")
    one.answer("a", "anna", "yes")
    after = Story(
        "a value replaced", "A value replaces exactly its base; it may arrive before what it replaces."
    )
    after.answer("a", "anna", "yes")
    after.answer("b", "anna", "no", ["a"])
    after.answer("c", "bram", None, ["b"])
    beside = Story("two values side by side", "Written without knowing each other: both are shown.")
    beside.answer("a", "anna", "yes")
    beside.answer("b", "chris", "no")
    equal = Story(
        "equal values",
        "Place, reissues and version do not count; keys in any order; shown once, under the first.",
    )
    equal.answer("a", "anna", {"id": "0503010000012345", "more": 1}, at=_LATER[5])
    place = {"lon": "4.2", "lat": "52.0", "accuracy": "8"}
    equal.answer(
        "b",
        "bram",
        {"more": 1, "id": "0503010000012345"},
        more={"place": place, "version": "0.2.0"},
        at=_LATER[3],
    )
    equal.answer(
        "c", "chris", {"more": 1, "id": "0503010000012345"}, more={"reissues": "A" * 43}, at=_LATER[4]
    )
    order = Story(
        "corrected time orders values",
        "`at` + `offset`, then id: a slow clock does not push a value to the front.",
    )
    order.answer("slow", "anna", "yes", at="2026-11-25T09:00:00.000Z", offset=7_200_000)
    order.answer("right", "chris", "no", at="2026-11-25T10:00:00.000Z", offset=None)
    order.answer("same time", "bram", "na", at="2026-11-25T10:30:00.000Z", offset=-1_800_000)
    types = Story("true is not 1 and null is not absent", "Equality is of JSON values.")
    types.answer("true", "anna", True)
    types.answer("one", "bram", 1)
    types.answer("text", "chris", "1")
    types.answer("null remark", "chris", "1", more={"remark": None})
    foreign = Story(
        "a base that names nothing here", "It has no effect, and is kept in case what it names comes."
    )
    foreign.answer("a", "anna", "yes", ["Z" * 42 + "A"])
    return [one, after, beside, equal, order, types, foreign]


def resolutions() -> list[Story]:
    """Resolutions: one kept, both kept, a late third, two at once, arriving early."""
    kept = Story("one is chosen", "The resolution stands for what it keeps; its own fields do not count.")
    kept.answer("a", "anna", "yes")
    kept.answer("b", "chris", "no")
    kept.resolve("r", "bram", ["b"], "b", ["a", "b"], value="na")
    both = Story(
        "both are kept", "One value shows, the lead; the others are kept beside it without conflict."
    )
    both.answer("a", "anna", "yes")
    both.answer("b", "chris", "no")
    both.answer("c", "bram", "na")
    both.resolve("r", "bram", ["a", "b", "c"], "b", ["a", "b", "c"])
    late = Story("a third value arrives late", "It did not know the resolution: the conflict is open again.")
    late.answer("a", "anna", "yes")
    late.answer("b", "chris", "no")
    late.resolve("r", "bram", ["a"], "a", ["a", "b"])
    late.answer("c", "chris", "na")
    equal = Story("a late value equal to the lead", "A resolution is compared through what it leads with.")
    equal.answer("a", "anna", "yes")
    equal.answer("b", "chris", "no")
    equal.resolve("r", "bram", ["a"], "a", ["a", "b"])
    equal.answer("c", "chris", "yes")
    two = Story(
        "two resolve at once", "They lead with different values: side by side until a person resolves that."
    )
    two.answer("a", "anna", "yes")
    two.answer("b", "chris", "no")
    two.resolve("r", "bram", ["a"], "a", ["a", "b"])
    two.resolve("s", "chris", ["b"], "b", ["a", "b"])
    again = Story(
        "resolved again",
        "The second resolution replaces both first ones and keeps values, never resolutions.",
    )
    again.answer("a", "anna", "yes")
    again.answer("b", "chris", "no")
    again.resolve("r", "bram", ["a"], "a", ["a", "b"])
    again.resolve("s", "chris", ["b"], "b", ["a", "b"])
    again.resolve("t", "anna", ["a"], "a", ["r", "s"])
    missing = Story("what it leads with has not come", "It is passed over: the next it keeps leads.")
    missing.answer("b", "chris", "no")
    missing.resolve("r", "bram", ["b", "Z" * 42 + "A"], "Z" * 42 + "A", ["b", "Z" * 42 + "A"])
    none = Story("nothing that it keeps has come", "It shows nothing and replaces nothing: a value stays.")
    none.answer("a", "anna", "yes")
    none.resolve("r", "bram", ["Z" * 42 + "A"], "Z" * 42 + "A", ["a", "Z" * 42 + "A"])
    alone = Story("only a resolution is here", "The register is empty, and nobody withdrew anything.")
    alone.resolve("r", "bram", ["Z" * 42 + "A"], "Z" * 42 + "A", ["Z" * 42 + "A"])
    emptied = Story("all that it keeps was withdrawn", "What it had put aside comes back.")
    emptied.answer("a", "anna", "yes")
    emptied.answer("b", "chris", "no")
    emptied.resolve("r", "bram", ["a"], "a", ["a", "b"])
    emptied.withdraw("w", "anna", "a")
    older = Story(
        "a resolution keeps what was withdrawn before", "It replaces nothing: the value written since stays."
    )
    older.answer("a", "anna", "yes")
    older.withdraw("w", "anna", "a")
    older.answer("b", "anna", "no")
    older.resolve("r", "chris", ["a"], "a", ["b"])
    corrected = Story(
        "a resolution keeps what its author corrected", "It replaces nothing: nothing was in conflict."
    )
    corrected.answer("a", "anna", "yes")
    corrected.answer("b", "anna", "no", ["a"])
    corrected.resolve("r", "chris", ["a"], "a", ["b"])
    written = Story(
        "a value written over a resolution",
        "It stays alone, also when what the resolution kept is withdrawn.",
    )
    written.answer("a", "anna", "yes")
    written.answer("b", "chris", "no")
    written.resolve("r", "bram", ["a"], "a", ["a", "b"])
    written.answer("c", "bram", "na", ["r"])
    written.withdraw("w", "anna", "a")
    nested = Story("a resolution that keeps a resolution", "What is kept and is no value is passed over.")
    nested.answer("a", "anna", "yes")
    nested.resolve("r", "bram", ["a"], "a", ["a"])
    nested.resolve("s", "chris", ["r", "a"], "r", ["r"])
    plain = Story(
        "an ordinary value over a conflict", "Without a resolution, a value that names both replaces both."
    )
    plain.answer("a", "anna", "yes")
    plain.answer("b", "chris", "no")
    plain.answer("c", "anna", "na", ["a", "b"])
    return [
        kept,
        both,
        late,
        equal,
        two,
        again,
        missing,
        none,
        alone,
        emptied,
        older,
        corrected,
        written,
        nested,
        plain,
    ]


def withdrawals() -> list[Story]:
    """Withdrawals: of a value, early, by another agency, of what is kept, of a resolution."""
    gone = Story("a value withdrawn", "The register is empty and says by whom.")
    gone.answer("a", "anna", "yes")
    gone.withdraw("w", "bram", "a")
    early = Story("a withdrawal that arrives first", "It waits in the state until what it marks comes.")
    early.answer("a", "anna", "yes")
    early.withdraw("w", "anna", "a")
    early.answer("b", "chris", "no")
    early.told = {name: early.told[name] for name in ("w", "b", "a")}
    alone = Story("a withdrawal alone", "What it marks has not come: no register is there yet.")
    alone.withdraw("w", "anna", "Z" * 42 + "A")
    other = Story("a withdrawal by another agency", "It does not count.")
    other.answer("a", "anna", "yes")
    other.withdraw("w", "chris", "a")
    nothing = Story(
        "a withdrawal replaces nothing",
        "What the withdrawn value replaced stays replaced; to restore is to write again.",
    )
    nothing.answer("a", "anna", "yes")
    nothing.answer("b", "anna", "no", ["a"])
    nothing.withdraw("w", "anna", "b")
    restored = Story("written again", "After a withdrawal a new value is shown.")
    restored.answer("a", "anna", "yes")
    restored.withdraw("w", "anna", "a")
    restored.answer("b", "anna", "yes")
    kept = Story(
        "a kept value withdrawn", "The resolution passes it over, lead first, then in the order of keep."
    )
    kept.answer("a", "anna", "yes")
    kept.answer("b", "chris", "no")
    kept.answer("c", "bram", "na")
    kept.resolve("r", "bram", ["c", "a", "b"], "a", ["a", "b", "c"])
    kept.withdraw("w", "bram", "a")
    last = Story("all kept values withdrawn", "The register is empty and says by whom last.")
    last.answer("a", "anna", "yes")
    last.answer("b", "chris", "no")
    last.resolve("r", "bram", ["a", "b"], "a", ["a", "b"])
    last.withdraw("v", "chris", "b")
    last.withdraw("w", "anna", "a")
    resolution = Story("a resolution withdrawn", "What it replaced stays replaced: the register is empty.")
    resolution.answer("a", "anna", "yes")
    resolution.answer("b", "chris", "no")
    resolution.resolve("r", "bram", ["a"], "a", ["a", "b"])
    resolution.withdraw("w", "anna", "r")
    twice = Story("withdrawn twice", "Marks only grow; the later one is named.")
    twice.answer("a", "anna", "yes")
    twice.withdraw("w", "bram", "a")
    twice.withdraw("v", "anna", "a")
    lost = Story(
        "a photo that was lost", "Its withdrawal says that the bytes will not come.", drawn_id("photo")
    )
    photo = {"subject": ANSWER, "sha256": "A" * 43, "bytes": 5, "mime": "image/jpeg", "taken_at": _LATER[0]}
    lost.tell("a", "anna", "evidence.add", photo | {"role": "photo"})
    lost.withdraw("w", "anna", "a", "evidence.add", lost=True)
    return [gone, early, alone, other, nothing, restored, kept, last, resolution, twice, lost]


def erasures() -> list[Story]:
    """Erased fields and re-issues."""
    erased = Story("an erased field", "It folds as erased; what is not erased is shown.")
    erased.answer("a", "anna", "yes", more={"remark": "een naam"})
    erased.erase("a", "remark")
    equal = Story("erased equals erased", "The same otherwise, and as many fields erased: shown once.")
    for name, who in (("a", "anna"), ("b", "chris")):
        equal.answer(name, who, "yes", more={"remark": f"naam van {who}"})
        equal.erase(name, "remark")
    differs = Story("erased is not absent", "A value with an erased field is not equal to one without.")
    differs.answer("a", "anna", "yes", more={"remark": "een naam"})
    differs.erase("a", "remark")
    differs.answer("b", "chris", "yes")
    reason = Story("a withdrawal whose reason is erased", "The mark stays, its reason is null.")
    reason.answer("a", "anna", "yes")
    reason.withdraw("w", "anna", "a")
    reason.erase("w", "reason")
    reissue = Story("a re-issue", "Same entity, a base of the old id and the old one's base, and `reissues`.")
    reissue.answer("a", "anna", "yes")
    reissue.answer("b", "anna", "no", ["a"])
    reissue.answer("again", "anna", "no", ["a", "b"], {"reissues": reissue["b"]})
    return [erased, equal, differs, reason, reissue]


def registers() -> list[Story]:
    """Registers of one entity: by agency, by agency and list, across kinds; versions of one instance."""
    visit = Story(
        "a visit's registers",
        "Each agency's state, each list's progress, skip and open have registers of their own.",
        DOSSIER,
    )
    visit.tell("brw arrives", "anna", "visit.state", {"state": "arrived", "reason": None})
    visit.tell("nla arrives", "chris", "visit.state", {"state": "arrived", "reason": None})
    visit.tell("brw leaves", "bram", "visit.state", {"state": "left", "reason": None}, ["brw arrives"])
    visit.tell("list", "anna", "agency.progress", {"list": "BRW-BRAND", "progress": "busy", "reason": None})
    visit.tell(
        "other list",
        "anna",
        "agency.progress",
        {"list": "BRW-WATER", "progress": "not_done", "reason": "tijd"},
    )
    visit.tell("follow", "chris", "agency.follow_up", {"list": "NLA-ARBEID", "follow_up": "yes"})
    visit.tell("skip", "anna", "target.skip", {"reason": "hek dicht"})
    site = {
        "action": drawn_id("action"),
        "site": None,
        "label": "schuur",
        "team": drawn_id("team"),
        "reason": "licht",
    }
    visit.tell(
        "open", "anna", "dossier.open", site | {"place": {"lon": "4.2", "lat": "52", "accuracy": None}}
    )
    finding = Story(
        "a finding decided after it was added",
        "One register spans both kinds; the decision carries the whole.",
        drawn_id("finding"),
    )
    free = {"title": "Nooduitgang dicht", "severity": "serious", "text": None, "kind": "violation"}
    finding.tell("add", "anna", "finding.add", free)
    change = free | {"decision": "change", "reason": "minder erg", "severity": "minor", "referrals": []}
    finding.tell("decide", "bram", "finding.decide", change, ["add"])
    versions = Story(
        "versions of one instance",
        "The lowest version leads, part by part as numbers, then the lowest id.",
        INSTANCE,
    )
    for name, who, version in (
        ("ten", "anna", "0.10.0"),
        ("nine", "bram", "0.9.0"),
        ("nine too", "chris", "0.9.0"),
    ):
        versions.tell(
            name, who, "instance.create", {"checklist": "BRW-BRAND", "version": version, "label": name}
        )
    chosen = Story("a version chosen", "A resolution leads with the version of what it keeps.", INSTANCE)
    for name, who, version in (("ten", "anna", "0.10.0"), ("nine", "chris", "0.9.0")):
        chosen.tell(
            name, who, "instance.create", {"checklist": "BRW-BRAND", "version": version, "label": None}
        )
    kept = {"resolution": {"keep": [chosen["ten"]], "lead": chosen["ten"]}, "reason": "nieuwste"}
    own = {"checklist": "BRW-BRAND", "version": "0.10.0", "label": None}
    chosen.tell("r", "bram", "instance.create", own | kept, ["ten", "nine"])
    signed = Story(
        "each agency signs for itself", "Two registers; a later sign-off replaces the agency's own.", INSTANCE
    )
    seen = {"checklist": "BRW-BRAND", "version": "0.1.0", "instance": INSTANCE, "seen": []}
    signed.tell("brw", "anna", "instance.sign_off", seen)
    signed.tell("nla", "chris", "instance.sign_off", seen)
    signed.tell("brw again", "bram", "instance.sign_off", seen | {"remark": "na hercontrole"}, ["brw"])
    unknown = Story(
        "a member named resolution where there is none",
        "Evidence cannot be resolved: an unknown field is kept and ignored.",
        drawn_id("photo"),
    )
    photo = {"subject": ANSWER, "sha256": "A" * 43, "bytes": 5, "mime": "image/jpeg", "taken_at": _LATER[0]}
    unknown.tell("a", "anna", "evidence.add", photo | {"resolution": "none"})
    return [visit, finding, versions, chosen, signed, unknown]
