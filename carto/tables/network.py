"""Columns of the network: what is known of the fibre beyond its rate, and of the end of copper."""

from __future__ import annotations

from dataclasses import replace

from carto.contracts import Column
from carto.tables.inputs import LOCAUX_EN_CONSTRUCTION, QUARTER_PATTERN
from carto.tables.shared import optional
from carto.vocabulary import COPPER_WORDS, PROJECTION_WORDS

COPPER_CLASSES = tuple(reversed(COPPER_WORDS))
_NO_RATE = "Taux de couverture inconnu."
_NO_DATE = "Couverture déjà atteinte, au-delà de trois ans, ou impossible à estimer."

TAUX_HORS_CONSTRUCTION = optional(
    "taux_hors_construction",
    "number",
    "Taux hors constructions",
    "Locaux raccordables rapportés aux locaux déjà construits, de 0 à 1 ; le taux de l'ARCEP "
    "compte aussi ceux qui ne le sont pas encore.",
    "Locaux en construction inconnus, ou aucun local construit.",
    "part",
    0,
    1,
)
TAUX_LOW = optional(
    "taux_low",
    "number",
    "Taux de couverture, borne basse",
    "Locaux raccordables rapportés à la plus grande estimation connue des locaux.",
    _NO_RATE,
    "part",
    0,
    1,
)
TAUX_HIGH = optional(
    "taux_high",
    "number",
    "Taux de couverture, borne haute",
    "Locaux raccordables rapportés aux seuls locaux construits, s'ils sont connus.",
    _NO_RATE,
    "part",
    0,
    1,
)
RATE_COLUMNS = (LOCAUX_EN_CONSTRUCTION, TAUX_HORS_CONSTRUCTION, TAUX_LOW, TAUX_HIGH)


def _quarter(name: str, label: str, description: str) -> Column:
    """Declare an estimated quarter."""
    column = optional(name, "string", label, description, _NO_DATE)
    return replace(column, pattern=QUARTER_PATTERN)


PROJECTION_STATUS = replace(
    optional(
        "projection_status",
        "string",
        "Projection de la fibre",
        "estimee (estimée) : un rythme est connu ; atteinte (déjà atteinte) : 99 % de couverture ; "
        "NON_ESTIMABLE (non estimable) : trop peu de trimestres comparables, ou des comptes "
        "révisés ; A_L_ARRET (à l'arrêt) : aucun nouveau local en un an, sous 95 %.",
        _NO_RATE,
    ),
    choices=tuple(PROJECTION_WORDS),
)
PROJECTION_COLUMNS = (
    PROJECTION_STATUS,
    _quarter(
        "fibre_95_quarter",
        "Trimestre où la fibre atteint 95 %",
        "Trimestre où 95 % de couverture serait atteint si le rythme de la dernière année se "
        "maintient.",
    ),
    _quarter(
        "fibre_95_quarter_low",
        "Trimestre où la fibre atteint 95 %, au plus tôt",
        "Trimestre le plus proche que permettent les erreurs des estimations passées, dans les "
        "autres départements : neuf sur dix furent moins favorables.",
    ),
    _quarter(
        "fibre_95_quarter_high",
        "Trimestre où la fibre atteint 95 %, au plus tard",
        "Trimestre le plus lointain que permettent les erreurs des estimations passées, dans les "
        "autres départements : neuf sur dix furent plus favorables.",
    ),
    _quarter(
        "fibre_99_quarter",
        "Trimestre où la fibre atteint 99 %",
        "Trimestre où 99 % de couverture serait atteint si le rythme de la dernière année se "
        "maintient ; aucune date n'est jamais dite pour 100 %.",
    ),
)
COPPER_CLASS = replace(
    optional(
        "copper_class",
        "string",
        "Fermeture du cuivre",
        "De CU0 à CU4, à la date de la fibre. CU4 : cuivre fermé et fibre sous 95 % ; CU3 : "
        "fermeture dans les 12 mois et fibre inachevée ; CU2 : dans les 24 mois, avant que la "
        "fibre atteigne 95 % ; CU1 : plus rien n'est vendu sur le cuivre et fibre sous 95 % ; "
        "CU0 : rien de cela. 95 % n'est pas une définition légale de la complétude.",
        "Date de fermeture ou taux de couverture inconnus.",
    ),
    choices=COPPER_CLASSES,
)
MONTHS_TO_CLOSURE = optional(
    "months_to_closure",
    "number",
    "Mois avant la fermeture du cuivre",
    "Du dernier jour du trimestre de la fibre à la fermeture technique ; négatif si elle est "
    "passée. Avec des arrondissements, la première.",
    "Date de fermeture ou trimestre de la fibre inconnus.",
    "mois",
)
COPPER_COLUMNS = (COPPER_CLASS, MONTHS_TO_CLOSURE)
