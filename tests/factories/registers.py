"""Files as registers deliver them, small and fictitious: LVBAG extracts, GeoJSON, GeoPackages."""

import io
import json
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy
import pyogrio
import shapely
from shapely import Polygon, box

LVBAG = "www.kadaster.nl/schemas/lvbag/imbag"
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<x:bagStand xmlns:Objecten="{LVBAG}/objecten/v20200601" xmlns:gml="http://www.opengis.net/gml/3.2"
 xmlns:Historie="{LVBAG}/historie/v20200601" xmlns:ref="{LVBAG}/objecten-ref/v20200601"
 xmlns:e="http://www.kadaster.nl/schemas/lvbag/extract-selecties/v20200601"
 xmlns:x="http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-lvc/v20200601"
 xmlns:sl="http://www.kadaster.nl/schemas/standlevering-generiek/1.0">
<x:bagInfo><e:GemeenteIdentificatie>{{municipality}}</e:GemeenteIdentificatie>
<e:StandTechnischeDatum>{{date}}</e:StandTechnischeDatum></x:bagInfo><sl:standBestand>"""
_TAIL = "</sl:standBestand></x:bagStand>"
#: A corner of Westland in RD metres.
X, Y = 78500.0, 447200.0


def square(n: int = 0, side: float = 10) -> Polygon:
    """The n-th square of a row, in RD metres."""
    west = X + 20 * n
    return box(west, Y, west + side, Y + side)


def ref(n: int, kind: str = "10") -> str:
    """A BAG id: 10 building, 20 number, 30 street, 01 unit."""
    return f"9999{kind}{n:010d}"


def building(
    n: int,
    shape: Polygon | str | None = None,
    *,
    year: str = "1999",
    status: str = "Pand in gebruik",
    ended: bool = False,
) -> str:
    """A Pand; `shape` may be the text of a posList."""
    return _object(
        "Pand",
        _id("Pand", ref(n)),
        _geometry(square(n) if shape is None else shape),
        f"<Objecten:oorspronkelijkBouwjaar>{year}</Objecten:oorspronkelijkBouwjaar>",
        _status(status),
        ended=ended,
    )


def town(n: int, name: str) -> str:
    """A Woonplaats."""
    return _object("Woonplaats", _id("Woonplaats", f"{n:04d}"), f"<Objecten:naam>{name}</Objecten:naam>")


def street(n: int, name: str, town: int) -> str:
    """An OpenbareRuimte."""
    return _object(
        "OpenbareRuimte",
        _id("OpenbareRuimte", ref(n, "30")),
        f"<Objecten:naam>{name}</Objecten:naam>",
        f"<Objecten:ligtIn>{_ref('Woonplaats', f'{town:04d}')}</Objecten:ligtIn>",
    )


def number(
    n: int, street: int, house: str, postcode: str = "2671AB", letter: str = "", addition: str = ""
) -> str:
    """A Nummeraanduiding."""
    parts = [
        ("huisnummer", house),
        ("huisletter", letter),
        ("huisnummertoevoeging", addition),
        ("postcode", postcode),
    ]
    return _object(
        "Nummeraanduiding",
        _id("Nummeraanduiding", ref(n, "20")),
        *(f"<Objecten:{name}>{value}</Objecten:{name}>" for name, value in parts if value),
        _status("Naamgeving uitgegeven"),
        f"<Objecten:ligtAan>{_ref('OpenbareRuimte', ref(street, '30'))}</Objecten:ligtAan>",
    )


def unit(
    n: int, address: int, building: int, *, uses: Sequence[str] = ("industriefunctie",), area: str = "120"
) -> str:
    """A Verblijfsobject in the middle of its building, whose secondary address comes first in the file."""
    middle = square(building).centroid
    return _object(
        "Verblijfsobject",
        _has("Nevenadres", 99),
        _has("Hoofdadres", address),
        _id("Verblijfsobject", ref(n, "01")),
        "<Objecten:geometrie><Objecten:punt><gml:Point srsDimension='3'>"
        f"<gml:pos>{middle.x} {middle.y} 0.0</gml:pos></gml:Point></Objecten:punt></Objecten:geometrie>",
        *(f"<Objecten:gebruiksdoel>{use}</Objecten:gebruiksdoel>" for use in uses),
        f"<Objecten:oppervlakte>{area}</Objecten:oppervlakte>",
        _status("Verblijfsobject in gebruik"),
        f"<Objecten:maaktDeelUitVan>{_ref('Pand', ref(building))}</Objecten:maaktDeelUitVan>",
    )


def _has(kind: str, address: int) -> str:
    return (
        f"<Objecten:heeftAls{kind}>{_ref('Nummeraanduiding', ref(address, '20'))}</Objecten:heeftAls{kind}>"
    )


def _object(kind: str, *parts: str, ended: bool = False) -> str:
    end = "<Historie:eindGeldigheid>2011-09-06</Historie:eindGeldigheid>" if ended else ""
    voorkomen = (
        "<Objecten:voorkomen><Historie:Voorkomen><Historie:beginGeldigheid>2010-01-01</Historie:beginGeldigheid>"
        f"{end}</Historie:Voorkomen></Objecten:voorkomen>"
    )
    inside = "".join(parts) + voorkomen
    return f"<sl:stand><x:bagObject><Objecten:{kind}>{inside}</Objecten:{kind}></x:bagObject></sl:stand>"


def _id(kind: str, value: str) -> str:
    return f'<Objecten:identificatie domein="NL.IMBAG.{kind}">{value}</Objecten:identificatie>'


def _ref(kind: str, value: str) -> str:
    return f"<ref:{kind}Ref>{value}</ref:{kind}Ref>"


def _status(value: str) -> str:
    return f"<Objecten:status>{value}</Objecten:status>"


def _geometry(shape: Polygon | str) -> str:
    if isinstance(shape, str):
        outer, holes = shape, []
    else:
        outer, *holes = (
            " ".join(f"{x} {y} 0.0" for x, y in ring.coords) for ring in (shape.exterior, *shape.interiors)
        )
    inner = "".join(f"<gml:interior>{_ring(hole)}</gml:interior>" for hole in holes)
    return (
        '<Objecten:geometrie><gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992" srsDimension="3">'
        f"<gml:exterior>{_ring(outer)}</gml:exterior>{inner}</gml:Polygon></Objecten:geometrie>"
    )


def _ring(words: str) -> str:
    return f"<gml:LinearRing><gml:posList>{words}</gml:posList></gml:LinearRing>"


def xml(objects: Iterable[str], *, municipality: str = "9999", date: str = "2026-01-08") -> bytes:
    """One LVBAG file."""
    return (_HEAD.format(municipality=municipality, date=date) + "".join(objects) + _TAIL).encode()


def extract(path: Path, files: dict[str, bytes], *, nested: bool = False) -> Path:
    """A zip of those files by kind (`PND`, `NUM` …); `nested` puts each in a zip of its own, as Kadaster."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Leveringsdocument-BAG-Extract.xml", "<leveringsdocument/>")
        for kind, content in files.items():
            name = f"9999{kind}08012026"
            if nested:
                inner = io.BytesIO()
                with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as part:
                    part.writestr(f"{name}-000001.xml", content)
                archive.writestr(f"{name}.zip", inner.getvalue())
            else:
                archive.writestr(f"{name}-000001.xml", content)
    return path


