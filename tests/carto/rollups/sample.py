"""Communes of a territory to roll up, whole tables of them or bare columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from carto.rollups.averages import AVERAGED, COUNTED
from carto.rollups.composition import Composition
from carto.rollups.grouped import Grouped, Membership
from carto.rollups.groups import LivingGroup
from carto.rollups.local import SUMMED
from carto.territories import Perimeter

SIREN = "242900744"
NOT_AVERAGED = sorted({*AVERAGED, *COUNTED, *SUMMED} - {"nearest_site_min", "accessibility"})


def one_territory(columns: Mapping[str, Any], least_informed: float = 0.8) -> Grouped:
    """Group some communes as a single territory."""
    arrays = {name: np.asarray(values) for name, values in columns.items()}
    rows = np.arange(len(arrays["population"]))
    return Grouped(arrays, Membership.of([rows]), least_informed)


def communes(**changed: Any) -> gpd.GeoDataFrame:
    """Five communes of one EPCI: 100, 200, 300, 400 and 1,000 inhabitants; one beyond 29."""
    table = pd.DataFrame(
        {
            "code_insee": ["22157", "29001", "29002", "29003", "29004"],
            "departement": ["22", "29", "29", "29", "29"],
            "region": "53",
            "siren_epci": SIREN,
            "siren_ept": None,
            "is_in_scope": [False, True, True, True, True],
            "population": pd.array([100, 200, 300, 400, 1000], dtype="Int64"),
            "locaux": pd.array([100, 100, 200, 400, 1000], dtype="Int64"),
            "locaux_raccordables": pd.array([50, 110, 100, 400, 900], dtype="Int64"),
            "locaux_restants": pd.array([50, 0, 100, 0, 100], dtype="Int64"),
            "taux_couverture_ftth": [0.5, 1.0, 0.5, 1.0, 0.9],
            "fibre_quarter": ["2026-T1", *["2026-T2"] * 4],
            "sites_count": [0, 0, 1, 0, 2],
            "lieux_count": [0, 0, 1, 0, 1],
            "points_de_service_count": [0, 0, 0, 0, 3],
            "mediateurs_etp": np.nan,
            "hours_per_week": [0.0, 0.0, 12.5, 0.0, 60.0],
            "nearest_site_min": [30.0, 20.0, 20.01, 10.0, 5.0],
            "population_beyond_time_share": np.nan,
            "accessibility": [0.0, 1.0, 0.0, 2.0, 3.0],
            **dict.fromkeys(NOT_AVERAGED, np.nan),
            "need": [10.0, 5.0, 5.0, 5.0, 1.0],
            "verdict": ["3", "0", "2", "indetermine", "1"],
            "is_underserved": pd.array([True, False, True, None, False], dtype="boolean"),
            "typology": ["cumul", "pourvue", "double_peine", None, "fibree_sans_aide"],
            "robustness": ["robuste", "robuste", "fragile", None, "bascule"],
            "copper_class": ["CU0", "CU2", "CU2", None, "CU4"],
            "is_commune_relais": pd.array([None] * 5, dtype="boolean"),
        }
    ).assign(**changed)
    squares = [shapely.box(i, 0, i + 1, 1) for i in range(len(table))]
    return gpd.GeoDataFrame(table, geometry=squares, crs=4326)


def members(codes: Sequence[str]) -> pd.DataFrame:
    """List the official members of the EPCI."""
    return pd.DataFrame(
        {
            "code_insee": list(codes),
            "siren_epci": SIREN,
            "nom_epci": "CC Poher Communauté",
            "nature_juridique": "CC",
        }
    )


def known(
    table: pd.DataFrame, perimeter: Perimeter | None = None, *groups: LivingGroup
) -> Composition:
    """Say what is known beside a table of communes: all of them are official and counted."""
    codes = table["code_insee"]
    return Composition(
        epci=members(codes) if table["siren_epci"].notna().all() else members([]),
        ept=pd.DataFrame({"code_insee": codes, "siren_ept": table["siren_ept"], "nom_ept": "EPT"}),
        people=codes,
        perimeter=perimeter or Perimeter(("29",)),
        groups=groups,
    )
