"""The map of France: drawn when the snapshot has every département of the mainland and overseas."""

from __future__ import annotations

from collections.abc import Callable

import geopandas as gpd

from carto.codes import DEPARTEMENTS
from carto.drawing.country_projection import project_country
from carto.drawing.country_shapes import COUNTRY_PATH
from geodata.storage.draft import DraftSnapshot
from geodata.storage.frame_hash import frame_hash
from geodata.storage.stage_cache import StageCache

Report = Callable[[str], None]


def write_country(
    draft: DraftSnapshot, departements: gpd.GeoDataFrame, cache: StageCache, report: Report
) -> None:
    """Write the shapes of the map of France into the draft, if the snapshot is of all of it.

    Parameters
    ----------
    draft
        A draft, whose `maps/france.json` (see `carto.drawing.country_shapes`) is written.
    departements
        The published table.
    cache
        Where the map of the same shapes is found.
    report
        Called with one line when there is a map.
    """
    mine = departements[departements["code_departement"].isin(DEPARTEMENTS)]
    if len(mine) < len(DEPARTEMENTS):
        return
    report("carte de France")
    inputs = frame_hash(mine, ("code_departement", "geometry"))
    data = cache.through("country", inputs, lambda: project_country(mine).to_json().encode())
    draft.write_file(
        COUNTRY_PATH,
        data,
        title="Tracés de la carte : départements de France",
        mediatype="application/json",
    )
