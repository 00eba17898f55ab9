"""FRR: words and numbers of a closed list, and the national counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from carto.vocabulary import FRR_WORDS
from geodata.errors import SourceError
from geodata.sources.frr import parse
from tests.geodata.raw_files import published_file, raw_file

HEADER = "Code_insee;Departement;Commune;Classement FRR et FRR+ au 10 juillet 2025;"


def classes(tmp_path: Path, text: str) -> dict[str, str]:
    table = parse(raw_file(tmp_path, text, source="frr")).table
    return dict(zip(table["code_insee"], table["classement_frr"], strict=True))


def test_the_list_of_the_dgcl(tmp_path: Path) -> None:
    rows = ["01001;01;L'Abergement-Clémenciat;Non classée;", "22157;22;Le Moustoir;FRR+;"]
    found = classes(tmp_path, "\r\n".join([HEADER, *rows, ""]))
    assert found == {"01001": "non_classee", "22157": "frr_plus"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("FRR socle", "frr_socle"),
        ("frr  bénéficiaire", "frr_beneficiaire"),
        ("FRR bénéficiaire partiellement", "frr_beneficiaire_partiel"),
        ("Classée FRR partiellement", "frr_partiel"),
        ("Classée\u00a0FRR partiellement", "frr_partiel"),
    ],
)
def test_words(tmp_path: Path, words: str, expected: str) -> None:
    assert classes(tmp_path, f"{HEADER}\n22157;22;Le Moustoir;{words};\n") == {"22157": expected}
    assert expected in FRR_WORDS


def test_the_api_only_says_whether_a_commune_is_classed(tmp_path: Path) -> None:
    rows = ["01001;L'Abergement-Clémenciat;-9999", "01029;Beaupont;5", "01080;Champdor;4"]
    found = classes(tmp_path, "\n".join(["codgeo;libgeo;codefrr", *rows]))
    assert found == {
        "01001": "non_classee",
        "01029": "frr_sans_precision",
        "01080": "frr_sans_precision",
    }


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("22157;22;Le Moustoir;ZRR;", "CLASSEMENT_INCONNU"),
        ("22157;22;Le Moustoir;;", "CLASSEMENT_INCONNU"),
        ("22157;22;Le Moustoir;7;", "CLASSEMENT_INCONNU"),
        ("22;22;Côtes-d'Armor;FRR+;", "CODE_INVALIDE"),
        ("01001;01;L'Abergement-Clémenciat;FRR+;", "CLE_REPETEE"),
    ],
)
def test_a_broken_row_costs_itself_only(tmp_path: Path, row: str, code: str) -> None:
    good = "01001;01;L'Abergement-Clémenciat;Non classée;"
    parsed = parse(raw_file(tmp_path, "\n".join([HEADER, good, row]), source="frr"))
    (refused,) = parsed.refused
    assert refused.code == code
    assert len(parsed.table) == 1


def test_another_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="Classement FRR"):
        parse(raw_file(tmp_path, "Code_insee;Commune\n01001;x\n", source="frr"))


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    path = france_data / "zonages" / "liste-communes-FRR-juillet2025.csv"
    parsed = parse(published_file(path, "frr"))
    assert (parsed.rows_in, len(parsed.table)) == (34_875, 34_875)
    assert parsed.table["classement_frr"].value_counts().to_dict() == {
        "non_classee": 14_941,
        "frr_socle": 13_313,
        "frr_plus": 4_456,
        "frr_beneficiaire": 2_134,
        "frr_partiel": 20,
        "frr_beneficiaire_partiel": 11,
    }
