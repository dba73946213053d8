"""Ids are ordered by time, or follow from what they name."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

import pytest

from server.core import ids

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def test_uuid7_is_of_version_7_and_variant_rfc() -> None:
    made = ids.uuid7(NOW)
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"


def test_a_later_uuid7_sorts_later() -> None:
    made = [ids.uuid7(NOW + timedelta(milliseconds=n)) for n in range(50)]
    assert made == sorted(made)


def test_the_example_of_the_rfc() -> None:
    # RFC 9562, appendix A.6: rand_a = cc3, rand_b = 18c4dc0c0c07398f
    tail = 0xCC3 << 68 | 0x18C4DC0C0C07398F
    assert ids.uuid7_of(0x017F22E279B0, tail.to_bytes(10, "big")) == UUID(
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
    )


def test_a_derived_id_follows_from_its_name() -> None:
    target = UUID("00000000-0000-7000-8000-000000000001")
    expected = uuid5(UUID("f7430a72-7fe2-42fc-973d-89de7b326ea5"), f"dossier|{target}")
    assert ids.derive("dossier", target) == expected


def test_no_part_of_a_derived_id_may_hold_the_separator() -> None:
    with pytest.raises(ValueError, match="may hold"):
        ids.derive("instance", "a|b")


@pytest.mark.parametrize(
    "text",
    [
        "00000000-0000-7000-8000-00000000000A",
        "{00000000-0000-7000-8000-000000000001}",
        "00000000000070008000000000000001",
    ],
)
def test_an_id_has_one_spelling(text: str) -> None:
    with pytest.raises(ValueError):
        ids.parse(text)
