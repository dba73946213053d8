"""The headers of tus, read as the protocol says and refused with the header's name and a mend."""

import base64
import hashlib
from uuid import UUID

import pytest

from server.evidence import tus

ENTITY = UUID("01936d00-0000-7000-8000-000000000001")


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def test_metadata_is_read_as_pairs_and_a_key_alone_is_empty() -> None:
    assert tus.parse_metadata(f"id {encoded('x')}, is_confidential") == {"id": b"x", "is_confidential": b""}
    assert tus.parse_metadata(None) == {}


@pytest.mark.parametrize("header", ["id ???", "id eA==,id eA=="])
def test_metadata_that_breaks_the_protocol_is_refused(header: str) -> None:
    with pytest.raises(tus.HeaderInvalid, match="Upload-Metadata"):
        tus.parse_metadata(header)


def test_the_evidence_id_is_the_uuid_under_the_key_id() -> None:
    assert tus.evidence_id({"id": str(ENTITY).encode()}) == ENTITY


@pytest.mark.parametrize(
    "value", [b"", b"\xff", b"not a uuid", str(ENTITY).upper().encode(), ENTITY.hex.encode()]
)
def test_an_id_spelled_otherwise_is_refused(value: bytes) -> None:
    with pytest.raises(tus.HeaderInvalid, match="id"):
        tus.evidence_id({"id": value})


@pytest.mark.parametrize("text", [None, "", "-1", "1.5", "1e3", "½", "²", "9" * 16, " 1"])
def test_a_count_is_a_plain_whole_number(text: str | None) -> None:
    with pytest.raises(tus.HeaderInvalid, match="Upload-Offset"):
        tus.parse_count("Upload-Offset", text)
    assert tus.parse_count("Upload-Offset", "42") == 42


def test_a_checksum_is_an_offered_algorithm_and_a_digest_of_its_size() -> None:
    digest = hashlib.sha256(b"x").digest()
    header = f"sha256 {base64.b64encode(digest).decode()}"
    assert tus.parse_checksum(header) == tus.Checksum("sha256", digest)
    assert tus.parse_checksum(None) is None


@pytest.mark.parametrize("header", ["md5 eA==", "sha256 eA==", "sha256", "sha1 ***", ""])
def test_any_other_checksum_is_refused(header: str) -> None:
    with pytest.raises(tus.HeaderInvalid, match="Upload-Checksum"):
        tus.parse_checksum(header)
