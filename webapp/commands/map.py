"""`carto map`: one interactive map in one HTML file that asks nothing of any host."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import geopandas as gpd

from carto.codes import is_siren
from carto.drawing.folium_map import draw_folium
from carto.drawing.indicators.classification import indicators_for
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.commands.words import say
from webapp.errors import ServiceError
from webapp.front_end.assets_manifest import load_manifest
from webapp.settings import DEFAULT_STATIC_DIR
from webapp.snapshots.compatibility import require_same_software
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI, LoadedSnapshot, load
from webapp.territories.serving_places import serving_places

LEAFLET = ("leaflet.js", "leaflet.css")


def run(options: argparse.Namespace) -> int:
    """Draw the map, write it, and write its path on stdout."""
    snapshot = load(*open_latest(DataDir(options.data_dir), require_same_software))
    for warning in snapshot.warnings:
        say(f"attention : {warning}")
    document = draw(snapshot, options.territory, options.indicateur, DEFAULT_STATIC_DIR)
    try:
        options.output.write_text(document, encoding="utf-8")
    except OSError:
        raise ServiceError(
            f"Impossible d'écrire « {options.output} » : vérifiez que le dossier existe, qu'il est "
            "accessible en écriture et qu'il reste de la place."
        ) from None
    print(options.output)
    return 0


def draw(snapshot: LoadedSnapshot, code: str, indicator: str, static_dir: Path) -> str:
    """Draw the map of a territory.

    Parameters
    ----------
    snapshot
        Where the territory is published.
    code
        Code of a département, or SIREN of an EPCI (`epci:` may precede it).
    indicator
        Identifier of the indicator that colours the communes.
    static_dir
        Assembled assets, for Leaflet.

    Returns
    -------
    str
        A self-contained HTML document.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory.
    MissingAssetsError
        When Leaflet was not assembled.
    """
    code = code.removeprefix("epci:")
    type_ = EPCI if is_siren(code) else DEPARTEMENT
    rows = snapshot.members(type_, code)
    assets = load_manifest(static_dir)
    return draw_folium(
        _shapes(snapshot.file(f"topojson/{type_}-{code}.json")),
        rows,
        indicators_for(snapshot.facts)[indicator],
        territory=snapshot.territory(type_, code)["nom"],
        sites=serving_places(snapshot, rows),
        assets={name: (static_dir / assets.path_of(name)).read_text("utf-8") for name in LEAFLET},
    )


def _shapes(topojson: Path) -> dict[str, Any]:
    """Read the simplified communes of a territory as GeoJSON, by `code_insee`, to the metre."""
    communes = gpd.read_file(f"TopoJSON:{topojson}", layer="units")[["code", "geometry"]]
    communes["geometry"] = communes.geometry.transform(lambda degrees: degrees.round(5))
    shapes: dict[str, Any] = communes.rename(columns={"code": "code_insee"}).__geo_interface__
    return shapes
