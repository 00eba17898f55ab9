"""Shapefiles as ARCEP zips them, written by GDAL: Latin-1 under a `.cpg` that says UTF-8."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely


def zipped_shapefile(folder: Path, table: pd.DataFrame) -> bytes:
    """Zip the shapefile of a table, each row a point of no meaning."""
    path = folder / "2026t2-commune.shp"
    points = [shapely.Point(250_000 + row, 6_000_000) for row in range(len(table))]
    gpd.GeoDataFrame(table, geometry=points, crs=3857).to_file(path, encoding="ISO-8859-1")
    path.with_suffix(".cpg").write_text("UTF-8")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as writer:
        for part in sorted(folder.glob("2026t2-commune.*")):
            writer.write(part, f"2026t2-commune/{part.name}")
    return archive.getvalue()
