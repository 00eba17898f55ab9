"""Facts reach the communes as published, and say why when they do not."""

from __future__ import annotations

import json

import geopandas as gpd
import pandas as pd
import pytest

from carto import flags
from carto.assessment import assess
from carto.facts import FACTS, join_facts, supplied
from carto.reasons import Reasons
from carto.tables.communes import COMMUNES
from tests.mini_france.tables import question, row, tables

CODES = ["29155", "75056", "97411"]
COMMUNES_TABLE = gpd.GeoDataFrame({"code_insee": CODES}, index=[10, 20, 30])


def joined(given: dict[str, pd.DataFrame]) -> tuple[gpd.GeoDataFrame, Reasons]:
    reasons = Reasons(len(COMMUNES_TABLE))
    return join_facts(COMMUNES_TABLE, given, reasons), reasons


def test_every_fact_is_a_column_that_communes_may_lack() -> None:
    for fact in FACTS:
        assert all(COMMUNES.column(name).nullable for name in fact.columns)
        assert {fact.absent, fact.unsaid} <= set(flags.MEANINGS)


def test_a_value_goes_to_its_commune_whatever_the_order_of_either_side() -> None:
    frr = pd.DataFrame(
        {"code_insee": ["97411", "29155"], "classement_frr": ["frr_plus", "non_classee"]}
    )
    table, reasons = joined({"frr": frr})
    assert table["code_insee"].to_list() == CODES
    assert table["classement_frr"].fillna("?").to_list() == ["non_classee", "?", "frr_plus"]
    said = [row.get("classement_frr") for row in reasons.by_row]
    assert said == [None, flags.COMMUNE_ABSENTE, None]


def test_a_measure_that_the_files_leave_out_was_not_supplied() -> None:
    filosofi = pd.DataFrame(
        {
            "code_insee": ["29155", "75056"],
            "niveau_vie_median": [20_000.0, None],
            "taux_pauvrete": [None, None],
        }
    )
    _, reasons = joined({"filosofi": filosofi})
    assert [row.get("niveau_vie_median") for row in reasons.by_row] == [
        None,
        flags.VALEUR_NON_DIFFUSEE,
        flags.VALEUR_NON_DIFFUSEE,
    ]
    assert {row["taux_pauvrete"] for row in reasons.by_row} == {flags.SOURCE_ABSENTE}


def test_an_absent_row_an_unsaid_value_and_an_absent_source_are_three_things() -> None:
    cuivre = pd.DataFrame(
        {
            "code_insee": ["29155", "75056"],
            "fermeture_commerciale": ["2026-01-31", None],
            "fermeture_technique": ["2027-01-31", None],
            "fermeture_technique_fin": ["2027-01-31", None],
            "cuivre_lot": ["5", None],
            "locaux_bloques": [3, 2],
            "prevision_completude": ["2026-12-31", None],
            "prevision_completude_fin": [None, None],
        }
    )
    table, reasons = joined({"cuivre": cuivre})
    assert table["fermeture_technique"].fillna("?").to_list() == ["2027-01-31", "?", "?"]
    assert [row.get("fermeture_technique") for row in reasons.by_row] == [
        None,
        flags.DATE_NON_FIXEE,
        flags.COMMUNE_ABSENTE,
    ]
    assert [row.get("cuivre_lot") for row in reasons.by_row] == [
        None,
        flags.VALEUR_NON_DIFFUSEE,
        flags.COMMUNE_ABSENTE,
    ]
    assert {row["prevision_completude_fin"] for row in reasons.by_row} == {flags.SOURCE_ABSENTE}
    assert all(row["classement_frr"] == flags.SOURCE_ABSENTE for row in reasons.by_row)
    assert table["classement_frr"].isna().all()


def test_belonging_to_no_ept_is_said() -> None:
    _, reasons = joined({"ept": tables()["ept"]})
    said = [row["siren_ept"] for row in reasons.by_row]
    assert said == [flags.SANS_EPT, flags.COMMUNE_ABSENTE, flags.SANS_EPT]


def test_only_a_source_that_lists_every_commune_reports_those_it_lacks() -> None:
    unmatched = assess(tables(), question()).unmatched
    assert not [row for row in unmatched if row.source == "cuivre"]
    assert [row for row in unmatched if row.source == "frr" and row.nom]


def test_only_supplied_facts_are_joined() -> None:
    assert [fact.source for fact, _ in supplied(tables("ept"))] == ["filosofi", "frr", "cuivre"]


@pytest.mark.parametrize(
    ("column", "value"),
    [("classement_frr", "frr_plus"), ("fermeture_technique", "2028-01-31"), ("nom_ept", None)],
)
def test_facts_are_published(column: str, value: str | None) -> None:
    commune = row(assess(tables(), question()), "22157")
    assert str(commune[column]) == (value or "nan")
    assert (column in json.loads(str(commune["reasons"]))) == (value is None)
