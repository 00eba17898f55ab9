"""Columns of territories that count communes and people by class, type and solidity."""

from __future__ import annotations

from carto.tables.network import COPPER_CLASSES
from carto.tables.shared import count, optional, share
from carto.vocabulary import ROBUSTNESS_WORDS, TERRITORY_TYPES, VERDICT_WORDS

TYPE_WORDS = {name: type_.words for name, type_ in TERRITORY_TYPES.items()} | {
    "indetermine": "type indéterminé"
}

COPPER_ROLLUPS = tuple(
    optional(
        f"communes_copper_{name.lower()}",
        "integer",
        f"Communes, fermeture du cuivre {name}",
        "Communes de cette classe ; voir le sens des classes dans la table des communes.",
        "Aucune commune n'a de classe : dates de fermeture non fournies.",
        "communes",
        0,
    )
    for name in COPPER_CLASSES
)

VERDICT_ROLLUPS = (
    *(
        count(f"communes_verdict_{verdict}", f"Communes, verdict {words}", "Nombre de communes.")
        for verdict, words in VERDICT_WORDS.items()
    ),
    *(
        share(
            f"population_verdict_{verdict}_share",
            f"Population, verdict {words}",
            "Part de la population du territoire.",
            "Population inconnue.",
        )
        for verdict, words in VERDICT_WORDS.items()
    ),
    *(
        column
        for name, words in TYPE_WORDS.items()
        for column in (
            count(f"communes_type_{name}", f"Communes, {words}", "Nombre de communes de ce type."),
            count(
                f"population_type_{name}",
                f"Population, {words}",
                "Habitants des communes de ce type.",
                "habitants",
            ),
        )
    ),
    count(
        "communes_underserved",
        "Communes sous-desservies",
        "Communes dont on sait qu'elles le sont (classes 2 et 3, décidées).",
    ),
    count("population_underserved", "Population concernée", "Leurs habitants.", "habitants"),
    *(
        count(
            f"communes_underserved_{name}",
            f"Communes sous-desservies, verdict {words}",
            "Communes sous-desservies dont la réponse est de cette solidité ; celles dont la "
            "classe reste indéterminée n'en ont pas.",
        )
        for name, words in ROBUSTNESS_WORDS.items()
    ),
)
