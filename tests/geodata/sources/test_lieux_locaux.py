"""Local files: any columns, one place of several rows, and the four regional files."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from geodata.errors import SettingsError, SourceError
from geodata.source import ParsedTable
from geodata.source_settings import SHIPPED_COLUMNS
from geodata.sources.lieux_locaux import parse, recognises
from tests.geodata.raw_files import published_file, raw_file
from tests.geodata.sources.standard_rows import csv_of
from tests.geodata.sources.test_lieux import check_no_personal_data

MAP = """
regrouper = ["nom", "commune"]
[champs]
id = "N° ?"
nom = "Lieu"
commune = "Ville"
code_postal = "CP"
services = "Aide"
horaires = "Ouverture"
"""
ROW = {
    "N° ?": "10",
    "Lieu": "Mairie",
    "Ville": "Argol",
    "CP": "29560",
    "Aide": "Aide aux démarches administratives",
    "Ouverture": "lundi 9h-12h",
}


def parse_rows(folder: Path, *changes: dict[str, str], text: str | None = None) -> ParsedTable:
    columns = folder / "carte.toml"
    columns.write_text(MAP, encoding="utf-8")
    data = text or csv_of([ROW | change for change in changes], ";")
    return parse(replace(raw_file(folder, data, source="lieux_argol"), columns=columns))


def test_rows_of_one_place_become_one(tmp_path: Path) -> None:
    other = {"N° ?": "9", "Aide": "Loisirs et créations numériques"}
    parsed = parse_rows(tmp_path, {}, other, {"N° ?": "11", "Lieu": "EPN"})
    assert parsed.table["id"].to_list() == ["lieux_argol:11", "lieux_argol:9"]
    row = parsed.table.set_index("id").loc["lieux_argol:9"]
    assert row["services"] == "Loisirs et créations numériques|Aide aux démarches administratives"
    assert row["horaires"] == "Mo 09:00-12:00"
    (merged,) = parsed.merged
    assert (merged.line, merged.code, merged.into) == (2, "MEME_LIEU", "lieux_argol:9")


def test_hours_that_differ_are_missing(tmp_path: Path) -> None:
    parsed = parse_rows(tmp_path, {}, {"N° ?": "11", "Ouverture": "mardi 9h-12h"}, {"N° ?": "12"})
    row = parsed.table.iloc[0]
    assert pd.isna(row["horaires"])
    assert row["horaires_source"] == "lundi 9h-12h ; mardi 9h-12h"
    assert "HORAIRES_DIVERGENTS" in {notice.code for notice in parsed.notices}
    assert len(parsed.merged) == 2


def test_json_is_read_like_a_table(tmp_path: Path) -> None:
    data = json.dumps([ROW], ensure_ascii=False)
    assert parse_rows(tmp_path, text=data).table["nom"].to_list() == ["Mairie"]


def test_a_column_that_the_file_has_not_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"colonne Ville.*colonne absente.*Commune"):
        parse_rows(tmp_path, text=csv_of([ROW]).replace("Ville", "Commune"))


def test_without_a_map(tmp_path: Path) -> None:
    raw = raw_file(tmp_path, csv_of([ROW]), source="lieux_argol")
    assert not recognises(raw)
    with pytest.raises(SettingsError, match="ajoutez colonnes"):
        parse(raw)


STAFFED = """
[champs]
id = "N° ?"
nom = "Lieu"
commune = "Ville"
code_postal = "CP"
etp = "Temps"
mediateur = "Qui"
public_restreint = "Réservé"
horaires = ["Ouverture", "Semaines"]
heures_par_passage = "Durée"
passages_par_an = "Passages"
"""
STAFF = ROW | {
    **{"Temps": "", "Qui": "", "Réservé": "", "Semaines": "", "Durée": "", "Passages": ""},
    "Ouverture": "",
}


def parse_staff(folder: Path, *changes: dict[str, str], grouped: bool = False) -> ParsedTable:
    columns = folder / "carte.toml"
    group = 'regrouper = ["nom", "commune"]\n' if grouped else ""
    columns.write_text(group + STAFFED, encoding="utf-8")
    rows = [STAFF | {"N° ?": str(number)} | own for number, own in enumerate(changes, 1)]
    data = csv_of(rows, ";")
    return parse(replace(raw_file(folder, data, source="lieux_argol"), columns=columns))


def test_a_mediator_of_two_places_is_shared_and_not_named(tmp_path: Path) -> None:
    person = {"Qui": "Anne Dupont", "Temps": "0,8"}
    parsed = parse_staff(tmp_path, person, person | {"Lieu": "EPN"}, {"Lieu": "", "Qui": "Anne D"})
    assert parsed.table["etp"].to_list() == [0.4, 0.4]
    said = [*(row.raw for row in parsed.refused), *(origin.raw for origin in parsed.origins)]
    assert [row.code for row in parsed.refused] == ["NOM_ABSENT"]
    assert not any("Anne" in text for text in said)
    assert "mediateur" not in parsed.table
    check_no_personal_data(parsed)


def test_weeks_of_another_column_are_folded_in(tmp_path: Path) -> None:
    stop = {"Ouverture": "mardi 14h-17h", "Semaines": "Semaine impaire"}
    osm = {"Ouverture": "We 09:00-12:00; PH off", "Semaines": "Semaine paire", "Lieu": "EPN"}
    table = parse_staff(tmp_path, stop, osm).table.sort_values("nom")
    assert table["horaires"].to_list() == [
        "week 2-53/2 We 09:00-12:00; PH off",
        "week 1-53/2 Tu 14:00-17:00",
    ]
    assert table["hours_per_year_declared"].to_list() == [75, 78]


def test_visits_are_hours_where_no_timetable_is_read(tmp_path: Path) -> None:
    visits = {"Durée": "3h", "Passages": "12"}
    rows = (visits, visits | {"Lieu": "EPN", "Ouverture": "lundi 9h-12h"})
    table = parse_staff(tmp_path, *rows).table.sort_values("nom")
    assert table["hours_per_year_declared"].to_list() == [156, 36]


def test_a_place_of_several_services_is_restricted_when_all_are(tmp_path: Path) -> None:
    only, everybody = {"Réservé": "oui"}, {"Réservé": "non", "Temps": "1"}
    parsed = parse_staff(
        tmp_path,
        *(only, everybody, {"Lieu": "EPN"} | only, {"Lieu": "EPN"} | only, {"Lieu": "PIJ"}),
        {"Lieu": "PIJ"} | only | {"Temps": "0,5"},
        grouped=True,
    )
    table = parsed.table.set_index("nom")
    assert table["public_restreint"].dropna().to_dict() == {"EPN": True, "Mairie": False}
    assert table["etp"].dropna().to_dict() == {"Mairie": 1.0, "PIJ": 0.5}


def test_a_name_without_working_time_is_not_asked_for(tmp_path: Path) -> None:
    columns = tmp_path / "carte.toml"
    columns.write_text(STAFFED.replace('etp = "Temps"\n', ""), encoding="utf-8")
    raw = raw_file(tmp_path, csv_of([STAFF], ";"), source="lieux_argol")
    with pytest.raises(SettingsError, match=r"clé champs\.mediateur.*donnez aussi etp"):
        parse(replace(raw, columns=columns))


REGIONS = {
    "creuse": ("la-creuse", 91, 91, {}, 0),
    "gironde": ("gironde", 347, 347, {}, 0),
    "haute-vienne": (
        "haute-vienne",
        561,
        200,
        {"HORS_DEPARTEMENT": 19, "NOM_ABSENT": 5, "COMMUNE_ABSENTE": 1},
        336,
    ),
    "maine-et-loire": ("maine-et-loire", 243, 222, {"LIEU_EXCLU": 18, "NOM_ABSENT": 3}, 0),
}


@pytest.mark.france
@pytest.mark.parametrize("region", REGIONS)
def test_regional_files(france_data: Path, region: str) -> None:
    name, rows_in, kept, refused, merged = REGIONS[region]
    path = france_data / "lieux" / "sources-regionales" / f"{name}_anonymise.json"
    raw = published_file(path, f"lieux_{region}", "2024-12-31")
    parsed = parse(replace(raw, columns=SHIPPED_COLUMNS / f"{region}.toml"))
    table = parsed.table
    assert (parsed.rows_in, len(table), len(parsed.merged)) == (rows_in, kept, merged)
    assert Counter(row.code for row in parsed.refused) == refused
    assert table["longitude"].between(-1.6, 2.7).all()
    assert table["latitude"].between(44.1, 48.1).all()
    assert table["services"].notna().mean() > 0.9
    assert "VALEUR_HORS_LISTE" not in {notice.code for notice in parsed.notices}
    check_no_personal_data(parsed)
