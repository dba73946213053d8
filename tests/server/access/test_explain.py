"""Who sees this, and why do I: the answer is the rule that really decides."""

from datetime import datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from server.access import service
from server.access.asker import Person
from server.access.names import agency_of, joint
from server.access.readable import rules
from server.access.words import BY_KIND, WHY
from server.core.database import writing
from server.core.ids import derive
from tests import cast
from tests.factories import access as world

EXPLANATION = "/api/v1/access/explanation"


@pytest.fixture
def scopes(app: Flask, now: datetime) -> world.Scopes:
    with app.app_context(), writing() as session:
        cast.load(session, now)
        return world.build(session, now)


def test_every_rule_has_its_words_and_every_word_its_rule(now: datetime) -> None:
    assert set(WHY) == {name for name, _ in rules(Person(cast.viewer("nadia"), now))}


def test_every_kind_of_scope_says_who_reads_it(
    app: Flask, db: Session, now: datetime, scopes: world.Scopes
) -> None:
    """Whoever of the cast reads a scope does so by a rule that its kind tells of."""
    told = 0
    for name in scopes.by_word.values():
        sentences = set(service.who(name))
        for person in cast.everyone().values():
            for rule in service.why(db, person.viewer, name, now):
                assert WHY[rule] in sentences, (name, person.key, rule)
                told += 1
    assert told > 60
    assert set(BY_KIND) == {name.split(":")[0] for name in scopes.by_word.values()}


def test_a_reason_is_given_exactly_when_it_is_readable(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    for person in cast.everyone().values():
        readable = world.names_in(db, service.readable_scopes(person.viewer, now))
        reasons = {name for name in scopes.by_word.values() if service.why(db, person.viewer, name, now)}
        assert reasons == readable & set(scopes.by_word.values()), person.key


def test_the_answer_speaks_both_languages(client: FlaskClient, scopes: world.Scopes) -> None:
    cast.sign_in(client, "leo")
    told = client.get(EXPLANATION, query_string={"scope": scopes.by_word["joint a"]}).json
    assert told is not None
    assert [one["nl"] for one in told["who"]] == [
        "Wie bij dit bezoek is ingedeeld, van elke dienst.",
        "Behandelaars en coördinatoren van de diensten die aan dit bezoek meedoen.",
        "De leider van de actie.",
    ]
    assert [one["en"] for one in told["why"]] == [
        "Case workers and coordinators of the agencies that take part in this visit."
    ]
    assert told["nobody"]["en"].startswith("Nobody else")


def test_a_scope_that_is_not_readable_is_answered_like_one_that_is_not_there(
    client: FlaskClient, scopes: world.Scopes
) -> None:
    cast.sign_in(client, "tom")
    hidden = scopes.by_word["fire a"]
    missing = str(agency_of(derive("nowhere"), cast.person("nadia").agency))
    answers = [client.get(EXPLANATION, query_string={"scope": name}).json for name in (hidden, missing)]
    assert answers[0] is not None
    assert answers[1] is not None
    assert {**answers[0], "scope": ""} == {**answers[1], "scope": ""}
    assert answers[0]["why"] == []


def test_a_name_that_is_none_is_refused(client: FlaskClient, scopes: world.Scopes) -> None:
    cast.sign_in(client, "nadia")
    answer = client.get(EXPLANATION, query_string={"scope": "joint:everything"})
    assert (answer.status_code, answer.json and answer.json["code"]) == (422, "scope-name-invalid")
    assert answer.json is not None
    assert answer.json["field"] == "scope"


def test_who_sees_it_is_known_before_anything_is_there() -> None:
    assert service.who(joint(derive("tomorrow"))) == [WHY[rule] for rule in BY_KIND["joint"]]
