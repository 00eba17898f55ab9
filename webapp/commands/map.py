"""`carto map`: one interactive map in one HTML file that asks nothing of any host."""

from __future__ import annotations

import argparse
from io import BytesIO
from pathlib import Path
from typing import Any

import geopandas as gpd

from carto.drawing.folium_map import draw_folium
from carto.drawing.indicators.classification import indicators_for
from carto.drawing.indicators.units import COMMUNE
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.commands.asked_territory import read_territory
from webapp.commands.words import say
from webapp.errors import ServiceError, UnknownResourceError
from webapp.front_end.assets_manifest import load_manifest
from webapp.settings import DEFAULT_STATIC_DIR
from webapp.snapshots.compatibility import require_same_software
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load
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
        Code of a département or SIREN of an EPCI, or a type and a code, see `read_territory`.
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
        When the snapshot has no such territory, or no map of its communes.
    MissingAssetsError
        When Leaflet was not assembled.
    """
    type_, code = read_territory(code)
    rows, nom = snapshot.members(type_, code), snapshot.territory(type_, code)["nom"]
    if not snapshot.has_map(type_, code, COMMUNE):
        raise UnknownResourceError(
            f"{nom} n'a pas de carte par commune : demandez un département, une intercommunalité "
            "ou un groupe de communes (groupe:29103-29105)."
        )
    assets = load_manifest(static_dir)
    return draw_folium(
        _shapes(snapshot.topology(type_, code)),
        rows,
        indicators_for(snapshot.facts)[indicator],
        territory=nom,
        sites=serving_places(snapshot, rows),
        assets={name: (static_dir / assets.path_of(name)).read_text("utf-8") for name in LEAFLET},
    )


def _shapes(topology: bytes) -> dict[str, Any]:
    """Read the simplified communes of a territory as GeoJSON, by `code_insee`, to the metre."""
    communes = gpd.read_file(BytesIO(topology), layer="units")[["code", "geometry"]]
    communes["geometry"] = communes.geometry.transform(lambda degrees: degrees.round(5))
    shapes: dict[str, Any] = communes.rename(columns={"code": "code_insee"}).__geo_interface__
    return shapes
