"""Bytes have one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core import base64url


@given(st.binary(max_size=100))
def test_bytes_survive(raw: bytes) -> None:
    assert base64url.decode(base64url.encode(raw)) == raw


@given(st.binary(min_size=32, max_size=32))
def test_the_quick_way_spells_the_same(digest: bytes) -> None:
    assert base64url.encode_hash(digest) == base64url.encode(digest)
    assert base64url.is_hash(base64url.encode(digest))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("AA==", "without '='"),
        ("A", "length"),
        ("AB", "spare bits"),
        ("A+", "only"),
        ("AA\n", "only"),
        ("ÄA", "only"),
    ],
)
def test_every_other_spelling_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        base64url.decode(text)


def test_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes are expected, 1 were given"):
        base64url.decode("AA", 32)
