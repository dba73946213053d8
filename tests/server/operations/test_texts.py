"""Which texts, spellings, times and fields are accepted: the vectors, run on the server."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from server.core import base64url
from server.operations import fields, head, instants
from server.operations.digests import digest, hash_text, is_hash, spell, unspell
from server.operations.fields import read_field, read_values
from server.operations.head import VersionUnknown, read_head
from server.operations.texts import FIELD_BYTES, TextRefused, read
from tests.server.operations.vectors import cases, named, text_of


@pytest.mark.parametrize("case", cases("text/texts.json"), ids=named)
def test_a_text_is_accepted_or_refused_as_the_vector_says(case: dict[str, Any]) -> None:
    if not case["accepted"]:
        with pytest.raises(TextRefused):
            read(text_of(case), case["limit"])
        return
    value = read(text_of(case), case["limit"])
    if "value" in case:
        assert value == case["value"]


def test_half_a_surrogate_pair_in_the_text_itself_is_refused() -> None:
    for text in ('["\ud800"]', "[\udc00]"):
        with pytest.raises(TextRefused):
            read(text, 8192)


def test_what_was_judged_before_is_judged_the_same_again() -> None:
    for _ in range(2):
        with pytest.raises(TextRefused):
            read('["a",1.5]', 100)
        assert read('["a",15]', 100) == ["a", 15]


def test_thousands_of_shapes_do_not_fill_the_memory() -> None:
    from server.operations import texts

    for number in range(10_000):
        read(f"[{number}]", 100)
    assert len(texts._known) <= 4096


@pytest.mark.parametrize("case", cases("text/base64url.json"), ids=named)
def test_bytes_have_one_spelling(case: dict[str, Any]) -> None:
    if case["hex"] is None:
        with pytest.raises(ValueError):
            base64url.decode(case["text"])
        return
    assert base64url.decode(case["text"]).hex() == case["hex"]
    assert base64url.encode(bytes.fromhex(case["hex"])) == case["text"]


@pytest.mark.parametrize("case", cases("text/instants.json"), ids=named)
def test_a_time_has_one_form(case: dict[str, Any]) -> None:
    if case["ms"] is None:
        with pytest.raises(ValueError):
            instants.parse(case["text"])
        return
    assert instants.parse(case["text"]) == case["ms"]
    assert instants.wire(case["ms"]) == case["text"]


def test_an_instant_outside_the_calendar_is_shown_as_the_nearest_one_within() -> None:
    assert instants.wire(10**15) == "9999-12-31T23:59:59.999Z"
    assert instants.wire(-(10**15)) == "0001-01-01T00:00:00.000Z"


@pytest.mark.parametrize("case", cases("text/hashes.json"), ids=named)
def test_a_hash_is_sha256_of_the_text_alone(case: dict[str, Any]) -> None:
    assert hash_text(case["text"]) == case["hash"] == spell(digest(case["text"]))
    assert unspell(case["hash"]) == digest(case["text"])
    assert is_hash(case["hash"])


@pytest.mark.parametrize("case", cases("text/fields.json"), ids=named)
def test_a_field_is_salt_name_and_value(case: dict[str, Any]) -> None:
    if case["accepted"]:
        assert read_field(case["text"])._asdict() == case["field"]
        return
    with pytest.raises(TextRefused):
        read_field(case["text"])


def test_a_field_may_be_64_kib_and_no_more() -> None:
    salt = "A" * 22
    frame = len(f'["{salt}","a",""]')
    assert read_field(f'["{salt}","a","{"x" * (FIELD_BYTES - frame)}"]').name == "a"
    with pytest.raises(TextRefused):
        read_field(f'["{salt}","a","{"x" * (FIELD_BYTES - frame + 1)}"]')


HEAD = cases("head/heads.json")[0]["text"]
FIELD = cases("text/fields.json")[0]["text"]
_CHARACTERS = some.sampled_from(list('"\\,:[]{} \t\n0-9.eE/AaZz\ud800\x00\x1fé\u2028'))


@some.composite
def _nearly(draw: some.DrawFn, text: str) -> str:
    """A text with a few characters put in, taken out or exchanged."""
    for _ in range(draw(some.integers(0, 3))):
        at = draw(some.integers(0, len(text)))
        text = text[:at] + draw(some.just("") | _CHARACTERS) + text[at + draw(some.integers(0, 1)) :]
    return text


def _outcome(read: Any, text: str) -> Any:
    try:
        return read(text)
    except (TextRefused, VersionUnknown) as error:
        return type(error)


@settings(max_examples=1500, deadline=None)
@given(text=_nearly(HEAD))
def test_the_quick_way_to_read_a_head_gives_what_the_general_way_gives(text: str) -> None:
    assert _outcome(read_head, text) == _outcome(head._read_any, text)


@settings(max_examples=1500, deadline=None)
@given(text=_nearly(FIELD))
def test_the_quick_way_to_read_a_field_gives_what_the_general_way_gives(text: str) -> None:
    assert _outcome(read_field, text) == _outcome(fields._read_any, text)


def _one_by_one(texts: list[str]) -> dict[str, Any]:
    found = [read_field(text) for text in texts if text]
    values = {field.name: field.value for field in found}
    if len(values) < len(found):
        raise TextRefused("two fields have one name")
    return values


SALT = "A" * 22
FIELDS = [f'["{SALT}","a","text"]', f'["{SALT}","b",""]', f'["{SALT}","c",null]', f'["{SALT}","d",true]']


@settings(max_examples=1500, deadline=None)
@given(texts=some.lists(some.sampled_from([*FIELDS, "", f'["{SALT}","e",[1]]']).flatmap(_nearly), max_size=4))
def test_fields_read_together_give_what_they_give_one_by_one(texts: list[str]) -> None:
    assert _outcome(read_values, texts) == _outcome(_one_by_one, texts)


@pytest.mark.parametrize(
    "texts",
    [
        ["\n".join(FIELDS[:2]), "nothing of the kind"],
        ["\n".join(FIELDS[:2])],
        [f'["{SALT}","a', '","text"]'],
        [FIELDS[0], FIELDS[0]],
        [FIELDS[0] + "\n"],
    ],
    ids=["two in one and none", "two in one", "one in two", "one name twice", "a line break behind"],
)
def test_a_text_is_one_field_whatever_stands_beside_it(texts: list[str]) -> None:
    with pytest.raises(TextRefused):
        read_values(texts)


@pytest.mark.parametrize("case", cases("head/heads.json"), ids=named)
def test_a_head_is_accepted_refused_or_of_a_later_version(case: dict[str, Any]) -> None:
    if case["outcome"] == "refused":
        with pytest.raises(TextRefused):
            read_head(case["text"])
    elif case["outcome"] == "version_unknown":
        with pytest.raises(VersionUnknown):
            read_head(case["text"])
    else:
        read_head(case["text"])
        assert hash_text(case["text"]) == case["id"]
