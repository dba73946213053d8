"""The objects of one LVBAG file (schema v20200601), one after the other: the file is never in memory."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

import numpy
import shapely

_ENDED = ("eindGeldigheid", "eindRegistratie", "tijdstipInactief", "tijdstipInactiefLV", "tijdstipNietBagLV")
"""With one of these an occurrence is history; exactly one of an object has none."""


@dataclass(slots=True)
class Head:
    """What the beginning of a file says of it."""

    date: str = ""
    municipalities: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """One occurrence that is valid now."""

    kind: str
    """Pand, Nummeraanduiding, Verblijfsobject, OpenbareRuimte or Woonplaats."""
    told: dict[str, list[str]]
    """Texts by the name of their element."""
    shape: Any
    """Shapely, in RD metres; None when there is none."""
    fault: str | None
    """Code of what is wrong with its geometry."""


def objects(stream: IO[bytes], head: Head) -> Iterator[Found]:
    """Each object as it is now, without its history; `head` is filled before the first comes.

    Raises `xml.etree.ElementTree.ParseError`.
    """
    for _, element in ET.iterparse(stream, events=("end",)):  # noqa: S314
        name = _local(element.tag)
        if name == "bagObject":
            found = _object(element[0]) if len(element) else None
            element.clear()
            if found is not None:
                yield found
        elif name == "StandTechnischeDatum":
            head.date = (element.text or "").strip()[:10]
        elif name == "GemeenteIdentificatie":
            head.municipalities.append((element.text or "").strip())


def _object(element: ET.Element) -> Found | None:
    told: dict[str, list[str]] = {}
    polygon: ET.Element | None = None
    for part in element.iter():
        name = _local(part.tag)
        if name in _ENDED:
            return None
        if name in ("Polygon", "Point") and polygon is None:
            polygon = part
        elif name == "heeftAlsHoofdadres":
            told[name] = [(one.text or "").strip() for one in part]
        elif part.text and (text := part.text.strip()):
            told.setdefault(name, []).append(text)
    try:
        shape = None if polygon is None else _shape(polygon)
    except _NotFinite:
        return Found(_local(element.tag), told, None, "not-a-number")
    except (ValueError, shapely.errors.ShapelyError):
        return Found(_local(element.tag), told, None, "geometry-unreadable")
    return Found(_local(element.tag), told, shape, None)


class _NotFinite(ValueError):
    """A coordinate is NaN or infinite."""


def _shape(element: ET.Element) -> Any:
    width = int(element.get("srsDimension") or 2)
    rings: list[Any] = []
    for part in element.iter():
        name = _local(part.tag)
        if name in ("pos", "posList"):
            numbers = [float(word) for word in (part.text or "").split()]
            pairs = numpy.array(numbers).reshape(-1, width)[:, :2]
            if not numpy.isfinite(pairs).all():
                raise _NotFinite
            if name == "pos":
                return shapely.points(pairs[0])
            rings.append(shapely.linearrings(pairs))
    if not rings:
        raise ValueError("no ring")
    return shapely.polygons(rings[0], rings[1:] or None)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
