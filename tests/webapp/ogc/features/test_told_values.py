"""Tests of `webapp.ogc.features.told_values`."""

from __future__ import annotations

import json

from carto.contracts import Column
from carto.flags import ILE_SANS_LIEU, MEANINGS
from carto.french import MISSING
from webapp.ogc.features.told_values import ToldValue, tell, unit_of, written

MINUTES = Column("nearest_site_min", "number", "Temps d'accès", "Un temps.", unit="min")
SHARE = Column("share", "number", "Taux", "Un taux.", unit="part")
REASONS = Column("reasons", "string", "Raisons", "Des raisons.")
VERDICT = Column("verdict", "string", "Verdict", "La classe.", choices=("3", "indetermine"))
FIELDS = {field.name: field for field in (MINUTES, SHARE, REASONS, VERDICT)}


def test_an_absent_value_says_why_when_it_is_known() -> None:
    row = {"nearest_site_min": None, "reasons": json.dumps({"nearest_site_min": ILE_SANS_LIEU})}
    assert tell(row, MINUTES, FIELDS) == ToldValue(MISSING, why=MEANINGS[ILE_SANS_LIEU])
    assert tell({"nearest_site_min": None}, MINUTES, FIELDS) == ToldValue(MISSING)


def test_reasons_are_told_by_labels() -> None:
    row = {"reasons": json.dumps({"nearest_site_min": ILE_SANS_LIEU})}
    told = tell(row, REASONS, FIELDS).text
    assert told.startswith("Temps d'accès : Île sans lieu")
    assert ILE_SANS_LIEU not in told


def test_a_share_is_a_percentage_and_another_number_keeps_its_unit() -> None:
    row = {"share": 0.7638, "nearest_site_min": 12.5}
    assert tell(row, SHARE, FIELDS) == ToldValue("76,4\xa0%")
    assert tell(row, MINUTES, FIELDS) == ToldValue("12,5", "min")
    assert unit_of(SHARE) == ""


def test_a_class_is_a_word_beside_the_code_that_filters_ask_for() -> None:
    assert tell({"verdict": "3"}, VERDICT, FIELDS) == ToldValue("prioritaire", code="3")
    assert tell({"verdict": "indetermine"}, VERDICT, FIELDS).text == "indéterminé"


def test_a_day_is_written_in_full() -> None:
    day = Column("date_maj", "date", "Mise à jour", "Un jour.")
    assert written("2024-08-01", day) == "1er août 2024"
