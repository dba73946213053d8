"""A cursor is a sort key that a page gave out; anything else in its place is refused by name."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.core import paging
from server.core.database import writing
from server.core.ids import derive
from server.core.problems import Problem
from tests import cast
from tests.factories import access as world
from tests.factories.access import VISIT_A

ID = derive("row")


def test_a_cursor_is_read_as_it_was_written() -> None:
    written = paging.write(1_000, str(ID), "kas", 7)
    assert paging.read(written, paging.instant, paging.id, paging.text, paging.whole) == [
        datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC), ID, "kas", 7,
    ]  # fmt: skip
    assert paging.read(None, paging.instant) is None


@pytest.mark.parametrize(
    ("reader", "part"),
    [
        (paging.instant, 10**18),
        (paging.instant, -(10**17)),
        (paging.instant, "1"),
        (paging.instant, True),
        (paging.whole, 2**63),
        (paging.whole, 1.0),
        (paging.id, "nope"),
        (paging.id, 5),
        (paging.text, "a\0"),
        (paging.text, None),
    ],
)
def test_a_part_that_no_page_wrote_is_refused(reader: Callable[..., object], part: object) -> None:
    with pytest.raises(Problem) as caught:
        paging.read(paging.write(part), reader)
    assert (caught.value.code, caught.value.field) == ("cursor-unknown", "after")


@pytest.mark.parametrize(
    ("who", "path", "parts"),
    [
        ("nadia", "/dossiers", (10**18, str(VISIT_A))),
        ("nadia", "/dossiers", (1, "nope")),
        ("nadia", f"/dossiers/{VISIT_A}/answers", (1, "nope", 1)),
        ("nadia", f"/dossiers/{VISIT_A}/findings", (1, str(VISIT_A), 2**63)),
        ("nadia", f"/dossiers/{VISIT_A}/evidence", (-(10**17), str(VISIT_A), 1)),
        ("nadia", f"/dossiers/{VISIT_A}/timeline", (2**63, "x")),
        ("leo", "/follow-ups", ("9999-12-31", "nope")),
        ("leo", "/follow-ups", ("\0", str(VISIT_A))),
        ("karin", "/control-actions", (10**18, str(VISIT_A))),
        ("karin", "/control-actions", (1, "nope")),
        ("karin", "/sites", ("a", "nope")),
        ("karin", "/sites", ("\0", str(VISIT_A))),
    ],
)
def test_no_list_falls_over_a_forged_cursor(
    app: Flask, client: FlaskClient, now: datetime, who: str, path: str, parts: tuple[object, ...]
) -> None:
    with app.app_context(), writing() as session:
        cast.load(session, now)
        world.build(session, now)
    cast.sign_in(client, who)
    answer = client.get(f"/api/v1{path}", query_string={"after": paging.write(*parts)})
    assert answer.status_code == 400
    assert (answer.json or {})["code"] == "cursor-unknown"
