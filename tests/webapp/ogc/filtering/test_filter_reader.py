"""What a filter may not ask, and the French words that say so."""

from __future__ import annotations

import pytest

from tests.webapp.ogc.filtering.small_table import small_table
from webapp.errors import ParameterError
from webapp.ogc.filtering.filter import read_filter

TABLE = small_table()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("popultion > 3", "cherchiez-vous « population »"),
        ("rien = 3", "n'a pas de propriété « rien »"),
        ("population = 'x'", "« population » se compare à un nombre"),
        ("nom = 3", "« nom » se compare à un texte"),
        ("nom = NULL", "pas à NULL"),
        ("population = 1e400", "un nombre sans fin"),
        ("is_supply = 2", "TRUE ou FALSE"),
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
