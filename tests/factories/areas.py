"""Search areas for tests: two square municipalities side by side, one with a district that is no square."""

import csv
import json
from pathlib import Path
from typing import Any

from shapely import Polygon, box
from shapely.geometry import mapping

WEST = box(4.0, 51.9, 4.3, 52.1)
EAST = box(4.3, 51.9, 4.6, 52.1)
TRIANGLE = Polygon([(4.2, 51.95), (4.3, 51.95), (4.2, 52.05)])


def folder(path: Path, *, name: str = "Westland") -> Path:
    """The three files, in a new folder."""
    path.mkdir(exist_ok=True)
    _write(path / "municipalities.geojson", ("GM1783", name, None, WEST), ("GM0537", "Katwijk", None, EAST))
    _write(path / "districts.geojson", ("WK178301", "'s-Gravenzande", "GM1783", TRIANGLE))
    with (path / "postcodes.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["postcode", "town", "municipality", "lon", "lat"])
        rows.writerow(["2675", "Honselersdijk", "GM1783", "4.23", "52.01"])
    return path


def _write(path: Path, *areas: tuple[str, str, str | None, Polygon]) -> None:
    features: list[dict[str, Any]] = [
        {
            "type": "Feature",
            "properties": {"code": code, "name": name} | ({"municipality": of} if of else {}),
            "geometry": mapping(shape),
        }
        for code, name, of, shape in areas
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
