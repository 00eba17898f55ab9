"""French hours are read when every word is understood, and never by halves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import validate

from geodata.free_hours import free_hours_to_osm
from geodata.opening_hours import UnreadableHoursError, hours_per_year


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Mercredi de 14h à 15H30", "We 14:00-15:30"),
        ("MERCREDI 17h - 19h", "We 17:00-19:00"),
        ("mercredi de 14 à 18h", "We 14:00-18:00"),
        ("les mardis de 14h15 à 15h45", "Tu 14:15-15:45"),
        ("mardi matin : 9h-10h30", "Tu 09:00-10:30"),
        ("du mardi au vendredi de 8 h 30 à 12 h 30", "Tu-Fr 08:30-12:30"),
        ("Lundi au vendredi : 9h-12h, 13h30-18h", "Mo-Fr 09:00-12:00,13:30-18:00"),
        (
            "Lundi au vendredi 10h/12h 14h/17h30 - sam 10h/12h",
            "Mo-Fr 10:00-12:00,14:00-17:30; Sa 10:00-12:00",
        ),
        (
            "Mar, jeu, ven : 16-18h. Mer : 14-18h. Sam : 10-13h",
            "Tu 16:00-18:00; We 14:00-18:00; Th-Fr 16:00-18:00; Sa 10:00-13:00",
        ),
        ("Lun/mar/sam: 9h/12h", "Mo-Tu 09:00-12:00; Sa 09:00-12:00"),
        ("mardi 14H - 17HMercredi : 9H30 - 12H", "Tu 14:00-17:00; We 09:30-12:00"),
        ("lundi 8h45-12h30-13h30-17h", "Mo 08:45-12:30,13:30-17:00"),
        ("lundi de 10h à midi", "Mo 10:00-12:00"),
        ("samedi de 20h à 2h", "Sa 20:00-02:00"),
        ("samedi de 20h à minuit", "Sa 20:00-24:00"),
        ("tous les jours 9h-18h", "Mo-Su 09:00-18:00"),
        ("week-end 9h-12h", "Sa-Su 09:00-12:00"),
        ("lundi 9h-12h, lundi 14h-17h", "Mo 09:00-12:00,14:00-17:00"),
        ("1er mardi du mois de 9h à 12h", "Tu[1] 09:00-12:00"),
        ("1er et 3ème jeudi du mois 9h-12h", "Th[1,3] 09:00-12:00"),
        ("le dernier vendredi de chaque mois 9h-12h", "Fr[-1] 09:00-12:00"),
        ("mercredi 9h-12h semaines paires", "week 2-53/2 We 09:00-12:00"),
        ("semaine impaire : mercredi 9h-12h", "week 1-53/2 We 09:00-12:00"),
        ("24h/24 7j/7", "24/7"),
        ("7j/7, 24h/24", "24/7"),
        ("7j/7 9h-18h", "Mo-Su 09:00-18:00"),
        ("Horaires d'ouverture : lundi 9h-12h", "Mo 09:00-12:00"),
    ],
)
def test_ways_of_writing(text: str, expression: str) -> None:
    assert free_hours_to_osm(text) == expression
    assert validate(expression)
    assert hours_per_year(expression) > 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sur rendez-vous",
        "Se rapprocher de l'organisme",
        "Du lundi au vendredi",
        "9h-12h / 14h-18h",
        "24h/24",
        "lundi 9h-12h sauf vacances scolaires",
        "lundi 9h-12h sur rdv",
        "lundi 9h-12h (mardi 10h)",
        "lundi, mardi 9h",
        "lundi 9h-12h, mardi",
        "lundi matin",
        "vendredi au mardi 9h-12h",
        "lundi 12h-9h",
        "lundi 9h-25h",
        "lundi 9h75-12h",
        "jeudi 3-11 h",
        "mer : 14h/17",
        "Du lundi au vendredi : 9h00-12h30 / 13h30",
        "lundi au vendredi 9h-18h, mercredi 9h-12h",
        "samedi 9h-12h, 2e samedi du mois 14h-17h",
        "un mardi sur deux 9h-12h",
        "lundi 9h-12h, semaines paires, mardi 9h-12h",
        "samedi tous les 15 jours de 14h à 16h",
        "lundi ou mardi 9h-12h",
        "mardi à jeudi-samedi",
    ],
)
def test_one_word_too_many_leaves_the_whole_unread(text: str) -> None:
    with pytest.raises(UnreadableHoursError):
        free_hours_to_osm(text)


WORDS = ["lundi", "mar", "au", "et", ",", "9h", "12h30", "-", "/", "de", "à", "14", "semaine paire"]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_words_are_valid_hours_or_unread(text: str) -> None:
    try:
        expression = free_hours_to_osm(text)
    except UnreadableHoursError:
        return
    assert validate(expression)
    assert hours_per_year(expression) > 0
