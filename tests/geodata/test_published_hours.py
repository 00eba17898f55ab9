"""Hours of a place: its text is kept, what cannot be read is missing."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from opening_hours import validate

from geodata.published_hours import read_hours


def read(text: str) -> tuple[dict[str, object], list[str]]:
    said: list[str] = []
    return read_hours(text, lambda code, _: said.append(code)), said


@pytest.mark.parametrize(
    ("text", "expression", "hours", "codes"),
    [
        ("Mo-Fr 09:00-12:00", "Mo-Fr 09:00-12:00", 780, []),
        ("Mo-Fr 09:00-12:00;", "Mo-Fr 09:00-12:00", 780, []),
        ("Mo 09:00-12:00,13:00-13:00", "Mo 09:00-12:00", 156, ["HORAIRES_REPARES"]),
        ("lundi 9h-12h", "Mo 09:00-12:00", 156, []),
        ("24/7", "24/7", 8736, []),
        ("sur rendez-vous", None, None, ["HORAIRES_ILLISIBLES"]),
        ("Mo-Fr", None, None, ["HORAIRES_ILLISIBLES"]),
        ("off", None, None, ["HORAIRES_ILLISIBLES"]),
    ],
)
def test_hours(text: str, expression: str | None, hours: float | None, codes: list[str]) -> None:
    row, said = read(text)
    assert row == {
        "horaires_source": text,
        "horaires": expression,
        "hours_per_year_declared": hours,
    }
    assert said == codes


def test_no_hours_are_missing_without_a_remark() -> None:
    assert read(" ") == (
        dict.fromkeys(("horaires_source", "horaires", "hours_per_year_declared")),
        [],
    )


def test_persons_are_not_quoted() -> None:
    row, said = read("avec Mme Dupont le lundi")
    assert set(row.values()) == {None}
    assert said == ["TEXTE_PERSONNEL"]


@pytest.mark.france
def test_hours_of_france(france_data: Path) -> None:
    path = france_data / "lieux" / "lieux-standard-v1.csv"
    texts = pd.read_csv(path, usecols=["horaires"], dtype=str)["horaires"].dropna().unique()
    rows = [read(text)[0] for text in texts]
    read_ones = [row for row in rows if row["horaires"] is not None]
    assert (len(rows), len(read_ones)) == (4728, 4640)
    for row in read_ones:
        assert validate(str(row["horaires"]))
        assert 0 < float(str(row["hours_per_year_declared"])) <= 8736


@pytest.mark.parametrize(
    "text",
    ["24 h / 24" + " " * 5000 + "x", "24 h" + " " * 25 + "/ 24", "lundi 9h-12h, " * 500],
    ids=["blank", "small blank", "long"],
)
def test_a_text_that_would_be_read_for_hours_is_no_hours(text: str) -> None:
    told: list[str] = []
    assert read_hours(text, lambda code, _: told.append(code))["horaires"] is None
    assert "HORAIRES_ILLISIBLES" in told
