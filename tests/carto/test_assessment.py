"""The whole computation keeps its promises: contracts met, unknowns explained, order of no weight.

The country is mini France.
"""

from __future__ import annotations

import json
from dataclasses import replace

import pandas as pd
import pytest

from carto import flags
from carto.assessment import assess
from carto.contracts import check
from carto.tables.communes import COMMUNES
from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from carto.territories import Perimeter
from carto.verdict.overrides import with_overrides
from tests.carto.test_reference import REFERENCE
from tests.mini_france.communes import POHER
from tests.mini_france.tables import assessed, question, tables

PERIMETERS = [
    Perimeter(),
    Perimeter(departements=("29",)),
    Perimeter(departements=("2A", "974")),
    Perimeter(epci=(POHER,)),
]


@pytest.mark.parametrize("perimeter", PERIMETERS)
@pytest.mark.parametrize("name", sorted(SNAPSHOT_TABLES))
def test_every_published_table_meets_its_contract(perimeter: Perimeter, name: str) -> None:
    assert check(assessed(perimeter).tables[name], SNAPSHOT_TABLES[name]) == []


@pytest.mark.parametrize("perimeter", PERIMETERS)
def test_every_complement_meets_its_contract(perimeter: Perimeter) -> None:
    complements = assessed(perimeter).complements
    assert list(complements) == list(COMPLEMENTS)
    for name, contract in COMPLEMENTS.items():
        assert check(complements[name], contract) == []


@pytest.mark.parametrize("without", [(), ("sites",), ("fibre", "filosofi"), ("epci", "mairies")])
def test_every_missing_value_has_a_reason_and_every_reason_a_missing_value(
    without: tuple[str, ...],
) -> None:
    communes = assess(tables(*without), question()).communes
    nullable = [column.name for column in COMMUNES.columns if column.nullable]
    for _, commune in communes.iterrows():
        reasons = json.loads(commune["reasons"])
        assert set(reasons) == {name for name in nullable if pd.isna(commune[name])}
        assert set(reasons.values()) <= set(flags.MEANINGS)


def test_an_unknown_population_is_explained_and_leaves_supply_unknown() -> None:
    given = tables()
    counted = given["population"]
    given["population"] = counted[counted["code_insee"] != "29227"]
    poullaouen = assess(given, question()).communes.set_index("code_insee").loc["29227"]
    reasons = json.loads(poullaouen["reasons"])
    assert reasons["population"] == flags.COMMUNE_ABSENTE
    for column in ("accessibility", "accessibility_low", "accessibility_quality"):
        assert pd.isna(poullaouen[column])
        assert reasons[column] == flags.POPULATION_INCONNUE
    assert poullaouen["nearest_site_id"] == "poher"
    assert poullaouen["verdict"] == "indetermine"


def test_every_flag_has_a_meaning() -> None:
    found = assessed(Perimeter())
    raised = "|".join([*found.communes["flags"], *found.sites["flags"], *found.fibre["flags"]])
    assert set(filter(None, raised.split("|"))) <= set(flags.MEANINGS)


def test_the_order_of_rows_in_the_inputs_is_of_no_weight() -> None:
    shuffled = {
        name: table.sample(frac=1, random_state=7).reset_index(drop=True)
        for name, table in tables().items()
    }
    one, other = assessed(Perimeter()), assess(shuffled, question())
    for name, contract in SNAPSHOT_TABLES.items():
        key = list(contract.key)
        pd.testing.assert_frame_equal(
            pd.DataFrame(one.tables[name]).sort_values(key, ignore_index=True),
            pd.DataFrame(other.tables[name]).sort_values(key, ignore_index=True),
        )


def test_inputs_are_left_as_they_were() -> None:
    given, kept = tables(), tables()
    assess(given, question())
    for name, table in given.items():
        pd.testing.assert_frame_equal(pd.DataFrame(table), pd.DataFrame(kept[name]))


def test_places_source_without_a_single_place_is_no_failure() -> None:
    given = tables()
    given["sites"] = given["sites"].iloc[:0]
    found = assess(given, question())
    assert found.communes["nearest_site_id"].isna().all()
    assert (found.communes["accessibility"] == 0).all()
    assert found.communes["alert_offre"].all()
    assert len(found.sites) == 0


def test_a_threshold_of_the_operator_changes_the_verdict() -> None:
    stricter = with_overrides({"alerts.fibre_pct": 99})
    found = assess(tables(), question(parameters=stricter)).communes.set_index("code_insee")
    assert found.loc["29227", "alert_connectivite"]
    assert "(seuil 99\u00a0%)" in found.loc["29227", "sentence"]
    assert (
        not assessed(Perimeter())
        .communes.set_index("code_insee")
        .loc["29227", "alert_connectivite"]
    )


def test_the_frozen_mean_of_the_demand_leaves_with_the_parameters_it_was_computed_with() -> None:
    by_need = {"demand.standard": "need"}
    other = by_need | {"need.revenu_deciles": [float(18000 + 500 * step) for step in range(9)]}
    frozen = replace(REFERENCE, demand_mean={"revenu": 2.0})
    means = [
        assess(
            tables(), replace(question(parameters=with_overrides(chosen)), reference=frozen)
        ).demand.mean
        for chosen in (by_need, other)
    ]
    assert means[0] == 2.0
    assert means[1] > 2.0


def test_the_verdict_can_be_recomputed_from_the_published_row() -> None:
    alerts = question().parameters.alerts
    for _, row in assessed(Perimeter()).communes.iterrows():
        far = pd.isna(row["nearest_site_min"]) or row["nearest_site_min"] > alerts.time_min
        short = row["accessibility_high"] < alerts.accessibility_min
        assert bool(row["alert_offre"]) == (far or short)
        if pd.notna(row["need"]):
            assert row["alert_besoin"] == (row["need"] >= alerts.need)
        if pd.notna(row["taux_couverture_ftth"]):
            assert row["alert_connectivite"] == (
                row["taux_couverture_ftth"] < alerts.fibre_pct / 100
            )


def test_fibre_is_published_at_the_points_of_the_perimeter_only() -> None:
    found = assessed(Perimeter(epci=(POHER,)))
    fibre = found.fibre.sort_values("code_insee")
    assert fibre["code_insee"].tolist() == ["22157", "29024", "29152", "29227"]
    assert fibre.geometry.x.tolist() == found.communes["longitude"].tolist()
