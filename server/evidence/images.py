"""What counts as a photo: its first bytes, its pixels, and how a preview without EXIF is made of it.

Bytes from a device are hostile until checked: the format is taken from the magic bytes alone, the size
is judged from the header before a pixel is decoded, and only the decoder of that one format may run.
"""

import io
import warnings
from dataclasses import dataclass
from typing import IO

from PIL import Image, ImageOps

MAX_PIXELS = 100_000_000
MAX_EDGE = 20_000
PREVIEW_EDGE = 640
PREVIEW_MIME = "image/jpeg"
PREVIEW_QUALITY = 80
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}


class ImageRefused(ValueError):
    """The bytes are not a picture that may be kept; `code` is a problem code, the message says why."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code = code


@dataclass(frozen=True)
class Picture:
    """What is known of a checked image: its type, and its size in pixels before any EXIF turn."""

    mime: str
    width: int
    height: int


def sniff(head: bytes) -> str | None:
    """The type that the first 12 bytes give away, or None; what a client says of it does not count."""
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return None


def check(file: IO[bytes], mime: str, max_pixels: int = MAX_PIXELS) -> Picture:
    """Read the image wholly and say what it is.

    `mime` is what the operation declared. Raises ImageRefused with `image-type` (other magic bytes),
    `image-too-large` (more than `max_pixels`, or an edge beyond MAX_EDGE), `image-broken` (does not decode).
    """
    file.seek(0)
    found = sniff(file.read(12))
    if found != mime:
        raise ImageRefused(
            "image-type", f"declared {mime}, but the first bytes say {found or 'no known image'}"
        )
    image = _open(file, mime)
    width, height = image.size
    if width * height > max_pixels or max(width, height) > MAX_EDGE:
        raise ImageRefused(
            "image-too-large", f"{width} × {height} pixels; at most {max_pixels}, edge {MAX_EDGE}"
        )
    try:
        image.draft("L", (PREVIEW_EDGE, PREVIEW_EDGE))  # JPEG: every byte is read, far fewer pixels are made
        image.load()
    except Exception as wrong:
        raise ImageRefused("image-broken", f"does not decode: {wrong}") from wrong
    return Picture(mime, width, height)


def preview(file: IO[bytes], mime: str) -> bytes:
    """A JPEG of the image, upright, its long edge at most PREVIEW_EDGE, without any metadata."""
    image = _open(file, mime)
    image.draft("RGB", (2 * PREVIEW_EDGE, 2 * PREVIEW_EDGE))
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((PREVIEW_EDGE, PREVIEW_EDGE), Image.Resampling.LANCZOS)
    flat = _flatten(upright)
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=PREVIEW_QUALITY, optimize=True)
    return out.getvalue()


def _open(file: IO[bytes], mime: str) -> Image.Image:
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # MAX_PIXELS decides
            return Image.open(file, formats=[FORMATS[mime]])
    except Image.DecompressionBombError as wrong:
        raise ImageRefused("image-too-large", str(wrong)) from wrong
    except Exception as wrong:
        raise ImageRefused("image-broken", f"does not open: {wrong}") from wrong


def _flatten(image: Image.Image) -> Image.Image:
    """On white paper: a drawn signature is transparent; and a fresh image carries no metadata along."""
    turned = (
        image.convert("RGBA")
        if "A" in image.getbands() or "transparency" in image.info
        else image.convert("RGB")
    )
    paper = Image.new("RGB", turned.size, "white")
    paper.paste(turned, mask=turned.getchannel("A") if turned.mode == "RGBA" else None)
    return paper
