"""Filters against another evaluator, and what is refused in words."""

from __future__ import annotations

import contextlib
import time

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.webapp.ogc.filtering.asked_filters import FILTERS
from tests.webapp.ogc.filtering.independent import chosen_by, database
from tests.webapp.ogc.filtering.small_table import TYPES, small_table
from webapp.errors import ParameterError
from webapp.ogc.filtering.filter import read_filter

TABLE = small_table()
WITHOUT_SHAPES = small_table(has_shapes=False)
DATABASE = database()


def chosen(text: str) -> list[int]:
    return np.flatnonzero(read_filter(text, TABLE).mask(TABLE)).tolist()


@settings(max_examples=300, deadline=None)
@given(FILTERS)
def test_choose_what_sqlite_chooses(text: str) -> None:
    assume(text.count("CASEI(nom)") + text.count("ACCENTI(nom)") == 0 or "I(zone)" not in text)
    assert chosen(text) == chosen_by(DATABASE, text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("nom = 'Brest'", [0]),
        ("nom = 'L''Hôpital'", [2]),
        ("CASEI(nom) = 'Brest'", [0, 1]),
        ("casei(accenti(nom)) like 'ile%'", [3]),
        ("ACCENTI(nom) = ACCENTI('Ploemeur')", [9]),
        (r"nom LIKE '100 \% %'", [4]),
        (r"nom LIKE 'a\_b'", [5]),
        ("nom IS NULL", [6]),
        ("taux > 0.9 AND NOT is_supply", [1]),
        ("NOT taux > 0.1", [2, 5]),
        ("is_supply", [0, 3, 6, 9]),
        ("date_maj >= DATE('2026-02-01')", [1, 9]),
        ("date_maj = '2026-01-31'", [0, 4]),
        ("date_maj = TIMESTAMP('2026-01-31T00:00:00Z')", [0, 4]),
        ("date_maj < '2026-01-31T12:00:00Z' AND date_maj > '2026-01-30T12:00:00Z'", [0, 4]),
        ("locaux > population", [3, 5, 8]),
        ("population IN (12, 243) OR nom = ''", [1, 3, 8]),
    ],
)
def test_choose_by_hand(text: str, places: list[int]) -> None:
    assert chosen(text) == places


def test_unknown_stays_unknown_under_not() -> None:
    missing = set(chosen("taux IS NULL"))
    either = set(chosen("taux < 0.5 OR NOT taux < 0.5"))
    assert missing
    assert either == set(range(len(TABLE))) - missing


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("popultion > 3", "cherchiez-vous « population »"),
        ("rien = 3", "n'a pas de propriété « rien »"),
        ("population = 'x'", "« population » se compare à un nombre"),
        ("nom = 3", "« nom » se compare à un texte"),
        ("nom = NULL", "pas à NULL"),
        ("population = 1e400", "un nombre sans fin"),
        ("is_supply = 1", "TRUE ou FALSE"),
        ("is_supply > TRUE", "utilisez = ou <>"),
        ("date_maj > DATE('2026-02-30')", "pas à 2026-02-30"),
        ("date_maj > '2026-01-01T00:00:00+02:00'", "une date"),
        ("nom = population", "ne sont pas du même type"),
        ("nom", "n'est pas vraie ou fausse"),
        ("'Brest'", "attend une condition"),
        ("3 = 3", "porte sur une propriété"),
        ("population LIKE '1%'", "n'en est pas un"),
        ("CASEI(population) = 3", "CASEI et ACCENTI lisent un texte"),
        ("nom IN 3", "se compare à un texte"),
        ("population + 1 > 3", "contient un calcul"),
        ("T_AFTER(date_maj, DATE('2026-01-01'))", "pas t_after"),
        ('"not"()', "nombre de termes"),
        ("like(nom)", "nombre de termes"),
        ("nom LIKE '%a%a%a%a%a%a%a%a%'", "trop de « % »"),
        ("S_INTERSECTS(nom, POINT(1 45))", "attend la propriété « geometry »"),
        ("S_INTERSECTS(geometry, nom)", "attend une forme"),
        ("geometry = 3", "se compare à une forme"),
        (" OR ".join(["nom LIKE 'a%'"] * 11), "trop de motifs"),
        (" OR ".join(["S_INTERSECTS(geometry, POINT(1 45))"] * 3), "réunissez les formes"),
        ("CASEI(nom)='a' OR CASEI(zone)='a' OR ACCENTI(nom)='a'", "trop de propriétés"),
    ],
)
def test_refuse_in_words_what_cannot_be_asked(text: str, words: str) -> None:
    with pytest.raises(ParameterError) as refusal:
        read_filter(text, TABLE)
    assert words in str(refusal.value).replace("\u00a0", " ").replace("\u202f", " ")
    assert refusal.value.parameter == "filter"


def test_a_collection_without_shapes_has_no_place() -> None:
    with pytest.raises(ParameterError, match="pas de géométrie"):
        read_filter("S_INTERSECTS(geometry, POINT(1 45))", WITHOUT_SHAPES)


TOKENS = st.sampled_from(
    [
        *TYPES,
        *("AND", "OR", "NOT", "BETWEEN", "IN", "LIKE", "IS", "NULL", "TRUE", "CASEI", "DATE"),
        *("S_INTERSECTS", "S_WITHIN", "geometry", "POINT", "POLYGON", "BBOX", "EMPTY", "INTERVAL"),
        *("(", ")", "((", "))", ",", "=", "<>", "<", ">=", "-", "'a'", "''", "'", '"', "3", "1e9"),
        *("-0.5", "1 45", "0 0, 1 0, 1 1, 0 0", "'2026-01-01'", "\n", "é", "\u202e", ";", "--"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(TOKENS, max_size=25).map(" ".join) | st.text(max_size=60))
def test_any_text_is_answered_or_refused(text: str) -> None:
    begun = time.perf_counter()
    with contextlib.suppress(ParameterError):
        assert len(chosen(text)) <= len(TABLE)
    assert time.perf_counter() - begun < 1
