"""Permanences of counsellors: as a table or as JSON, and the counsellors never."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.source import ParsedTable
from geodata.sources.conseillers_numeriques import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.geodata.sources.test_lieux import check_no_personal_data

PERMANENCE = {
    "id": "62592a1d",
    "nom": "Mairie d'Argol",
    "services": "Prendre en main un ordinateur;Approfondir ma culture numérique",
    "pivot": "00000000000000",
    "commune": "Argol",
    "code_postal": "29560",
    "adresse": "1 place de l'Église",
    "latitude": 48.24618,
    "longitude": -4.31788,
    "telephone": "0612345678",
    "conditions_access": "Gratuit : Je peux accéder gratuitement au lieu et à ses services",
    "labels_nationaux": "CNFS;France Services",
    "horaires": "Mo 09:00-12:00",
    "source": "conseiller-numerique",
    "date_maj": "2022-05-09",
    "structureId": 7,
    "aidants": [
        {"aidantId": "1", "nom": "Jeanne Dupont", "courriel": "j@gmail.com", "telephone": "06"}
    ],
}


def parse_json(folder: Path, *permanences: object) -> ParsedTable:
    data = json.dumps(list(permanences), ensure_ascii=False)
    return parse(raw_file(folder, data, source="conseillers_numeriques", name="permanences.json"))


def test_the_api(tmp_path: Path) -> None:
    parsed = parse_json(tmp_path, PERMANENCE)
    row = parsed.table.iloc[0]
    assert row["id"] == "conseillers_numeriques:62592a1d"
    assert (row["kind"], row["pivot"]) == ("point_de_service", None) or row["pivot"] != row["pivot"]
    assert row["services"] == (
        "Maîtrise des outils numériques du quotidien|Compréhension du monde numérique"
    )
    assert row["dispositif_programmes_nationaux"] == "Conseillers numériques|France Services"
    assert [notice.code for notice in parsed.notices] == ["TELEPHONE_PERSONNEL"]


def test_lists_are_read_as_texts(tmp_path: Path) -> None:
    listed = PERMANENCE | {"services": ["Prendre en main un ordinateur"], "labels_nationaux": None}
    row = parse_json(tmp_path, listed).table.iloc[0]
    assert row["services"] == "Maîtrise des outils numériques du quotidien"


def test_counsellors_are_never_read(tmp_path: Path) -> None:
    refused = PERMANENCE | {"id": "2", "nom": ""}
    parsed = parse_json(tmp_path, PERMANENCE, PERMANENCE, refused, 3)
    assert (len(parsed.table), len(parsed.merged), len(parsed.refused)) == (1, 1, 2)
    check_no_personal_data(parsed)
    published = parsed.table.to_csv() + str((parsed.origins, parsed.refused, parsed.merged))
    assert "Dupont" not in published


@pytest.mark.parametrize("data", ["[", '{"message": "503"}', "[]", "<html>", ""])
def test_broken_files(tmp_path: Path, data: str) -> None:
    raw = raw_file(tmp_path, data, source="conseillers_numeriques", name="permanences.json")
    with pytest.raises(SourceError, match=r"^permanences\.json.*;"):
        parse(raw)


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    path = france_data / "lieux" / "conseillers-numeriques-v0.csv"
    parsed = parse(published_file(path, "conseillers_numeriques", "2022-12-31"))
    table = parsed.table
    assert (parsed.rows_in, len(table), len(parsed.refused)) == (4930, 4930, 0)
    assert set(table["kind"]) == {"point_de_service"}
    assert table["longitude"].notna().sum() == 4908
    assert table["horaires"].notna().sum() == 4193
    assert table["site_web"].notna().sum() == 2018
    check_no_personal_data(parsed)
