"""Estimates are flagged on their commune; a missing value says that the passage is why."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from carto import flags
from carto.cog.carry import Doubt
from carto.cog.doubts import on_communes, on_places

COMMUNES = gpd.GeoDataFrame(
    {
        "code_insee": ["29001", "29002", "29003"],
        "fibre_quarter": ["2026-T2", None, "2026-T2"],
        "flags": ["", flags.MAIRIE_ABSENTE, ""],
    },
    geometry=gpd.GeoSeries([None] * 3),
    crs=4326,
)


def fibre(code: str, flag: str, quarter: str = "2026-T2") -> Doubt:
    return Doubt("fibre_x", "fibre", (code, quarter), flag, ("locaux",))


def test_estimates_are_flags_after_those_already_raised() -> None:
    doubts = [
        Doubt("filosofi", "filosofi", ("29002",), flags.ESTIME_PARTAGE, ("niveau_vie_median",)),
        Doubt("epci", "epci", ("29002",), flags.ESTIME_FUSION, ("siren_epci",)),
        Doubt("epci", "epci", ("22001",), flags.ESTIME_FUSION, ("siren_epci",)),
    ]
    joined = f"{flags.MAIRIE_ABSENTE}|{flags.ESTIME_FUSION}|{flags.ESTIME_PARTAGE}"
    assert on_communes(COMMUNES, [{}, {}, {}], doubts) == ["", joined, ""]


def test_another_quarter_does_not_concern_what_is_shown() -> None:
    doubts = [fibre("29001", flags.ESTIME_PARTAGE, "2018-T1"), fibre("29003", flags.ESTIME_PARTAGE)]
    assert on_communes(COMMUNES, [{}, {}, {}], doubts)[0] == ""
    assert on_communes(COMMUNES, [{}, {}, {}], doubts)[2] == flags.ESTIME_PARTAGE


def test_missing_values_say_why_and_known_ones_say_nothing() -> None:
    reasons = [{"locaux": "X", "taux_couverture_ftth": "X", "need": "Y"}, {}, {}]
    raised = on_communes(COMMUNES, reasons, [fibre("29001", flags.FUSION_INCOMPLETE)])
    assert raised[0] == ""
    assert reasons[0] == {
        "locaux": flags.FUSION_INCOMPLETE,
        "taux_couverture_ftth": flags.FUSION_INCOMPLETE,
        "need": "Y",
    }


def test_places_say_that_their_code_was_replaced() -> None:
    places = pd.DataFrame({"id": ["a", "b"], "code_insee": ["29001", "29002"]})
    doubt = Doubt("lieux", "sites", ("b",), flags.CODE_ANCIEN, ("code_insee",))
    assert on_places(places, [doubt]) == ["", flags.CODE_ANCIEN]
    assert on_places(places.assign(flags="Z"), [doubt]) == ["Z", f"Z|{flags.CODE_ANCIEN}"]
