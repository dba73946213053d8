"""tus 1.0.0 as plain functions: what the request's headers mean and which answers the protocol fixes.

Source: the tus resumable upload protocol, version 1.0.0, with the extensions creation, checksum and
termination. No I/O here, so that each rule of the protocol can be tested with values alone.
"""

import base64
import binascii
from dataclasses import dataclass
from uuid import UUID

VERSION = "1.0.0"
EXTENSIONS = "creation,checksum,termination"
CHECKSUM_ALGORITHMS = "sha256,sha1"
MAX_BYTES = 104_857_600  # the same bound as `bytes` in schemas/operations/evidence.add.schema.json
PATCH_TYPE = "application/offset+octet-stream"
DIGEST_BYTES = {"sha256": 32, "sha1": 20}


class HeaderInvalid(ValueError):
    """A request header breaks the protocol; `header` names it and the message says how to mend it."""

    def __init__(self, header: str, mend: str) -> None:
        super().__init__(f"{header}: {mend}")
        self.header = header
        self.mend = mend


@dataclass(frozen=True)
class Checksum:
    """What one PATCH body must hash to."""

    algorithm: str
    digest: bytes


def parse_metadata(header: str | None) -> dict[str, bytes]:
    """Read `Upload-Metadata`: comma-separated `key base64(value)` pairs; a key alone has an empty value.

    Raises HeaderInvalid when a key is empty or stands twice, or a value is not base64.
    """
    pairs: dict[str, bytes] = {}
    for part in (header or "").split(","):
        if not part.strip():
            continue
        key, _, value = part.strip().partition(" ")
        if key in pairs:
            raise HeaderInvalid("Upload-Metadata", f"send the key {key!r} once")
        try:
            pairs[key] = base64.b64decode(value.strip(), validate=True)
        except (binascii.Error, ValueError) as wrong:
            raise HeaderInvalid("Upload-Metadata", f"send the value of {key!r} as base64") from wrong
    return pairs


def evidence_id(metadata: dict[str, bytes]) -> UUID:
    """The evidence entity an upload is for: metadata key `id`, a UUID in lower case with hyphens.

    Raises HeaderInvalid when it is missing or spelled otherwise.
    """
    try:
        text = metadata["id"].decode("ascii")
        found = UUID(text)
    except (KeyError, UnicodeDecodeError, ValueError) as wrong:
        raise HeaderInvalid("Upload-Metadata", "send the evidence's id under the key 'id'") from wrong
    if str(found) != text:
        raise HeaderInvalid("Upload-Metadata", "send the id in lower case with hyphens")
    return found


def parse_count(header: str, text: str | None) -> int:
    """Read `Upload-Length` or `Upload-Offset`: a non-negative decimal integer.

    Raises HeaderInvalid when it is missing or anything else.
    """
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 15:
        raise HeaderInvalid(header, "send a non-negative whole number")
    return int(text)


def parse_checksum(header: str | None) -> Checksum | None:
    """Read `Upload-Checksum`: `<algorithm> <base64 digest>`; None when the header is not there.

    Raises HeaderInvalid for an algorithm that is not offered or a digest of the wrong size.
    """
    if header is None:
        return None
    algorithm, _, value = header.strip().partition(" ")
    size = DIGEST_BYTES.get(algorithm)
    if size is None:
        raise HeaderInvalid("Upload-Checksum", f"use one of {CHECKSUM_ALGORITHMS}")
    try:
        digest = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise HeaderInvalid("Upload-Checksum", "send the digest as base64") from wrong
    if len(digest) != size:
        raise HeaderInvalid("Upload-Checksum", f"a {algorithm} digest has {size} bytes")
    return Checksum(algorithm, digest)
