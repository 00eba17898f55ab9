"""The maps of France and of the régions: nothing is left out, and they are light enough."""

from __future__ import annotations

import json
import re
from html import unescape

import brotli
import pytest

from carto.drawing.shapes import MapShapes
from tests.demo import Built
from webapp import create_app
from webapp.settings import DEFAULT_STATIC_DIR, WebSettings

pytestmark = pytest.mark.france

# What a browser loads of itself, for a page and its map.
LOADED = "/(?:static|donnees/[0-9a-f]{16})/"
# What a first view may weigh besides the library of the interactive map, 372 KB of 700.
LIGHT_DRAWING_KB, LIGHT_TOPOLOGY_KB = 60, 140


def codes_of(built: Built, name: str) -> set[str]:
    """Codes of a map, the same in its drawing and in its topology."""
    shapes = MapShapes.from_json(built.snapshot.path(f"maps/{name}.json").read_bytes())
    topology = json.loads(built.snapshot.path(f"topojson/{name}.json").read_bytes())
    listed = [one["properties"]["code"] for one in topology["objects"]["units"]["geometries"]]
    assert listed == list(shapes.units)
    assert all(shapes.units.values())
    return set(listed)


def test_france_draws_every_departement_and_every_epci(built_france: Built) -> None:
    rows = built_france.snapshot.rows
    departements = {row["code_departement"] for row in rows("departement")}
    assert codes_of(built_france, "france-FR.departement") == departements
    epci = {row["siren_epci"] for row in rows("epci")}
    assert codes_of(built_france, "france-FR.epci") == epci


def test_each_region_draws_its_departements_and_the_epci_it_shares(built_france: Built) -> None:
    rows = [*built_france.snapshot.rows("departement")]
    for region in built_france.snapshot.rows("region"):
        code = region["code_region"]
        mine = {row["code_departement"] for row in rows if row["region"] == code}
        shared = {
            row["siren_epci"]
            for row in built_france.snapshot.rows("epci")
            if mine & set(row["departements"].split("|"))
        }
        assert codes_of(built_france, f"region-{code}.epci") == shared
        if len(mine) > 1:
            assert codes_of(built_france, f"region-{code}.departement") == mine


@pytest.mark.parametrize("units", ["departement", "epci"])
def test_the_map_of_france_is_light(built_france: Built, units: str) -> None:
    for folder, most in (("maps", LIGHT_DRAWING_KB), ("topojson", LIGHT_TOPOLOGY_KB)):
        data = built_france.snapshot.path(f"{folder}/france-FR.{units}.json").read_bytes()
        assert len(brotli.compress(data, quality=5)) < 1000 * most


@pytest.mark.parametrize("units", ["departement", "epci"])
def test_the_first_view_of_france_is_light(built_france: Built, units: str) -> None:
    service = create_app(WebSettings(built_france.data_dir.path)).test_client()
    manifest = json.loads((DEFAULT_STATIC_DIR / "MANIFEST.json").read_text())
    page = service.get(f"/france?maille={units}").get_data(as_text=True)
    seen = re.findall(rf'(?:src|href|data-\w+)="({LOADED}[^"]+)', page)
    scripts = [name for name in manifest if name.endswith(".mjs") or name == "maplibre-gl.css"]
    addresses = {f"/static/{manifest[name]['file']}" for name in scripts}
    addresses |= {unescape(address) for address in seen if not address.endswith(".svg")}
    addresses.add(f"/france?maille={units}")
    answers = (service.get(one, headers={"Accept-Encoding": "br"}) for one in addresses)
    assert sum(len(answer.data) for answer in answers) <= 700_000
