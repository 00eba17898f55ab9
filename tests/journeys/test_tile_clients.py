"""The tiles and their styles in maps that nobody here wrote: MapLibre and QGIS draw the classes."""

from __future__ import annotations

import json
import os
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from carto.drawing.indicators.classification import INDICATORS
from webapp.assets import ROOT
from webapp.front_end.assets_manifest import load_manifest
from webapp.front_end.npm_packages import find_tool
from webapp.settings import DEFAULT_STATIC_DIR

VALIDATOR = "node_modules/@maplibre/maplibre-gl-style-spec/dist/gl-style-validate.cjs"
STYLES = (
    *("communes", "communes/typologie", "communes/temps", "communes/solidite"),
    *("epci", "epci/fibre", "departements", "lieux"),
)
PAGE = """<!doctype html><meta charset="utf-8"><div id="map" style="width:700px;height:600px"></div>
<script type="module">
import * as maplibre from '/static/{library}';
const map = new maplibre.Map({{ container: 'map', style: '{style}' }});
window.said = [];
map.on('error', ({{ error }}) => window.said.push(error.message));
map.on('idle', () => {{
  window.drawn = map.queryRenderedFeatures({{ layers: ['aplats'] }}).map((f) => f.properties);
}});
</script>"""
QGIS = Path("/usr/lib/python3/dist-packages/qgis")
# Run by the Python of the system, which QGIS belongs to.
SCRIPT = """
import json, sys
from qgis.core import *
from qgis.PyQt.QtCore import QSize
application = QgsApplication([], False)
application.initQgis()
tiles, zooms, style = sys.argv[1:4]
layer = QgsVectorTileLayer(f"type=xyz&url={tiles}&{zooms}&styleUrl={style}", "communes")
layer.loadDefaultStyle()
settings = QgsMapSettings()
settings.setLayers([layer])
settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
geographic = QgsCoordinateReferenceSystem("EPSG:4326")
onto = QgsCoordinateTransform(geographic, settings.destinationCrs(), QgsProject.instance())
box = QgsRectangle(*map(float, sys.argv[4:8]))
settings.setExtent(onto.transformBoundingBox(box))
settings.setOutputSize(QSize(400, 300))
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()
print(json.dumps(sorted({image.pixelColor(x, y).name() for x in range(400) for y in range(300)})))
"""


def document(address: str) -> Any:
    """Read a JSON document of the service."""
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 (loopback)
        return json.load(answer)


def test_every_style_is_valid(service: str, tmp_path: Path) -> None:
    node = find_tool("node")
    if node is None or not (ROOT / VALIDATOR).is_file():
        pytest.skip("no Node.js: run make setup")
    paths = []
    for name in STYLES:
        path = tmp_path / f"{name.replace('/', '-')}.json"
        path.write_text(json.dumps(document(f"{service}/styles/{name}.json")))
        paths.append(path)
    for path in paths:
        done = subprocess.run([node, VALIDATOR, path], cwd=ROOT, capture_output=True, check=False)
        assert (done.returncode, done.stdout) == (0, b""), path.name


def test_maplibre_draws_communes_by_their_class(browser: Browser, service: str) -> None:
    page = browser.new_page()
    style = f"{service}/styles/communes.json"
    library = load_manifest(DEFAULT_STATIC_DIR).path_of("maplibre-gl.mjs")

    def answer(route: Route) -> None:
        route.fulfill(body=PAGE.format(library=library, style=style), content_type="text/html")

    page.route(f"{service}/ailleurs", answer)
    page.goto(f"{service}/ailleurs")
    page.wait_for_function("() => window.drawn?.length > 0", timeout=20_000)
    drawn = page.evaluate("() => window.drawn")
    assert page.evaluate("() => window.said") == []
    assert {one["classe_verdict"] for one in drawn if "classe_verdict" in one} == set("0123")
    assert all(one["nom"] and one["code"] for one in drawn)
    page.close()


@pytest.mark.skipif(not QGIS.is_dir(), reason="QGIS of Debian (python3-qgis) is not installed")
def test_qgis_draws_communes_in_the_colours_of_the_viewer(service: str) -> None:
    described = document(f"{service}/tuiles/communes.json")
    zooms = f"zmin={described['minzoom']}&zmax={described['maxzoom']}"
    done = subprocess.run(
        [
            *("/usr/bin/python3", "-c", SCRIPT, described["tiles"][0], zooms),
            *(f"{service}/styles/communes.json", *map(str, described["bounds"])),
        ],
        capture_output=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        text=True,
        timeout=90,
        check=True,
    )
    colours = set(json.loads(done.stdout.splitlines()[-1]))
    assert {one.colour for one in INDICATORS["verdict"].classes} <= colours