def bag(path: Path, *buildings: str, **about: Any) -> Path:
    """An extract of buildings alone."""
    return extract(path, {"PND": xml(buildings, **about)})


def geojson(path: Path, features: Sequence[tuple[Any, dict[str, Any]]], *, crs: str | None = None) -> Path:
    """A GeoJSON file of (geometry, properties); a geometry is shapely's or plain JSON."""
    made: dict[str, Any] = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": told,
                "geometry": shape
                if shape is None or isinstance(shape, dict)
                else shapely.geometry.mapping(shape),
            }
            for shape, told in features
        ],
    }
    if crs is not None:
        made["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:{crs.replace(':', '::')}"}}
    path.write_text(json.dumps(made))
    return path


def geopackage(
    path: Path,
    layer: str,
    shapes: Sequence[Any],
    fields: dict[str, Sequence[Any]],
    *,
    crs: str | None = "EPSG:28992",
) -> Path:
    """A GeoPackage with a layer of polygons; again with another layer adds it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore" if crs is None else "error")
        pyogrio.raw.write(
            path,
            numpy.array([shapely.to_wkb(shape) for shape in shapes], dtype=object),
            [numpy.array(list(values)) for values in fields.values()],
            list(fields),
            layer=layer,
            geometry_type="Polygon",
            crs=crs,
            driver="GPKG",
        )
    return path
