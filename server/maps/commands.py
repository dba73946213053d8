"""`flask maps …`: make the archives of the map from open data."""

import sys
from pathlib import Path

import click

from server.maps.build import NotBuilt, build

SEEDS = Path("seeds/maps")

group = click.Group("maps", help="The archives of the map.")


@group.command("build")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option(
    "--sources", type=click.Path(path_type=Path, dir_okay=False, exists=True), default=SEEDS / "sources.yaml"
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=SEEDS)
def build_(folder: Path, sources: Path, out: Path) -> None:
    """Write the archives that SOURCES names from the GeoJSON files of FOLDER; needs tippecanoe."""
    try:
        for built in build(sources, folder, out):
            click.echo(f"{built.path}: {built.features} objects, {built.bytes / 1e6:.1f} MB")
    except NotBuilt as why:
        click.echo(str(why), err=True)
        sys.exit(1)
