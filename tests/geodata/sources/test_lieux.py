"""The standard v1: a clean row, its damages, and the real file of France."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from geodata.errors import SourceError
from geodata.source import ParsedTable
from geodata.sources.lieux import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.geodata.sources.standard_rows import PLACE, parse_rows

MOBILE = re.compile(r"(?<![\w+])(?<!\d\.)(?:\+33\s?|0)[67](?:[ .-]?\d\d){4}(?!\w)")


def read(folder: Path, **cells: str) -> tuple[pd.Series, list[str]]:
    parsed = parse_rows(parse, folder, cells, source="lieux")
    assert not parsed.refused
    return parsed.table.iloc[0], [notice.code for notice in parsed.notices]


def check_no_personal_data(parsed: ParsedTable) -> None:
    """Check that nothing that is published of a file holds a mobile or a personal mailbox."""
    said = [*parsed.refused, *parsed.merged, *parsed.notices]
    published = parsed.table.to_csv() + "\n".join(map(str, (*parsed.origins, *said)))
    assert not MOBILE.search(published)
    for personal in ("@gmail", "@orange", "@wanadoo", "Mme "):
        assert personal not in published


def test_a_clean_place(tmp_path: Path) -> None:
    row, notices = read(tmp_path)
    assert notices == []
    assert row.dropna().to_dict() == {
        "id": "lieux:structure-1",
        "source": "lieux",
        "kind": "lieu",
        "pivot": "77556026100015",
        "nom": "Médiathèque d'Argol",
        "code_insee": "29001",
        "nom_commune": "Argol",
        "adresse": "1 place de l'Église",
        "code_postal": "29560",
        "longitude": -4.31788,
        "latitude": 48.24618,
        "format": "fixe",
        "is_itinerant": False,
        "horaires_source": "Mo-Fr 09:00-12:00",
        "horaires": "Mo-Fr 09:00-12:00",
        "hours_per_year_declared": 780.0,
        "date_maj": "2024-04-02",
        "typologie": "BIB|MUNI",
        "services": "Aide aux démarches administratives|Loisirs et créations numériques",
        "frais_a_charge": "Gratuit",
        "dispositif_programmes_nationaux": "France Services",
        "modalites_acces": "Se présenter",
        "telephone": "+33298440000",
        "courriels": "contact@argol.fr",
        "site_web": "https://www.argol.fr",
        "presentation_resume": "Des ateliers chaque mardi.",
        "source_declaree": "Hubik",
    }


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("conseiller-numerique", "point_de_service"),
        ("Conseillers numériques", "point_de_service"),
        ("Aidants Connect", "structure"),
        ("aidants-connect", "structure"),
        ("Hinaura", "lieu"),
        ("", "lieu"),
    ],
)
def test_what_a_row_is_depends_on_the_list_it_comes_from(
    tmp_path: Path, source: str, kind: str
) -> None:
    assert read(tmp_path, source=source)[0]["kind"] == kind


def test_the_example_of_the_standard(france_data: Path) -> None:
    parsed = parse(published_file(france_data / "lieux" / "exemple-valide.csv", "lieux"))
    row = parsed.table.iloc[0]
    assert (row["id"], row["typologie"]) == ("lieux:structure-1", "TIERS_LIEUX|ASSO")
    assert (row["format"], row["is_itinerant"]) == ("itinerante", True)
    assert row["courriels"] == "contact@laquincaillerie.tl|responsable@laquincaillerie.tl"
    assert not parsed.refused


def test_a_table_of_something_else_is_refused(tmp_path: Path) -> None:
    raw = raw_file(tmp_path, "a;b\n1;2\n", source="lieux")
    with pytest.raises(SourceError, match=r"colonne absente.*nom"):
        parse(raw)


def test_the_same_id_twice(tmp_path: Path) -> None:
    parsed = parse_rows(parse, tmp_path, {}, {}, {"nom": "Résidence"}, source="lieux")
    assert [row.code for row in parsed.merged] == ["DOUBLON"]
    assert [row.code for row in parsed.refused] == ["CLE_REPETEE"]
    assert parsed.rows_in == 3


def test_persons_leave_no_trace(tmp_path: Path) -> None:
    personal = {
        "telephone": "06 12 34 56 78",
        "courriels": "jeanne.dupont@gmail.com",
        "presentation_detail": "Demander Mme Dupont",
        "adresse": "1 place, chez Mme Dupont, 07 12 34 56 78",
        "horaires": "le lundi avec Mme Dupont",
    }
    refused = personal | {"id": "../../x"}
    parsed = parse_rows(parse, tmp_path, personal, personal, refused, source="lieux")
    check_no_personal_data(parsed)
    assert "Dupont" not in parsed.table.to_csv()
    assert len(parsed.refused) == len(parsed.merged) == 1


def test_one_row_for_each_line_whatever_it_holds(tmp_path: Path) -> None:
    damages = [
        {field: value}
        for field in PLACE
        for value in ("", "<b>", "=1+1", "9" * 40, "ÿ", "null", "a|b;c", "\u202e")
    ]
    rows = [{"id": f"lieu-{n}"} | damage for n, damage in enumerate(damages)]
    parsed = parse_rows(parse, tmp_path, {}, *rows, source="lieux")
    assert parsed.rows_in == len(rows) + 1
    assert "<b>" not in parsed.table.to_csv()
    assert all(row.reason and row.code and row.raw for row in parsed.refused)


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    path = france_data / "lieux" / "lieux-standard-v1.csv"
    parsed = parse(published_file(path, "lieux", "2024-12-31"))
    table = parsed.table
    assert (parsed.rows_in, len(table), len(parsed.refused)) == (14222, 14222, 0)
    assert Counter(table["kind"]) == {"structure": 5181, "point_de_service": 4930, "lieu": 4111}
    assert table["code_insee"].isna().sum() == 269
    assert table["horaires"].notna().sum() == 7543
    assert Counter(notice.code for notice in parsed.notices) == {
        "COORDONNEES_ABSENTES": 5637,
        "HORAIRES_ILLISIBLES": 96,
        "HORAIRES_REPARES": 44,
        "CODE_REPARE": 22,
        "HTML_RETIRE": 6,
        "PERSONNE_RETIREE": 5,
        "PIVOT_ILLISIBLE": 2,
        "TEXTE_REPARE": 1,
        "CONTACT_RETIRE": 1,
        "CODE_POSTAL_ILLISIBLE": 1,
    }
    check_no_personal_data(parsed)
