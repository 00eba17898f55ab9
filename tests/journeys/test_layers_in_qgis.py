"""The GeoPackages of a snapshot open in QGIS with the colours of the viewer, and draw."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from carto.drawing.indicators.classification import INDICATORS
from carto.layers import DRAWN_LAYERS, LAYERS
from carto.place_natures import SITE_NATURES
from geodata.storage.manifest import LAYER_FILES
from tests.demo import Built

QGIS = Path("/usr/lib/python3/dist-packages/qgis")
# Run by the Python of the system, which QGIS belongs to.
SCRIPT = """
import json, sys
from qgis.core import QgsApplication, QgsMapRendererSequentialJob, QgsMapSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
application = QgsApplication([], False)
application.initQgis()
said = {}
for argument in sys.argv[1:]:
    path, name = argument.split("|")
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(300, 300))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    colours = {image.pixelColor(x, y).name() for x in range(300) for y in range(300)}
    said[name] = {
        "rows": layer.featureCount(),
        "classes": [one.label() for one in layer.renderer().categories()],
        "colours": sorted(colours),
        "aliases": [layer.attributeAlias(index) for index in range(layer.fields().count())],
    }
print(json.dumps(said))
"""


@pytest.mark.skipif(not QGIS.is_dir(), reason="QGIS of Debian (python3-qgis) is not installed")
def test_layers_open_coloured_under_french_names(built_demo: Built, tmp_path: Path) -> None:
    folder = built_demo.snapshot.folder / LAYER_FILES
    copies = []
    for layer in DRAWN_LAYERS:
        path = folder / f"{layer}.gpkg"
        if path.exists():
            copy = tmp_path / path.name  # QGIS writes beside what it reads
            copy.write_bytes(path.read_bytes())
            copies.append(f"{copy}|{layer}")
    done = subprocess.run(
        ["/usr/bin/python3", "-c", SCRIPT, *copies],
        capture_output=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        text=True,
        timeout=60,
        check=True,
    )
    said = json.loads(done.stdout.splitlines()[-1])
    for layer, found in said.items():
        assert found["rows"] == len(built_demo.snapshot.rows(LAYERS[layer].table))
    classes = INDICATORS["verdict"].classes
    assert said["communes"]["classes"][:4] == [one.label for one in classes]
    assert {one.colour for one in classes} <= set(said["communes"]["colours"])
    assert "Taux de couverture FttH (part)" in said["communes"]["aliases"]
    assert said["lieux"]["classes"][:-1] == [nature.words for nature in SITE_NATURES.values()]
