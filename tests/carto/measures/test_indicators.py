"""Indicators: each a value or a missing value with its reason, in a table of fixed rows."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest

from carto import flags
from carto.measures.fibre import measure_fibre
from carto.measures.indicators import Indicators, Method, measure
from carto.measures.national_scores import SCORES
from carto.measures.variants import VARIANTS
from carto.sites.settle import settle
from carto.territories import Perimeter, join
from carto.verdict.parameters import Demand, Parameters, Projection, Quality, Supply
from tests.mini_france.tables import SOURCES, fibre, filosofi, sites, tables

TERRITORIES = join(
    {name: tables()[name] for name in ("contours", "mairies", "population", "epci")},
    dict.fromkeys(SOURCES, 2026),
    Perimeter(),
    30.0,
)

REVENU = Method(Parameters(), "revenu")
UNDECLARED = Method(Parameters(), None)


def placed(
    table: pd.DataFrame | None = None, parameters: Parameters | None = None
) -> gpd.GeoDataFrame:
    given = sites() if table is None else table
    return settle(given, TERRITORIES, parameters or Parameters(), "2024-08-01").places


def rates(table: pd.DataFrame | None = None) -> pd.DataFrame:
    return measure_fibre({"fibre": fibre() if table is None else table}, Quality(), Projection())


def row(indicators: Indicators, code: str) -> tuple[pd.Series, dict[str, str]]:
    position = indicators.table["code_insee"].tolist().index(code)
    return indicators.table.iloc[position], indicators.reasons[position]


@pytest.fixture(scope="module")
def measured() -> Indicators:
    return measure(TERRITORIES, placed(), rates(), {"filosofi": filosofi()}, REVENU)


def test_rows_stay_those_of_the_territories(measured: Indicators) -> None:
    assert measured.table["code_insee"].tolist() == TERRITORIES.table["code_insee"].tolist()
    assert len(measured.reasons) == len(measured.table)


def test_only_the_latest_quarter_of_fibre_counts() -> None:
    older = fibre().assign(quarter="2025-T4", locaux_raccordables=1)
    both = rates(pd.concat([older, fibre()], ignore_index=True))
    found, _ = row(measure(TERRITORIES, placed(), both, {}, REVENU), "29019")
    assert (found["fibre_quarter"], found["locaux_raccordables"]) == ("2026-T2", 98977)


def test_an_older_quarter_never_stands_for_the_latest() -> None:
    older = fibre().assign(quarter="2025-T4")
    now = fibre().loc[lambda table: table["code_insee"] != "29019"]
    both = rates(pd.concat([older, now], ignore_index=True))
    found, why = row(measure(TERRITORIES, placed(), both, {}, REVENU), "29019")
    assert pd.isna(found["taux_couverture_ftth"])
    assert pd.isna(found["fibre_quarter"])
    assert why["taux_couverture_ftth"] == flags.TRIMESTRE_ABSENT


def test_a_history_alone_says_nothing_of_now() -> None:
    history = {"fibre_history": fibre().assign(locaux_quarter="2026-T2", locaux_insee=pd.NA)}
    measured = measure_fibre(history, Quality(), Projection())
    found = measure(TERRITORIES, placed(), measured, {}, REVENU)
    assert row(found, "29019")[1]["taux_couverture_ftth"] == flags.SOURCE_ABSENTE


def test_three_reasons_for_no_rate_are_told_apart() -> None:
    counts = fibre().astype({"locaux": "Int64", "locaux_raccordables": "Int64"})
    counts.loc[counts["code_insee"] == "29019", "locaux_raccordables"] = pd.NA
    found = measure(TERRITORIES, placed(), rates(counts), {}, REVENU)
    why = {
        code: row(found, code)[1]["taux_couverture_ftth"] for code in ("05082", "29019", "55039")
    }
    assert why == {
        "05082": flags.COMMUNE_ABSENTE,
        "29019": flags.VALEUR_NON_DIFFUSEE,
        "55039": flags.LOCAUX_NULS,
    }
    assert row(found, "29019")[0]["locaux"] == 101397


def test_an_absent_source_is_not_an_absent_value() -> None:
    without = measure(TERRITORIES, None, None, {}, REVENU)
    _, reasons = row(without, "29019")
    for column in ("taux_couverture_ftth", "need", "nearest_site_id", "accessibility_low"):
        assert reasons[column] == flags.SOURCE_ABSENTE
    assert without.reach is None


def test_places_and_hours_are_counted_in_their_commune(measured: Indicators) -> None:
    carhaix, _ = row(measured, "29024")
    assert (carhaix["sites_count"], carhaix["hours_per_week"]) == (1, 35)
    motreff, _ = row(measured, "29152")
    assert (motreff["sites_count"], motreff["hours_per_week"]) == (0, 0)


def test_the_reach_without_itinerant_places_leaves_them_out(measured: Indicators) -> None:
    position = measured.table["code_insee"].tolist().index("05082")
    assert measured.reach is not None
    assert measured.reach.high[position] > 0
    assert measured.reach_without[flags.ITINERANT_DECIDE].high[position] == 0


@pytest.mark.parametrize(
    ("declared_hours", "imputed_hours", "grade"),
    [(29, 0, "A"), (28, 1, "A"), (9, 1, "B"), (5, 5, "B"), (4, 5, "C"), (0, 29, "C")],
)
def test_grades_follow_the_share_of_imputed_hours(
    declared_hours: float, imputed_hours: float, grade: str
) -> None:
    """The share is 0, 3 %, exactly 10 %, exactly 50 %, 56 % and all."""
    poher = sites()[lambda table: table["id"] == "poher"]
    other = poher.assign(id="poher-2", nom="Médiathèque")
    two = pd.concat([poher, other], ignore_index=True)
    two["hours_per_year_declared"] = [declared_hours * 52, None]
    supply = Supply(impute_france_services_h_week=imputed_hours)
    settled = placed(two, Parameters(supply=supply))
    found = measure(TERRITORIES, settled, rates(), {}, REVENU)
    assert row(found, "29024")[0]["accessibility_quality"] == grade


def test_flags_of_every_kind_gather_on_one_row(measured: Indicators) -> None:
    motreff, reasons = row(measured, "29152")
    assert motreff["flags"] == flags.DEMANDE_TRONQUEE
    assert reasons["accessibility"] == flags.DEMANDE_TRONQUEE
    assert "accessibility_low" not in reasons


def test_nothing_is_reached_without_places_that_are_all_itinerant() -> None:
    buses = sites().assign(is_itinerant=True, format="bus")
    found = measure(TERRITORIES, placed(buses), rates(), {}, REVENU)
    assert (found.reach_without[flags.ITINERANT_DECIDE].nearest.position == -1).all()


def ifn() -> pd.DataFrame:
    """Score two communes of mini France; the scores are invented."""
    table = pd.DataFrame({"code_insee": ["29019", "29024"], "ifn_total": [2.0, 8.0]})
    scores = dict.fromkeys(SCORES, table["ifn_total"])
    listed = "nscol15p_rate|older_65_rate|poverty_rate"
    return table.assign(ifn_indicateurs=listed, missing_reason=None, **scores)


def test_people_share_the_supply_by_their_need() -> None:
    by_need = Method(Parameters(), "ifn", {"ifn": 4.0})
    found = measure(TERRITORIES, placed(), rates(), {"fragilite": ifn()}, by_need)
    assert (found.demand.standard, found.demand.mean) == ("need", 4.0)
    brest, carhaix = row(found, "29019")[0], row(found, "29024")[0]
    assert brest["demand"] == brest["population"] / 2
    assert carhaix["demand"] == carhaix["population"] * 2
    other = found.table["code_insee"] == "75056"
    assert (found.table["demand"] == found.table["population"])[other].all()
    assert found.table["flags"][other].str.contains(flags.DEMANDE_NON_STANDARDISEE).all()
    assert flags.DEMANDE_NON_STANDARDISEE not in brest["flags"]


def test_the_standard_asked_for_replaces_the_best_one() -> None:
    plain = Method(Parameters(demand=Demand(standard="none")), "ifn")
    found = measure(TERRITORIES, placed(), rates(), {"fragilite": ifn()}, plain)
    assert found.demand.standard == "none"
    assert row(found, "29024")[0]["demand"] == row(found, "29024")[0]["population"]


def test_the_variants_hold_the_accessibility_between_them(measured: Indicators) -> None:
    known = measured.table[measured.table["accessibility_low"].notna()]
    assert (known["accessibility_variant_low"] <= known["accessibility_low"]).all()
    assert (known["accessibility_variant_high"] >= known["accessibility_high"]).all()
    assert list(measured.variants) == list(VARIANTS)


def test_without_a_declared_variant_income_is_known_and_need_is_not() -> None:
    found = measure(TERRITORIES, placed(), rates(), {"filosofi": filosofi()}, UNDECLARED)
    values, reasons = row(found, "29019")
    assert values["niveau_vie_median"] > 0
    assert pd.isna(values["need"])
    assert reasons["need"] == "VARIANTE_NON_DECLAREE"
    assert "niveau_vie_median" not in reasons


def test_without_a_source_of_places_their_number_is_unknown() -> None:
    values, reasons = row(measure(TERRITORIES, None, None, {}, UNDECLARED), "29019")
    assert pd.isna(values["sites_count"])
    assert pd.isna(values["hours_per_week"])
    assert reasons["sites_count"] == reasons["hours_per_week"] == "SOURCE_ABSENTE"
