"""Tests of `webapp.evolutions.evolutions`."""

from __future__ import annotations

import pytest

from tests.webapp.sample import Row
from tests.webapp.sample_evolution import MOVES, evolution, move
from webapp.evolutions import evolutions as view

NBSP = "\u00a0"
EVOLUTION = evolution("a" * 16)


def test_a_release_is_dated_in_french() -> None:
    assert view.release(EVOLUTION["before"]).created == "1er août 2026"


def test_classes_that_nobody_was_in_are_left_out() -> None:
    lines = view.class_changes(EVOLUTION)
    assert [line.key for line in lines] == ["3", "2", "1", "0"]
    assert lines[1].label == "sous-desservie (sans les prioritaires)"
    assert (lines[1].before, lines[1].after, lines[1].entered, lines[1].left) == (
        *("2", "1"),
        *("1", "2"),
    )


def test_causes_are_counted_by_commune() -> None:
    twice = move("29001", "Argol", ("1", "3"), "REGLE", "REGLE")
    counts = view.cause_counts([*MOVES[1:], twice])
    assert (counts[0].key, counts[0].communes) == ("REGLE", "2")
    assert counts[0].label == "Règle modifiée"
    assert view.cause_label("D_UNE_AUTRE_VERSION") == "D_UNE_AUTRE_VERSION"


def test_rules_are_told_with_both_values() -> None:
    (rule,) = view.changed_rules(EVOLUTION)
    assert rule == (
        f"Couverture fibre sous laquelle il y a alerte{NBSP}: 95{NBSP}%, puis 90{NBSP}%."
    )


def test_files_that_differ_are_told_with_their_vintage() -> None:
    fibre, income = view.changed_files(EVOLUTION)
    assert (fibre.layer, fibre.before, fibre.after) == (
        "Fibre",
        "2025 (31 décembre 2025)",
        "2026 (30 juin 2026)",
    )
    assert income.before == "source absente"


def test_a_comparison_that_does_not_name_its_files_tells_nothing_of_them() -> None:
    old = {side: {"snapshot": "x"} for side in ("before", "after")}
    assert view.changed_files(old) == []


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        ((), "Aucune commune n'a changé de classe."),
        (
            MOVES,
            f"5{NBSP}communes ont changé de classe{NBSP}: 2 deviennent sous-desservies, "
            "2 cessent de l'être.",
        ),
        (
            MOVES[:1],
            f"1{NBSP}commune a changé de classe{NBSP}: 1 devient sous-desservie, aucune ne cesse "
            "de l'être.",
        ),
        (
            MOVES[2:3],
            f"1{NBSP}commune a changé de classe{NBSP}: aucune ne devient sous-desservie, 1 cesse "
            "de l'être.",
        ),
    ],
)
def test_the_summary_agrees_with_its_numbers(moves: tuple[view.Move, ...], said: str) -> None:
    assert view.summary(moves) == said


def test_those_that_become_underserved_come_first_the_worst_before() -> None:
    ordered = [one["nom"] for one in view.by_urgency(reversed(MOVES))]
    assert ordered == ["Argol", "Pont-de-Buis-lès-Quimerch", "Brest", "Disparue", "Quimper"]


def test_a_move_is_put_in_words(communes: dict[str, Row]) -> None:
    argol, *_, gone = view.move_lines(MOVES, communes)
    assert argol.path == "/commune/29001"
    assert argol.territory == "CC Presqu'île de Crozon-Aulne maritime, Finistère"
    assert (argol.before, argol.after) == ("vigilance", "prioritaire")
    assert argol.causes[0] == ("Lieu fermé ou retiré des listes", "Explication de LIEU_FERME.")
    assert (gone.path, gone.after, gone.population) == ("", "absente", "donnée absente")


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ({"29001", "29019"}, f"2{NBSP}communes ont changé de classe"),
        ({"29001"}, f"1{NBSP}commune a changé de classe"),
        ({"29083"}, "Aucune commune n'a changé de classe"),
    ],
)
def test_a_territory_says_how_many_moved(codes: set[str], said: str) -> None:
    sentence = view.territory_sentence([EVOLUTION], codes)
    assert sentence == f"{said} depuis la publication du 1er août 2026."
    assert view.territory_sentence([], codes) == ""
