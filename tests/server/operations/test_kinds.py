"""Each kind: its schema, its register, its entity, its way back."""

import re
from typing import Any

import pytest

from server.core.ids import derive
from server.operations.kinds import KINDS, KindUnknown, ListFacts, kind_of
from server.operations.operation import read_operation
from server.operations.schemas import DIRECTORY, misfits, schema, structural
from tests.factories.record import drawn_id, write
from tests.server.operations.vectors import cases, load, named

ALL = sorted(KINDS)
FIELDS = [(kind, case) for kind in ALL for case in load(f"{kind}/kind.json")["fields"]]
ENTITIES = [(kind, case) for kind in ALL for case in load(f"{kind}/kind.json")["entities"]]


def _id(value: Any) -> str:
    return named(value) if isinstance(value, dict) else str(value)


@pytest.mark.parametrize(("kind", "case"), FIELDS, ids=_id)
def test_fields_fit_or_do_not_as_the_vector_says(kind: str, case: dict[str, Any]) -> None:
    assert misfits(kind, [case["fields"]]) == (set() if case["fits"] else {0})


@pytest.mark.parametrize("kind", ALL)
def test_one_misfit_among_many_is_found_and_no_other(kind: str) -> None:
    told = load(f"{kind}/kind.json")["fields"]
    assert misfits(kind, [case["fields"] for case in told]) == {
        at for at, case in enumerate(told) if not case["fits"]
    }


@pytest.mark.parametrize(("kind", "case"), ENTITIES, ids=_id)
def test_an_entity_follows_from_its_parts_or_was_drawn(kind: str, case: dict[str, Any]) -> None:
    wire = write(drawn_id("signer"), kind, case["dossier"], case["entity"], case["fields"])
    facts = case["list"] and ListFacts(case["list"]["class"], case["list"]["repeatable"])
    operation = read_operation(wire.head, wire.fields, case["agency"])
    assert KINDS[kind].entity(operation, facts) is case["follows"]


@pytest.mark.parametrize("kind", ALL)
def test_a_kind_goes_to_the_register_that_its_schema_names(kind: str) -> None:
    declared, told = KINDS[kind], load(f"{kind}/kind.json")["register"]
    if declared.register is None:
        assert told is None
        assert schema(kind)["x-register"] is None
        return
    name = declared.register(told["agency"], told["fields"])
    assert name == told["name"]
    said = schema(kind)["x-register"]
    assert name == {
        "agency": told["agency"],
        "agency|list": f"{told['agency']}|{told['fields'].get('list')}",
    }.get(said, said)


@pytest.mark.parametrize("kind", ALL)
def test_what_a_kind_declares_is_what_its_schema_says(kind: str) -> None:
    assert schema(kind)["title"] == kind
    assert KINDS[kind].resolvable is schema(kind)["x-resolvable"]
    assert "reissues" in structural(kind)
    assert ("resolution" in structural(kind)) is KINDS[kind].resolvable


def test_every_schema_has_its_kind_and_every_kind_its_file() -> None:
    assert sorted(path.name.removesuffix(".schema.json") for path in DIRECTORY.glob("*.json")) == ALL
    for kind in ALL:
        stem = kind.replace(".", "_")
        assert (DIRECTORY.parents[1] / "server" / "operations" / "kinds" / f"{stem}.py").exists()


def test_only_a_withdrawal_cannot_be_taken_back() -> None:
    assert [kind for kind in ALL if KINDS[kind].undo is None] == ["withdraw"]
    pattern = re.compile(schema("withdraw")["properties"]["of"]["pattern"])
    assert [kind for kind in ALL if not pattern.search(kind)] == ["withdraw"]


def test_an_unknown_kind_says_so() -> None:
    with pytest.raises(KindUnknown):
        kind_of("tea.drink")


@pytest.mark.parametrize("case", cases("derived-ids/ids.json"), ids=lambda case: case["parts"][0])
def test_ids_are_derived_from_their_parts(case: dict[str, Any]) -> None:
    if case["id"] is None:
        with pytest.raises(ValueError):
            derive(*case["parts"])
        return
    assert str(derive(*case["parts"])) == case["id"]
