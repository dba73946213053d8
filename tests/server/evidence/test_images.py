"""Which bytes may be kept as a photo, and what a preview shows and hides."""

import io
import resource

import pytest
from PIL import Image

from server.evidence import images
from tests.server.evidence import pictures


def test_a_photo_is_known_by_its_first_bytes_and_measured() -> None:
    assert images.check(io.BytesIO(pictures.photo(1)), "image/jpeg") == images.Picture("image/jpeg", 320, 240)
    assert images.check(io.BytesIO(pictures.drawing()), "image/png") == images.Picture("image/png", 400, 160)


def refused(data: bytes, mime: str) -> str:
    with pytest.raises(images.ImageRefused) as wrong:
        images.check(io.BytesIO(data), mime)
    return wrong.value.code


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 and more", b"<svg onload=alert(1)>", pictures.drawing()])
def test_other_magic_bytes_than_declared_are_refused(data: bytes) -> None:
    assert refused(data, "image/jpeg") == "image-type"


@pytest.mark.parametrize("mime, data", [("image/jpeg", pictures.photo(2)), ("image/png", pictures.drawing())])
def test_an_image_cut_in_half_is_broken(mime: str, data: bytes) -> None:
    assert refused(data[: len(data) // 2], mime) == "image-broken"
    assert refused(data[:20], mime) == "image-broken"


def test_a_decompression_bomb_is_refused_before_a_pixel_is_made() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refused(pictures.bomb(), "image/png") == "image-too-large"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kB; its pixels are 900 MB


def test_a_preview_is_upright_small_and_without_exif() -> None:
    made = images.preview(io.BytesIO(pictures.photo(3, (1600, 1200), orientation=6)), "image/jpeg")
    shown = Image.open(io.BytesIO(made))
    assert (shown.format, shown.size) == ("JPEG", (480, 640))
    assert not shown.getexif() and b"Exif" not in made and b"Glasmaker" not in made


def test_a_transparent_drawing_is_previewed_on_white() -> None:
    shown = Image.open(io.BytesIO(images.preview(io.BytesIO(pictures.drawing()), "image/png"))).convert("L")
    assert shown.getpixel((5, 5)) == 255 and shown.getpixel((200, 65)) < 40


def test_a_small_photo_is_not_blown_up() -> None:
    made = images.preview(io.BytesIO(pictures.photo(4, (64, 48))), "image/jpeg")
    assert Image.open(io.BytesIO(made)).size == (64, 48)
