"""Working time, visits and restricted publics of local lists; mediators without their names."""

from __future__ import annotations

import hashlib

import pytest

from geodata.ledger import Row
from geodata.staffing import mediator_key, read_staff, read_visits, share_mediators

FILE = hashlib.sha256(b"a file").hexdigest()


def said_of(cells: dict[str, str]) -> tuple[dict[str, object], list[str]]:
    said: list[str] = []
    return read_staff(cells, lambda code, _: said.append(code)), said


@pytest.mark.parametrize(
    ("text", "etp", "codes"),
    [
        ("0,5", 0.5, []),
        ("1", 1.0, []),
        ("0", 0.0, []),
        ("", None, []),
        ("mi-temps", None, ["ETP_ILLISIBLE"]),
        ("-1", None, ["ETP_ILLISIBLE"]),
        ("1607", None, ["ETP_ILLISIBLE"]),
    ],
)
def test_working_time(text: str, etp: float | None, codes: list[str]) -> None:
    assert said_of({"etp": text}) == ({"etp": etp, "public_restreint": None}, codes)


@pytest.mark.parametrize(
    ("text", "is_restricted", "codes"),
    [
        ("Oui", True, []),
        ("non", False, []),
        ("", None, []),
        ("Adhérents", None, ["PUBLIC_RESTREINT_ILLISIBLE"]),
    ],
)
def test_publics(text: str, is_restricted: bool | None, codes: list[str]) -> None:
    found, said = said_of({"public_restreint": text})
    assert (found["public_restreint"], said) == (is_restricted, codes)


@pytest.mark.parametrize(
    ("length", "times", "hours", "codes"),
    [
        ("2h30", "12", 30.0, []),
        ("3", "26", 78.0, []),
        ("", "", None, []),
        ("3", "", None, ["PASSAGES_ILLISIBLES"]),
        ("", "12", None, ["PASSAGES_ILLISIBLES"]),
        ("3", "0", None, ["PASSAGES_ILLISIBLES"]),
        ("3", "400", None, ["PASSAGES_ILLISIBLES"]),
        ("matin", "12", None, ["PASSAGES_ILLISIBLES"]),
    ],
)
def test_visits(length: str, times: str, hours: float | None, codes: list[str]) -> None:
    said: list[str] = []
    cells = {"heures_par_passage": length, "passages_par_an": times}
    found = read_visits(cells, lambda code, _: said.append(code))
    assert (found.get("hours_per_year_declared"), said) == (hours, codes)


def test_visits_are_written_as_the_hours_of_the_place() -> None:
    cells = {"heures_par_passage": "2h30", "passages_par_an": "12"}
    text = str(read_visits(cells, lambda *_: None)["horaires_source"])
    assert text.replace("\u00a0", " ") == "12 passages par an de 2,50 h"


def test_a_person_has_one_key_in_a_file_and_another_elsewhere() -> None:
    key = mediator_key({"mediateur": "DUPONT Anne-Lise"}, FILE)
    assert key == mediator_key({"mediateur": " anne lise Dupont "}, FILE)
    assert key != mediator_key({"mediateur": "Anne-Lise Durand"}, FILE)
    assert key != mediator_key({"mediateur": "Anne-Lise Dupont"}, hashlib.sha256(b"").hexdigest())
    assert key is not None
    assert "dupont" not in key


@pytest.mark.parametrize("name", ["", "-", "NC ", "n/a"])
def test_nobody_has_no_key(name: str) -> None:
    assert mediator_key({"mediateur": name.replace("NC ", "?")}, FILE) is None


def place(etp: float | None, hours: float | None, mediator: str | None) -> Row:
    """Make what sharing reads of a row."""
    return {"etp": etp, "hours_per_year_declared": hours, "mediateur": mediator}


def test_a_mediator_is_counted_once() -> None:
    rows = [place(0.8, None, "a"), place(None, 100.0, "a"), place(1.0, None, "b")]
    share_mediators(rows)
    assert [row["etp"] for row in rows] == [0.4, 0.4, 1.0]


def test_declared_hours_share_the_time() -> None:
    rows = [place(1.0, 300.0, "a"), place(1.0, 100.0, "a"), place(0.5, None, None)]
    share_mediators(rows)
    assert [row["etp"] for row in rows] == [0.75, 0.25, 0.5]


def test_a_mediator_of_unknown_time_stays_unknown() -> None:
    rows = [place(None, 300.0, "a"), place(None, None, "a")]
    share_mediators(rows)
    assert [row["etp"] for row in rows] == [None, None]
