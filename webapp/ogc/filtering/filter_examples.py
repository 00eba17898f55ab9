"""Filters to start from: what each looks for, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass

from carto.french import number
from carto.typography import typeset
from webapp.ogc.filtering.bounds import LONGEST
from webapp.ogc.filtering.filter_reader import MOST_SEARCHES, MOST_SHAPES
from webapp.ogc.filtering.written_shapes import MOST_VERTICES


@dataclass(frozen=True)
class FilterExample:
    """A filter that can be tried.

    Attributes
    ----------
    said
        What it looks for, in French.
    collection
        Where.
    text
        The filter.
    """

    said: str
    collection: str
    text: str


EXAMPLES = (
    FilterExample("Les communes sous-desservies", "communes", "is_underserved = TRUE"),
    FilterExample("Un code", "lieux", "code_insee = '29019'"),
    FilterExample("Plusieurs codes", "communes", "departement IN ('22', '29', '35', '56')"),
    FilterExample(
        "Des bornes", "communes", "population BETWEEN 500 AND 2000 AND taux_couverture_ftth < 0.8"
    ),
    FilterExample("Un nom qui contient un mot", "communes", "nom LIKE '%Saint%'"),
    FilterExample(
        "Le même, sans regarder les majuscules ni les accents",
        "communes",
        "CASEI(ACCENTI(nom)) LIKE '%evreux%'",
    ),
    FilterExample("Une apostrophe se double", "communes", "nom LIKE 'L''%'"),
    FilterExample("Vrai ou faux", "communes", "is_underserved = TRUE AND NOT is_commune_relais"),
    FilterExample("Une donnée absente", "communes", "taux_couverture_ftth IS NULL"),
    FilterExample("Deux propriétés comparées", "epci", "communes_count < communes_expected"),
    FilterExample("Depuis une date", "lieux", "date_maj >= DATE('2026-01-01')"),
    FilterExample("Un trimestre", "fibre_history", "quarter >= '2025-T1' AND locaux > 1000"),
    FilterExample(
        "Ce qui touche un rectangle : ouest, sud, est, nord",
        "communes",
        "S_INTERSECTS(geometry, BBOX(-4.6, 48.3, -4.4, 48.5))",
    ),
    FilterExample(
        "Ce qui est dans un polygone",
        "lieux",
        "S_WITHIN(geometry, POLYGON((-5 48, -4 48, -4 49, -5 49, -5 48)))",
    ),
)

RULES = tuple(
    map(
        typeset,
        (
            "Les communes sous-desservies se trouvent par is_underserved, pas par les classes 2 et "
            "3 de verdict : une commune de classe indéterminée peut être sous-desservie à coup "
            "sûr.",
            "Une valeur absente n'est ni égale ni différente, ni plus grande ni plus petite : "
            "seul IS NULL la trouve, et NOT ne la fait pas apparaître.",
            "Un texte se compare tel quel, majuscules et accents compris ; CASEI et ACCENTI les "
            "ignorent des deux côtés.",
            "Dans LIKE, % remplace des caractères et _ un seul ; \\% et \\_ les cherchent "
            "eux-mêmes.",
            "Les autres relations spatiales : S_CONTAINS, S_DISJOINT, S_EQUALS, S_TOUCHES, "
            "S_OVERLAPS, S_CROSSES. filter-crs dit le système des coordonnées, sinon longitude "
            "puis latitude.",
            f"Un filtre a au plus {number(LONGEST)} caractères, {MOST_SEARCHES} LIKE, "
            f"{MOST_SHAPES} formes de {number(MOST_VERTICES)}\u00a0points ; il ne calcule pas.",
        ),
    )
)
