"""Coordinates that a person types where others type words: RD metres, or degrees in either order."""

import re

from server.core.geometry import NETHERLANDS
from server.core.rijksdriehoek import is_rd, to_degrees

_NUMBER = r"\s*(?:[xy]\s*[:=]?\s*)?(\d+(?:[.,]\d+)?)\s*"
_PAIR = re.compile(f"{_NUMBER}[;, ]{_NUMBER}", re.IGNORECASE)


def coordinates(text: str) -> tuple[float, float] | None:
    """Longitude and latitude of "78500, 447200", "4.21 51.99", "51.99, 4.21" or "4,21; 51,99"; None for
    what is no pair of numbers in the Netherlands."""
    pair = _PAIR.fullmatch(text)
    if pair is None:
        return None
    x, y = (float(part.replace(",", ".")) for part in pair.groups())
    if is_rd(x, y) and x > 1000:
        lon, lat = to_degrees(x, y)
        return (lon, lat) if _inside(lon, lat) else None
    if not all(set(".,") & set(part) for part in pair.groups()):
        return None  # whole degrees are a house number and something else
    for lon, lat in ((x, y), (y, x)):
        if _inside(lon, lat):
            return lon, lat
    return None


def _inside(lon: float, lat: float) -> bool:
    west, south, east, north = NETHERLANDS
    return west <= lon <= east and south <= lat <= north
