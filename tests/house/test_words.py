"""Names that the server and the screens both say are the same ones, in both languages."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from server.access.words import BY_KIND, WHY
from server.follow_ups import states
from tests.house.tree import ROOT

LANGUAGES = ("nl", "en")
HOMES = ("joint", "agency", "class")
"""Kinds of scopes that a person writes in on site."""


def catalogue(language: str) -> dict[str, Any]:
    text = Path(ROOT / "pwa" / "messages" / "words" / f"{language}.json").read_text("utf-8")
    return dict(json.loads(text))


def choices(language: str, key: str) -> dict[str, str]:
    """The words of a message that depends on a code, by the code."""
    match = catalogue(language)[key][0]["match"]
    return {code.partition("=")[2]: words for code, words in match.items() if not code.endswith("=*")}


def vocabulary(part: str, language: str) -> dict[str, str]:
    text = (ROOT / "seeds" / "vocabulary.yaml").read_text("utf-8")
    return {code: words[language] for code, words in yaml.safe_load(text)[part].items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("part", "key"), [("actions", "words_action"), ("agencies", "words_kind")])
def test_the_screens_name_a_code_as_the_lists_do(part: str, key: str, language: str) -> None:
    assert choices(language, key) == vocabulary(part, language)


def test_what_may_follow_from_a_finding_is_the_same_everywhere() -> None:
    source = (ROOT / "pwa" / "src" / "app" / "words" / "tasks.ts").read_text("utf-8")
    offered = re.search(r"ACTIONS = \[(.*?)\]", source, re.DOTALL)
    assert offered is not None
    assert tuple(re.findall(r"'(\w+)'", offered[1])) == states.ACTIONS
    assert set(states.ACTIONS) == set(vocabulary("actions", "nl"))


def grounds(kind: str) -> tuple[str, ...]:
    """What the operations of a kind take as the ground of a referral."""
    schema = json.loads((ROOT / "schemas" / "operations" / f"{kind}.schema.json").read_text("utf-8"))
    return tuple(schema["properties"]["referrals"]["items"]["properties"]["legalBasis"]["enum"])


def test_the_grounds_of_a_referral_are_the_same_everywhere() -> None:
    """In both kinds that refer, on the tablet, and in the one list of words that field and desk show."""
    source = (ROOT / "pwa" / "src" / "app" / "words" / "tasks.ts").read_text("utf-8")
    offered = re.search(r"BASES = \[(.*?)\]", source, re.DOTALL)
    assert offered is not None
    assert tuple(re.findall(r"'(\w+)'", offered[1])) == grounds("finding.add") == grounds("finding.decide")
    for language in LANGUAGES:
        assert tuple(choices(language, "words_basis")) == grounds("finding.add")


def test_the_field_and_the_desk_say_the_grounds_with_the_same_words() -> None:
    shown_by = {
        path: (ROOT / "pwa" / "src" / "features" / path).read_text("utf-8")
        for path in ("finding/record/ReferralWords.svelte", "inbox/record/Why.svelte")
    }
    assert "options={basisChoices()}" in shown_by["finding/record/ReferralWords.svelte"]
    assert "basisWord(code)" in shown_by["inbox/record/Why.svelte"]
    assert all("from '$app/words/tasks'" in text for text in shown_by.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_refusal_and_outcome_has_its_word(language: str) -> None:
    assert set(states.STATES) <= set(choices(language, "words_state"))
    assert set(choices(language, "words_refusal")) == set(states.REFUSALS)
    outcomes = {outcome for one in states.OUTCOMES.values() for outcome in one}
    assert set(choices(language, "words_outcome")) == outcomes
    assert {*choices(language, "words_task"), "follow_up"} == set(states.OUTCOMES)


def test_no_other_catalogue_names_them_again() -> None:
    """A name said in two places becomes two names."""
    codes = {*states.ACTIONS, *states.REFUSALS, *vocabulary("agencies", "nl")}
    found = [
        f"{path.parent.name}: {key}"
        for path in sorted((ROOT / "pwa" / "messages").glob("*/nl.json"))
        if path.parent.name != "words"
        for key, value in json.loads(path.read_text("utf-8")).items()
        for code in codes
        if key.endswith(f"_{code}") or (isinstance(value, list) and f'={code}"' in json.dumps(value))
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screens_say_who_reads_a_scope_in_the_words_of_access(language: str) -> None:
    said = {
        key.removeprefix("words_reads_"): words
        for key, words in catalogue(language).items()
        if key.startswith("words_reads_")
    }
    told = {rule for home in HOMES for rule in BY_KIND[home]}
    assert said == {rule: getattr(WHY[rule], language) for rule in told}


def test_the_screens_name_the_same_readers_in_the_same_order() -> None:
    source = (ROOT / "pwa" / "src" / "app" / "words" / "readers.ts").read_text("utf-8")
    for home in HOMES:
        rules = re.search(rf"{home}: \[(.*?)\]", source, re.DOTALL)
        assert rules is not None
        assert tuple(re.findall(r"words_reads_(\w+)", rules[1])) == BY_KIND[home]
