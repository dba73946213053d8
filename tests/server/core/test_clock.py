"""A time has one spelling on the wire and whole milliseconds everywhere."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core import clock

TIMES = st.integers(0, 253_000_000_000_000_000).map(lambda n: clock.EPOCH + timedelta(microseconds=n))


@given(TIMES)
def test_a_time_survives_the_database_and_the_wire(moment: datetime) -> None:
    whole = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    assert clock.from_ms(clock.to_ms(moment)) == whole
    assert clock.from_wire(clock.to_wire(whole)) == whole


def test_a_time_of_another_zone_is_sent_in_utc() -> None:
    moment = datetime(2026, 11, 25, 11, 0, tzinfo=timezone(timedelta(hours=1)))
    assert clock.to_wire(moment) == "2026-11-25T10:00:00.000Z"


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-25T10:00:00Z",
        "2026-11-25T10:00:00.000+00:00",
        "2026-11-25 10:00:00.000Z",
        "2026-13-25T10:00:00.000Z",
        "",
        "x",
    ],
)
def test_every_other_spelling_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        clock.from_wire(text)


def test_a_time_without_a_zone_is_refused() -> None:
    naive = clock.EPOCH.replace(tzinfo=None)
    for form in (clock.to_ms, clock.to_wire):
        with pytest.raises(ValueError, match="without a zone"):
            form(naive)


def test_now_has_whole_milliseconds_in_utc() -> None:
    moment = clock.now()
    assert moment.tzinfo is UTC
    assert moment.microsecond % 1000 == 0


def test_a_standing_clock_stands_only_inside_its_block() -> None:
    standing = datetime(2020, 1, 1, tzinfo=UTC)
    with clock.reading(lambda: standing):
        assert clock.now() == standing
    assert clock.now() > standing
