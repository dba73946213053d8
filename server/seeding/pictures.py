"""Drawn photos of the demo: plain shapes, so that nobody takes them for a real place, small, each
different."""

import io
from collections.abc import Callable
from random import Random

from PIL import Image, ImageDraw

SIZE = (1280, 960)
_WALL, _FLOOR, _FRAME, _DARK = (222, 230, 226), (168, 158, 142), (84, 118, 116), (40, 52, 56)
_WARN, _WOOD, _GREEN, _WHITE = (196, 64, 32), (176, 132, 84), (34, 120, 78), (246, 248, 246)

Draw = ImageDraw.ImageDraw


def draw(what: str, seed: str) -> bytes:
    """A JPEG of about 30 kB without any metadata; the same for the same words. `KeyError` for an unknown
    scene."""
    random = Random(f"{what} {seed}")  # noqa: S311 (a drawing, not a secret)
    image = Image.new("RGB", SIZE, _WALL)
    canvas = ImageDraw.Draw(image)
    _hall(canvas, random)
    _SCENES[what](canvas, random)
    canvas.text((24, 924), "getekend - fictief / drawn - fictitious", fill=_DARK, font_size=22)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=82)
    return out.getvalue()


def _hall(canvas: Draw, random: Random) -> None:
    """A glass hall: floor, trusses, panes."""
    canvas.rectangle((0, 640, 1280, 960), fill=_FLOOR)
    for left in range(-40, 1281, 220):
        top = 90 + random.randint(-10, 10)
        canvas.polygon([(left, 240), (left + 110, top), (left + 220, 240)], outline=_FRAME, width=6)
        canvas.line((left, 240, left, 640), fill=_FRAME, width=8)
    for height in range(300, 640, 85):
        canvas.line((0, height, 1280, height), fill=_FRAME, width=2)


def _exit(canvas: Draw, random: Random) -> None:
    """An exit behind stacked pallets."""
    canvas.rectangle((520, 300, 760, 660), fill=_GREEN, outline=_DARK, width=8)
    canvas.rectangle((580, 240, 700, 286), fill=_GREEN)
    canvas.text((596, 246), "EXIT", fill=_WHITE, font_size=34)
    for row in range(4):
        shift = random.randint(-18, 18)
        top = 760 - row * 80
        for board in range(3):
            canvas.rectangle(
                (430 + shift, top + board * 22, 860 + shift, top + 14 + board * 22), fill=_WOOD, outline=_DARK
            )


def _beds(canvas: Draw, random: Random) -> None:
    """Beds close together in a corner of a shed."""
    for place in range(5):
        left, top = 90 + place * 232, 610 + random.randint(-20, 20)
        canvas.rectangle((left, top, left + 190, top + 210), fill=_WHITE, outline=_DARK, width=5)
        canvas.rectangle((left + 16, top + 14, left + 174, top + 66), fill=_WALL, outline=_DARK, width=3)


def _wiring(canvas: Draw, random: Random) -> None:
    """Loose wires out of an open distribution board."""
    canvas.rectangle((480, 280, 800, 620), fill=_DARK)
    for wire in range(9):
        start = 510 + wire * 32
        bend = random.randint(-160, 160)
        canvas.line([(start, 500), (start + bend, 680), (start + bend * 2, 860)], fill=_WARN, width=7)


def _extinguisher(canvas: Draw, random: Random) -> None:
    """An extinguisher whose inspection tag is out of date."""
    canvas.rounded_rectangle((560, 360, 700, 720), radius=60, fill=_WARN, outline=_DARK, width=6)
    canvas.rectangle((600, 310, 660, 370), fill=_DARK)
    canvas.rectangle((720, 460, 900, 580), fill=_WHITE, outline=_DARK, width=4)
    canvas.text((740, 486), f"20{random.randint(19, 22)}", fill=_DARK, font_size=60)


def _sanitary(canvas: Draw, random: Random) -> None:
    """Basins, one of them broken."""
    for place in range(4):
        left = 150 + place * 260
        canvas.rounded_rectangle((left, 480, left + 190, 600), radius=40, fill=_WHITE, outline=_DARK, width=6)
    broken = 150 + random.randint(0, 3) * 260
    canvas.line((broken + 20, 490, broken + 160, 590), fill=_WARN, width=10)


def _tidy(canvas: Draw, random: Random) -> None:
    """A tidy aisle between tables with plants: a good practice."""
    for row in range(3):
        for plant in range(9):
            left = 60 + plant * 134 + random.randint(-6, 6)
            top = 560 + row * 110
            canvas.ellipse((left, top, left + 84, top + 66), fill=_GREEN, outline=_DARK, width=3)


_SCENES: dict[str, Callable[[Draw, Random], None]] = {
    "exit": _exit,
    "beds": _beds,
    "wiring": _wiring,
    "extinguisher": _extinguisher,
    "sanitary": _sanitary,
    "tidy": _tidy,
}
