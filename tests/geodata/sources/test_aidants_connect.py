"""Structures of Aidants Connect: employers without coordinates, the inactive ones refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from geodata.errors import SourceError
from geodata.source import ParsedTable
from geodata.sources.aidants_connect import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.geodata.sources.standard_rows import csv_of
from tests.geodata.sources.test_lieux import check_no_personal_data

STRUCTURE = {
    "Name": "CCAS d'Argol",
    "ID": "7",
    "UUID": "76813e41",
    "Is Active": "true",
    "City Insee Code": "75107",
    "Address": "20 Avenue de Ségur\n75007 Paris",
    "Zip Code": "75007",
    "Siret": "13002603200016.0",
    "France Services Label": "true",
    "City": "Paris",
    "Nombre d'aidants": "22",
}


def parse_structures(folder: Path, *changes: dict[str, str]) -> ParsedTable:
    rows = [STRUCTURE | change for change in changes]
    return parse(raw_file(folder, csv_of(rows), source="aidants_connect"))


def test_a_structure(tmp_path: Path) -> None:
    parsed = parse_structures(tmp_path, {})
    assert not parsed.notices
    assert parsed.table.iloc[0].dropna().to_dict() == {
        "id": "aidants_connect:7",
        "source": "aidants_connect",
        "kind": "structure",
        "pivot": "13002603200016",
        "nom": "CCAS d'Argol",
        "code_insee": "75056",
        "nom_commune": "Paris",
        "adresse": "20 Avenue de Ségur 75007 Paris",
        "code_postal": "75007",
        "format": "fixe",
        "is_itinerant": False,
        "services": "Aide aux démarches administratives",
        "dispositif_programmes_nationaux": "Aidants Connect|France Services",
        "modalites_accompagnement": "Accompagnement individuel",
    }


@pytest.mark.parametrize("siret", ["0.0", "", "00000000000000"])
def test_an_unknown_siret_is_missing(tmp_path: Path, siret: str) -> None:
    parsed = parse_structures(tmp_path, {"Siret": siret})
    assert pd.isna(parsed.table.iloc[0]["pivot"])
    assert not parsed.notices


def test_an_inactive_structure_is_refused(tmp_path: Path) -> None:
    parsed = parse_structures(tmp_path, {}, {"ID": "8", "Is Active": "false"})
    assert [(row.line, row.code) for row in parsed.refused] == [(4, "STRUCTURE_INACTIVE")]


def test_a_structure_without_a_code_is_left_to_the_join(tmp_path: Path) -> None:
    row = parse_structures(tmp_path, {"City Insee Code": ""}).table.iloc[0]
    assert pd.isna(row["code_insee"])
    assert row["nom_commune"] == "Paris"


def test_a_renamed_column_is_named(tmp_path: Path) -> None:
    text = csv_of([STRUCTURE]).replace("Is Active", "Actif")
    with pytest.raises(SourceError, match=r"colonne Is Active.*renommez"):
        parse(raw_file(tmp_path, text, source="aidants_connect"))


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    path = france_data / "lieux" / "aidants-connect_structures.csv"
    parsed = parse(published_file(path, "aidants_connect", "2024-02-22"))
    assert (parsed.rows_in, len(parsed.table), len(parsed.refused)) == (5227, 5181, 46)
    assert set(Counter(row.code for row in parsed.refused)) == {"STRUCTURE_INACTIVE"}
    assert Counter(notice.code for notice in parsed.notices) == {
        "CODE_REPARE": 22,
        "PERSONNE_RETIREE": 5,
        "PIVOT_ILLISIBLE": 3,
        "CODE_POSTAL_ILLISIBLE": 1,
    }
    assert parsed.table["pivot"].notna().sum() == 5163
    assert parsed.table["code_insee"].isna().sum() == 222
    check_no_personal_data(parsed)
