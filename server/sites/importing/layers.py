"""Footprints of a GeoPackage or GeoJSON file, batch by batch through GDAL (pyogrio's Arrow stream)."""

import warnings
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import nanoarrow
import pyogrio
import shapely

from server.core.rijksdriehoek import DEGREES, RD
from server.sites.importing.faults import FileRefused
from server.sites.importing.objects import BATCH, Asked, Objects
from server.sites.importing.shapes import far_from_degrees

_FIELDS = {
    "ref": ("identificatie", "bag_id", "pand_id", "lokaalid", "lokaal_id", "id"),
    "year": ("bouwjaar", "oorspronkelijkbouwjaar", "oorspronkelijk_bouwjaar", "year"),
    "status": ("status", "pandstatus"),
    "kind": ("typegebouw", "type_gebouw", "soort", "kind"),
    "fictitious": ("synthetic", "fictitious"),
}
"""Ours → how data sets name it, in lower case; the first that is there counts."""
_CRS = {"EPSG:28992": RD, "EPSG:4326": DEGREES, "OGC:CRS84": DEGREES, "EPSG:4258": DEGREES}
"""What is taken; ETRS 89 is WGS 84 within a metre here."""


def read(path: Path, asked: Asked, size: int = BATCH) -> Iterator[Objects]:
    """Batches of buildings. Raises `FileRefused`."""
    try:
        with pyogrio.open_arrow(
            path, layer=_layer(path, asked.layer), use_pyarrow=False, batch_size=size
        ) as (meta, stream):
            crs = _crs(asked.crs or meta["crs"])
            fields = _fields([str(name) for name in meta["fields"]], asked.id_field)
            shape = meta["geometry_name"] or "wkb_geometry"
            numbers = count(1)
            for columns in _columns(stream):
                batch = _batch(columns, fields, shape, crs, asked.kind, numbers)
                if far_from_degrees(batch):
                    raise FileRefused(
                        "The numbers are Rijksdriehoek metres, not degrees: add --crs EPSG:28992."
                    )
                yield batch
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, RuntimeError) as error:
        raise FileRefused(f"{path.name} cannot be read: {error}. Export it again.") from error


def _layer(path: Path, asked: str | None) -> str:
    layers = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
    if asked is not None and asked not in layers:
        raise FileRefused(f"There is no layer {asked}; there are: {', '.join(layers)}.")
    if asked is not None or len(layers) == 1:
        return asked or layers[0]
    if "pand" in layers:
        return "pand"
    raise FileRefused(f"Say which layer with --layer: {', '.join(layers) or 'there is none with geometry'}.")


def _crs(told: str | None) -> str:
    found = _CRS.get((told or "").upper())
    if found is None:
        said = f"The coordinate system is {told}" if told else "The file names no coordinate system"
        raise FileRefused(f"{said}; say --crs EPSG:28992 (Rijksdriehoek) or --crs EPSG:4326 (degrees).")
    return found


def _fields(names: Sequence[str], id_field: str | None) -> dict[str, str]:
    """Ours → the name in this file."""
    lower = {name.lower(): name for name in names}
    found = {
        ours: lower[theirs]
        for ours, known in reversed(_FIELDS.items())
        for theirs in reversed(known)
        if theirs in lower
    }
    if id_field is not None:
        found["ref"] = id_field
    if found.get("ref") not in names:
        raise FileRefused(f"Say which field holds the id with --id-field: {', '.join(names)}.")
    return found


def _columns(stream: Any) -> Iterator[dict[str, list[Any]]]:
    for part in nanoarrow.ArrayStream(stream):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it says that geometry comes as plain bytes, which we want
            names = [field.name for field in part.schema.fields]
            yield {name: part.child(n).to_pylist() for n, name in enumerate(names)}


def _batch(
    columns: dict[str, list[Any]],
    fields: dict[str, str],
    shape: str,
    crs: str,
    kind: str | None,
    numbers: Iterator[int],
) -> Objects:
    batch = Objects("building", crs)
    batch.shapes = list(shapely.from_wkb(columns[shape], on_invalid="ignore"))
    of = {ours: columns[theirs] for ours, theirs in fields.items()}
    for n, ref in enumerate(of["ref"]):
        batch.rows.append(next(numbers))
        batch.refs.append("" if ref is None else str(ref).strip())
        told: dict[str, Any] = {
            name: of[name][n] for name in ("year", "status", "kind", "fictitious") if name in of
        }
        batch.told.append(told | ({} if kind is None else {"kind": kind}))
    return batch
