"""Contract of the clusters of communes, a complement of the table of communes."""

from __future__ import annotations

from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE
from carto.tables.shared import optional
from carto.vocabulary import CLUSTER_WORDS, CLUSTERED

_NOT_COMPUTED = (
    "La valeur de la commune est inconnue, ou aucune autre commune connue du même territoire "
    "(métropole, ou département d'outre-mer) n'a une valeur différente."
)

CLUSTERS = TableContract(
    "clusters",
    "Regroupements de communes",
    "Une ligne par commune et indicateur : ressemble-t-elle à ses voisines plus que le hasard ne "
    "l'expliquerait (indice local de Moran) ? Décrit un regroupement, pas une cause.",
    ("code_insee", "indicator"),
    (
        CODE_INSEE,
        Column(
            "indicator",
            "string",
            "Indicateur",
            "Colonne des communes dont les valeurs sont comparées.",
            choices=tuple(CLUSTERED),
        ),
        Column(
            "label",
            "string",
            "Regroupement",
            "Concentration : valeur élevée parmi des valeurs élevées ; creux : basse parmi des "
            "basses ; atypique : à l'opposé de ses voisines ; non significatif : le hasard "
            "suffirait.",
            nullable=True,
            null_rule=_NOT_COMPUTED,
            choices=tuple(CLUSTER_WORDS),
        ),
        optional("meaning", "string", "En mots", "Ce que dit le regroupement.", _NOT_COMPUTED),
        Column(
            "quadrant",
            "string",
            "Position",
            "Valeur de la commune, puis moyenne de ses voisines, au-dessus (H) ou non (L) de la "
            "moyenne des communes comparées ; sans tenir compte du hasard.",
            nullable=True,
            null_rule=_NOT_COMPUTED,
            choices=("HH", "HL", "LH", "LL"),
        ),
        optional(
            "local_i",
            "number",
            "Indice local de Moran",
            "Positif quand la commune ressemble à ses voisines, négatif sinon.",
            _NOT_COMPUTED,
            unit="indice",
        ),
        optional(
            "p_value",
            "number",
            "Probabilité par hasard",
            "Probabilité, bilatérale, d'un écart aussi grand avec des voisines tirées au sort.",
            _NOT_COMPUTED,
            unit="part",
            minimum=0,
            maximum=1,
        ),
        optional(
            "p_adjusted",
            "number",
            "Probabilité corrigée",
            "La même, corrigée pour le nombre de communes testées (Benjamini et Hochberg).",
            _NOT_COMPUTED,
            unit="part",
            minimum=0,
            maximum=1,
        ),
        Column(
            "is_significant",
            "boolean",
            "Significatif",
            "La probabilité corrigée ne dépasse pas la part de fausses découvertes acceptée.",
        ),
    ),
)
