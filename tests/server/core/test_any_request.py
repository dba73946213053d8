"""Whatever is sent, in a shape that OpenAPI describes or not: an answer or a problem, never a crash."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.transport.wsgi import WSGI_TRANSPORT
from sqlalchemy.orm import Session

from server.core.database import writing
from tests import cast

pytestmark = pytest.mark.slow

#: A lead, a case worker and an inspector: between them they may call everything.
PEOPLE = ("karin", "leo", "nadia")


@pytest.fixture
def schema(app: Flask, db: Session, now: datetime) -> Any:
    """The API as it describes itself, on a database with the cast."""
    with writing() as session:
        cast.load(session, now)
    loaded = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    loaded.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
    return loaded


def operations(schema: Any) -> Iterator[Any]:
    for found in schema.get_all_operations():
        yield found.ok()


@pytest.mark.parametrize("who", PEOPLE)
def test_no_request_breaks_the_server(app: Flask, schema: Any, who: str) -> None:
    browser = app.test_client()
    browser.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    cast.sign_in(browser, who)
    tried = 0
    for operation in operations(schema):
        if operation.path.endswith("/sessions/current") and operation.method == "delete":
            continue  # signing out would end the test

        @seed(20261125)
        @settings(
            max_examples=12,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def send(case: Any) -> None:
            words = WSGI_TRANSPORT.serialize_case(case)
            if "json" in words:  # sent as any client may send it, not as our own strict encoder would
                words["data"] = json.dumps(words.pop("json"))
            answer = browser.open(**words)
            shown = f"{case.method} {case.formatted_path}"
            assert answer.status_code < 500, f"{shown}: {answer.text}"
            if answer.status_code >= 400 and case.method != "HEAD":
                assert answer.mimetype == "application/problem+json", shown
                assert answer.json and answer.json["mend"], shown

        send()
        tried += 1
    assert tried > 30
