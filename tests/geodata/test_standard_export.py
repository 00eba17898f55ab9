"""Places go out in the national standard: valid, nothing invented, nothing that it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Resource, Schema

from carto.contracts import check
from carto.mediation_standard import FIELDS
from carto.tables.standard_places import LIEUX_STANDARD
from geodata.frames import frame_of
from geodata.standard_export import is_expressible, standard_rows
from geodata.storage.csv_table import csv_bytes
from tests.webapp.sample_rows import place

DATES = {"france_services": "2024-08-01"}


def site(**own: Any) -> dict[str, Any]:
    usual = {"longitude": -4.1, "latitude": 48.0, "source_declaree": None}
    return place(("france_services:1", "France services Le Faou"), "29053", "Le Faou") | usual | own


def written(**own: Any) -> dict[str, str]:
    """Read the only row of the file of one place."""
    text = csv_bytes(LIEUX_STANDARD, standard_rows([site(**own)], DATES)).decode()
    return next(csv.DictReader(io.StringIO(text)))


def test_the_fields_are_those_of_the_standard_in_its_order() -> None:
    assert tuple(written()) == FIELDS


@pytest.mark.parametrize(
    ("own", "field", "expected"),
    [
        ({"pivot": None}, "pivot", "00000000000000"),
        ({"pivot": "21290053900011"}, "pivot", "21290053900011"),
        ({"date_maj": None}, "date_maj", "2024-08-01"),
        ({"date_maj": "2023-01-31"}, "date_maj", "2023-01-31"),
        ({"telephone": "+33298810000"}, "telephone", "+33298810000"),
        ({"telephone": "02 98 81 00 00"}, "telephone", ""),
        ({"is_itinerant": True}, "itinerance", "Itinérant"),
        ({"source_declaree": "Hinaura"}, "source", "Hinaura"),
        ({"services": "Insertion professionnelle via le numérique|Danse"}, "services",
         "Insertion professionnelle via le numérique"),
        ({"nom": "=cmd()"}, "nom", "'=cmd()"),
        ({"presentation_resume": None}, "presentation_resume", ""),
        ({}, "longitude", "-4.1"),
    ],
)  # fmt: skip
def test_a_value(own: dict[str, Any], field: str, expected: str) -> None:
    assert written(**own)[field] == expected


def test_the_label_that_the_schema_misspells_goes_with_the_other_labels() -> None:
    row = written(
        formations_labels="Étapes numériques (La Poste)|SUD LABS (PACA)",
        autres_formations_labels="FRR",
    )
    assert row["formations_labels"] == "SUD LABS (PACA)"
    assert row["autres_formations_labels"] == "FRR|Étapes numériques (La Poste)"


@pytest.mark.parametrize(
    "own", [{"adresse": None}, {"code_postal": None}, {"code_postal": "2900"}, {"id": "x" * 2001}]
)
def test_a_place_without_what_the_standard_requires_is_not_written(own: dict[str, Any]) -> None:
    assert not is_expressible(site(**own))
    assert standard_rows([site(**own)], DATES) == []


def test_rows_meet_our_contract_of_the_standard() -> None:
    rows = standard_rows([site(), site(id="b", telephone="+33298810000")], DATES)
    records = [dict(zip(FIELDS, row, strict=True)) for row in rows]
    table = frame_of(
        [{name: value or None for name, value in row.items()} for row in records], LIEUX_STANDARD
    )
    assert check(table, LIEUX_STANDARD) == []


@pytest.mark.france
def test_the_file_passes_the_published_schema(france_data: Path, tmp_path: Path) -> None:
    every = site(
        services="Compréhension du monde numérique|Utilisation sécurisée du numérique",
        frais_a_charge="Gratuit sous condition|Payant",
        dispositif_programmes_nationaux="Aidants Connect|Relais numérique (Emmaüs Connect)",
        formations_labels="Étapes numériques (La Poste)|Fabriques de Territoire",
        modalites_acces="Ce lieu n'accueille pas de public",
        telephone="+33298810000",
        horaires="Mo-Fr 09:00-12:00",
    )
    rows = standard_rows([every, site(id="lieux:b", nom="-2 rue"), site(id="c")], DATES)
    (tmp_path / "lieux.csv").write_bytes(csv_bytes(LIEUX_STANDARD, rows))
    path = france_data / "lieux/schema-standard-mediation-num-v1.0.1.json"
    schema = Schema.from_descriptor(json.loads(path.read_text(encoding="utf-8")))
    report = Resource(path="lieux.csv", basepath=str(tmp_path), schema=schema).validate()
    assert report.flatten(["rowNumber", "fieldName", "note"]) == []
    assert report.valid
