"""A survey: the example, counts that cannot be, and rows that never quote an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.sources.enquete import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.rules.repository import ROOT


def test_the_documented_example() -> None:
    parsed = parse(published_file(ROOT / "docs/schemas/enquete-exemple.csv", "enquete"))
    assert parsed.refused == ()
    assert parsed.table["repondants"].to_list() == [214, 57, 9]
    assert parsed.table["sans_connexion"].isna().all()


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("29180;;4;", "REPONDANTS_ABSENTS"),
        ("29180;9;12;", "PARTIE_TROP_GRANDE"),
        ("29180;quelques-uns;4;", "NOMBRE_ILLISIBLE"),
        ("29180;9", "NB_CELLULES"),
    ],
)
def test_a_refused_row_is_quoted_by_its_commune_alone(tmp_path: Path, row: str, code: str) -> None:
    text = f"Code INSEE;Répondants;En difficulté;Remarques\n29156;57;22;\n{row}\n"
    parsed = parse(raw_file(tmp_path, text, source="enquete"))
    (refused,) = parsed.refused
    assert (refused.code, len(parsed.table)) == (code, 1)
    assert refused.raw in ("code_insee : 29180",) or refused.raw.startswith("(texte non repris")
    assert parsed.origins[0].raw == "code_insee : 29156"


def test_questions_that_were_not_asked_are_missing(tmp_path: Path) -> None:
    parsed = parse(raw_file(tmp_path, "code_insee,repondants\n29156,57\n", source="enquete"))
    assert parsed.table["en_difficulte"].isna().all()
