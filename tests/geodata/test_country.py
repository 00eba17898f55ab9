"""The map of France is written for the whole of France, and for nothing less."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest
from shapely import box

from carto.codes import DEPARTEMENTS
from carto.drawing.country_shapes import COUNTRY_PATH, CountryShapes
from geodata.country import write_country
from geodata.storage.data_dir import DataDir
from geodata.storage.draft import DraftSnapshot
from geodata.storage.stage_cache import StageCache


def departements() -> gpd.GeoDataFrame:
    """Squares of half a degree side by side, around Paris or where each overseas one is."""
    overseas = {"971": (-62, 16), "972": (-61, 14), "973": (-54, 4), "974": (55, -21)}
    corners = overseas | {"976": (45, -13)}
    mainland = [code for code in DEPARTEMENTS if code not in corners]
    corners |= {code: (rank % 10, 43 + rank // 10) for rank, code in enumerate(mainland)}
    shapes = [box(x, y, x + 0.5, y + 0.5) for x, y in (corners[code] for code in DEPARTEMENTS)]
    return gpd.GeoDataFrame({"code_departement": list(DEPARTEMENTS)}, geometry=shapes, crs=4326)


@pytest.mark.parametrize("missing", [(), ("29",), ("976",)])
def test_it_takes_every_departement(tmp_path: Path, missing: tuple[str, ...]) -> None:
    table = departements()
    table = table[~table["code_departement"].isin(missing)]
    data_dir = DataDir(tmp_path)
    said: list[str] = []
    with data_dir.lock(), DraftSnapshot.create(data_dir) as draft:
        write_country(draft, table, StageCache(data_dir.stages, "v1"), said.append)
        path = draft.folder / COUNTRY_PATH
        assert path.exists() is not bool(missing)
        if not missing:
            shapes = CountryShapes.from_json(path.read_bytes())
            drawn = {code for frame in shapes.frames for code in frame.departements}
            assert drawn == set(DEPARTEMENTS)
    assert said == ([] if missing else ["carte de France"])
