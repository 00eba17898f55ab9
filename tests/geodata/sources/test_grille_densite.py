"""The density grid: classes 1 to 7, titles above the header, rows that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from carto.vocabulary import DENSITY_WORDS
from geodata.errors import SourceError
from geodata.sources.grille_densite import parse
from tests.geodata.raw_files import raw_file

# As published: four lines of titles, then the header.
TITLES = ["Grille communale de densité;;;", "Géographie au 01/01/2024;;;", "France;;;", ";;;"]
HEADER = "CODGEO;LIBGEO;DENS;LIBDENS"


def classes(tmp_path: Path, *rows: str) -> dict[str, str]:
    text = "\n".join([*TITLES, HEADER, *rows, ""])
    table = parse(raw_file(tmp_path, text, source="grille_densite")).table
    return dict(zip(table["code_insee"], table["densite_classe"], strict=True))


def test_the_header_stands_under_the_titles(tmp_path: Path) -> None:
    found = classes(tmp_path, "29019;Brest;1;Grands centres urbains", "29155;Ouessant;7;Rural")
    assert found == {"29019": "1", "29155": "7"}
    assert set(found.values()) <= set(DENSITY_WORDS)


def test_a_number_of_a_workbook_is_the_same_class(tmp_path: Path) -> None:
    assert classes(tmp_path, "29019;Brest;2.0;x") == {"29019": "2"}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("29155;Ouessant;8;x", "CLASSE_INCONNUE"),
        ("29155;Ouessant;;x", "CLASSE_INCONNUE"),
        ("29155;Ouessant;Rural;x", "CLASSE_INCONNUE"),
        ("29;Finistère;1;x", "CODE_INVALIDE"),
        ("29019;Brest;3;x", "CLE_REPETEE"),
    ],
)
def test_a_broken_row_costs_itself_only(tmp_path: Path, row: str, code: str) -> None:
    text = "\n".join([HEADER, "29019;Brest;1;x", row, ""])
    parsed = parse(raw_file(tmp_path, text, source="grille_densite"))
    (refused,) = parsed.refused
    assert refused.code == code
    assert len(parsed.table) == 1


def test_an_arrondissement_is_its_commune_already(tmp_path: Path) -> None:
    text = "\n".join([HEADER, "75056;Paris;1;x", "75101;Paris 1er;1;x", ""])
    parsed = parse(raw_file(tmp_path, text, source="grille_densite"))
    assert parsed.table["code_insee"].to_list() == ["75056"]
    assert len(parsed.merged) == 1


def test_another_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="DENS"):
        parse(raw_file(tmp_path, "CODGEO;LIBGEO\n29019;x\n", source="grille_densite"))
