"""Columns of the network: what is known of the fibre beyond its rate, and of the end of copper."""

from __future__ import annotations

from dataclasses import replace

from carto.tables.shared import optional

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
    choices=("CU0", "CU1", "CU2", "CU3", "CU4"),
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
