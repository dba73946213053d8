"""AES-256-GCM in segments, so that a part can be read without the whole; pure functions on bytes.

A sealed object is a row of segments of 1 MiB of content and 16 bytes of tag. Segment i is sealed with the
nonce (i, last?) under a key that seals nothing else, so segments can be neither swapped, repeated nor cut
off at the end; the object's name is bound to them as additional data.
"""

from collections.abc import Iterable, Iterator

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SEGMENT = 2**20
TAG = 16


def segments_of(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Content in chunks of any length, as segments; the last one is marked, and may be empty."""
    held = bytearray()
    for chunk in chunks:
        held += chunk
        while len(held) > SEGMENT:
            yield bytes(held[:SEGMENT]), False
            del held[:SEGMENT]
    yield bytes(held), True


def seal(key: bytes, name: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The sealed segments of the content."""
    cipher, bound = AESGCM(key), name.encode()
    for number, (content, last) in enumerate(segments_of(chunks)):
        yield cipher.encrypt(_nonce(number, last), content, bound)


def open_segment(key: bytes, name: str, number: int, last: bool, sealed: bytes) -> bytes:
    """The content of one segment; `InvalidTag` when key, name, place or bytes are others."""
    return AESGCM(key).decrypt(_nonce(number, last), sealed, name.encode())


def last_segment(size: int) -> int:
    """The number of the last segment of a content of `size` bytes."""
    return max(size - 1, 0) // SEGMENT


def sealed_range(size: int, number: int) -> tuple[int, int]:
    """Where segment `number` of a content of `size` bytes stands in the sealed object: start and end."""
    start = number * (SEGMENT + TAG)
    return start, min(start + SEGMENT, size + number * TAG) + TAG


def wrap(master: bytes, name: str, key: bytes, nonce: bytes) -> bytes:
    """The data key under the master key, bound to the object's name: nonce and ciphertext."""
    return nonce + AESGCM(master).encrypt(nonce, key, name.encode())


def unwrap(master: bytes, name: str, wrapped: bytes) -> bytes:
    """The data key; `InvalidTag` when the master key or the name is another."""
    return AESGCM(master).decrypt(wrapped[:12], wrapped[12:], name.encode())


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")
