"""Real images for the tests, made with Pillow: a photo with EXIF as a camera writes it, and broken ones."""

import io
import random
import struct
import zlib

from PIL import Image

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


def photo(seed: int, size: tuple[int, int] = (320, 240), orientation: int = 1) -> bytes:
    """A JPEG of colour noise that hardly compresses, with maker, place and orientation in its EXIF."""
    picture = Image.frombytes("RGB", size, random.Random(seed).randbytes(size[0] * size[1] * 3))
    exif = picture.getexif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = "Glasmaker"
    exif[GPS] = {1: "N", 2: (52.0, 1.0, 30.0), 3: "E", 4: (4.0, 13.0, 0.0)}
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95, exif=exif)
    return out.getvalue()


def photo_of_bytes(seed: int, length: int) -> bytes:
    """A JPEG of exactly `length` bytes: a small photo, filled up behind its end marker as some cameras do."""
    small = photo(seed, (64, 48))
    return small + random.Random(seed).randbytes(length - len(small))


def drawing() -> bytes:
    """A transparent PNG with one stroke, as a drawn signature."""
    picture = Image.new("RGBA", (400, 160), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (50, 60, 350, 70))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of some kilobytes that says it is 30,000 pixels square, with rows for none of them."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
