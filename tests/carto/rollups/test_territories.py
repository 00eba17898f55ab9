"""Territories are sums first and rates last, and say nothing that too few people inform."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from carto.assessment import assess
from carto.errors import CartoError
from carto.rollups.groups import Group
from carto.rollups.levels import levels_of
from carto.rollups.territories import roll_up
from carto.tables.rollups import DEPARTEMENT, EPCI
from carto.territories import Perimeter
from carto.verdict.overrides import with_overrides
from carto.verdict.parameters import Parameters
from tests.carto.rollups.sample import communes, known
from tests.mini_france.communes import POHER
from tests.mini_france.tables import assess_groups, assessed, question, tables


def rolled(perimeter: Perimeter | None = None, **changed: Any) -> dict[str, gpd.GeoDataFrame]:
    table = communes(**changed)
    return roll_up(table, levels_of(table, known(table, perimeter)), Parameters())


def epci(**changed: Any) -> pd.Series:
    found = rolled(**changed)["epci"]
    assert len(found) == 1
    return found.iloc[0]


def test_the_rate_is_the_ratio_of_sums_not_the_mean_of_rates() -> None:
    found = epci()
    assert found["taux_couverture_ftth"] == pytest.approx(1560 / 1800, abs=1e-6)
    assert found["taux_couverture_ftth"] != pytest.approx(np.mean([0.5, 1.0, 0.5, 1.0, 0.9]))


def test_a_surplus_here_hides_no_shortage_there() -> None:
    found = epci()
    assert found["locaux"] - found["locaux_raccordables"] == 240
    assert found["locaux_restants"] == 250


def test_a_total_above_the_estimate_is_capped() -> None:
    more = pd.array([110, 110, 210, 410, 1010], dtype="Int64")
    assert epci(locaux_raccordables=more)["taux_couverture_ftth"] == 1


def test_means_are_weighted_by_population() -> None:
    found = epci()
    assert found["need"] == pytest.approx((1000 + 900 * 5 + 1000) / 2000, abs=0.01)
    assert found["accessibility"] == pytest.approx((200 + 800 + 3000) / 2000)
    assert found["nearest_site_min"] == pytest.approx(
        (3000 + 4000 + 6003 + 4000 + 5000) / 2000, abs=0.01
    )


def test_people_beyond_the_threshold_are_strictly_beyond_it() -> None:
    assert epci()["population_beyond_time_share"] == pytest.approx(400 / 2000)


def test_an_island_without_a_place_is_beyond_and_not_averaged() -> None:
    found = epci(nearest_site_min=[np.nan, 20.0, 20.01, 10.0, 5.0])
    assert found["population_beyond_time_share"] == pytest.approx(400 / 2000)
    assert found["nearest_site_min_informed_share"] == pytest.approx(0.95)
    assert found["nearest_site_min"] == pytest.approx((4000 + 6003 + 9000) / 1900, abs=0.01)


@pytest.mark.parametrize(
    ("known", "informed", "published"),
    [
        ([True, True, True, True, True], 1.0, True),
        ([True, True, False, True, True], 0.85, True),
        ([True, True, True, False, True], 0.8, True),
        ([False, True, True, False, True], 0.75, False),
        ([True, True, True, True, False], 0.5, False),
    ],
)
def test_below_eighty_percent_informed_nothing_is_published(
    known: list[bool], informed: float, published: bool
) -> None:
    need = np.where(known, 5.0, np.nan)
    rate = np.where(known, 0.9, np.nan)
    found = epci(need=need, taux_couverture_ftth=rate)
    for column in ("need", "taux_couverture_ftth"):
        share = "fibre_informed_share" if column != "need" else "need_informed_share"
        assert found[share] == pytest.approx(informed)
        assert pd.notna(found[column]) is published
    assert pd.notna(found["locaux"]) is published


def test_an_unknown_population_makes_every_share_unknown() -> None:
    found = epci(population=pd.array([None, 200, 300, 400, 1000], dtype="Int64"))
    shares = [name for name in found.index if str(name).endswith("_share")]
    assert len(shares) == 21
    assert found[shares].isna().all()
    assert pd.isna(found["population"])
    assert pd.isna(found["need"])
    assert found["communes_count"] == 5


def test_nobody_at_all_divides_nothing() -> None:
    found = epci(
        population=pd.array([0] * 5, dtype="Int64"),
        verdict="sans_objet",
        is_underserved=pd.array([None] * 5, dtype="boolean"),
    )
    assert found["population"] == 0
    assert pd.isna(found["population_verdict_sans_objet_share"])
    assert found["communes_verdict_sans_objet"] == 5


def test_classes_count_communes_and_people() -> None:
    found = epci()
    communes_by = [found[f"communes_verdict_{v}"] for v in ("0", "1", "2", "3", "indetermine")]
    people_by = [
        found[f"population_verdict_{v}_share"] for v in ("0", "1", "2", "3", "indetermine")
    ]
    assert communes_by == [1, 1, 1, 1, 1]
    assert people_by == pytest.approx([0.1, 0.5, 0.15, 0.05, 0.2])
    assert (found["communes_underserved"], found["population_underserved"]) == (2, 400)


def test_an_indeterminate_commune_known_to_be_underserved_counts_as_such() -> None:
    certain = pd.array([True, False, True, True, False], dtype="boolean")
    assert epci(is_underserved=certain)["communes_underserved"] == 3


def test_an_epci_keeps_its_members_of_other_departements() -> None:
    found = epci()
    assert found["departements"] == "22|29"
    assert found["population"] == 2000
    assert found["geometry"].area == pytest.approx(5)


def test_a_departement_counts_only_its_communes_of_the_perimeter() -> None:
    found = rolled()["departement"]
    assert found["code_departement"].tolist() == ["29"]
    assert found["nom"].tolist() == ["Finistère"]
    assert found["region"].tolist() == ["53"]
    assert found["communes_count"].tolist() == [4]
    assert found["communes_expected"].tolist() == [4]
    assert found["population"].tolist() == [1900]


def test_without_a_source_of_places_nobody_is_said_to_be_far() -> None:
    unknown = pd.array([None] * 5, dtype="Float64")
    found = epci(
        sites_count=unknown, hours_per_week=unknown, nearest_site_min=unknown, accessibility=unknown
    )
    for name in ("nearest_site_min", "sites_count", "hours_per_week", "sites_per_10000"):
        assert pd.isna(found[name])
    assert found[[name for name in found.index if "beyond" in name]].isna().all()


def test_without_members_there_is_no_epci() -> None:
    found = rolled(siren_epci=None)["epci"]
    assert len(found) == 0
    assert found.crs == 4326
    assert tuple(found.columns) == EPCI.names


def test_the_sentence_counts_what_the_columns_count() -> None:
    assert epci()["sentence"] == (
        "CC Poher Communauté\u00a0: 2\u00a0communes sur 5 (20,0\u00a0% des habitants) sont "
        "sous-desservies, dont 1 prioritaire\u00a0; 1 reste indéterminée."
    )


def test_all_levels_meet_on_mini_france() -> None:
    """Régions add up to France, and départements to régions."""
    found = assessed(Perimeter())
    summed = [
        *("communes_count", "communes_expected", "population", "sites_count", "hours_per_week"),
        *(name for name in EPCI.names if name.startswith(("communes_verdict_", "communes_type_"))),
        *(name for name in EPCI.names if name.startswith("population_type_")),
        *("communes_underserved", "population_underserved"),
    ]
    country = found.france.iloc[0]
    by_region = found.departement.groupby("region")[summed].sum()
    regions = found.region.set_index("code_region")
    for name in summed:
        assert by_region[name].tolist() == pytest.approx(regions[name].tolist()), name
        if name != "communes_expected":
            assert found.region[name].sum() == pytest.approx(country[name]), name
    assert country["communes_count"] == len(found.communes)
    assert country["geometry"].area == pytest.approx(found.communes.geometry.union_all().area)


def test_means_of_france_are_those_of_its_regions_weighted_by_people() -> None:
    found = assessed(Perimeter())
    peopled = found.region[found.region["population"] > 0]
    weighted = (peopled["accessibility"] * peopled["population"]).sum()
    expected = weighted / peopled["population"].sum()
    assert found.france.iloc[0]["accessibility"] == pytest.approx(expected, abs=1e-3)


def test_the_departement_of_a_perimeter_is_that_of_france() -> None:
    columns = [name for name in DEPARTEMENT.names if name.startswith(("locaux", "communes_c"))]
    alone = assessed(Perimeter(("29",))).departement.iloc[0]
    among = assessed(Perimeter()).departement.set_index("code_departement").loc["29"]
    assert alone[columns].isna().tolist() == among[columns].isna().tolist()
    known_ = [name for name in columns if pd.notna(alone[name])]
    assert alone[known_].tolist() == among[known_].tolist()


def test_a_group_with_an_old_code_on_mini_france() -> None:
    poher = Group("poher", "Pays du Poher", ("29024", "29052", "22157"))
    (row,) = assess_groups(poher).groupe.to_dict("records")
    assert (row["communes_count"], row["communes_expected"]) == (2, 3)
    assert (row["communes_missing"], row["codes_anciens"]) == ("29003", "29052 : 29003")
    assert (row["departements"], row["population"]) == ("22|29", 7412 + 656)
    assert row["sentence"].startswith("Pays du Poher\u00a0: ")


def test_a_group_of_unknown_communes_stops_before_anything_is_measured() -> None:
    with pytest.raises(CartoError, match=r"groupes\.rien\.communes : « 29998 »"):
        assess_groups(Group("rien", "Rien", ("29998",)))


def test_the_buffer_never_counts() -> None:
    wide = with_overrides({"catchment.buffer_km": 200})
    found = assess(tables(), question(Perimeter(epci=(POHER,)), wide))
    assert set(found.territories.table["code_insee"]) > set(found.communes["code_insee"])
    assert found.epci["communes_count"].tolist() == [4]
    assert found.epci["population"].sum() == found.communes["population"].sum()
