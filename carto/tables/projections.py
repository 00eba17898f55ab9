"""Contract of the projections of the fibre, a complement of the table of communes."""

from __future__ import annotations

from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE, QUARTER_PATTERN
from carto.tables.shared import optional

_NO_BAND = "Trop peu d'estimations passées, dans les autres départements, pour en mesurer l'erreur."

PROJECTIONS = TableContract(
    "projections",
    "Projections de la fibre",
    "Une ligne par commune dont le rythme est connu et par trimestre à venir, jusqu'à trois ans : "
    "ce qui arriverait si le rythme de la dernière année se maintenait.",
    ("code_insee", "horizon"),
    (
        CODE_INSEE,
        Column(
            "horizon", "integer", "Horizon", "Trimestres après le relevé.", "trimestres", minimum=1
        ),
        Column("quarter", "string", "Trimestre", "Trimestre estimé.", pattern=QUARTER_PATTERN),
        Column(
            "rate",
            "number",
            "Couverture estimée",
            "Les locaux restants diminuent chaque trimestre de la même part.",
            "part",
            minimum=0,
            maximum=1,
        ),
        optional(
            "rate_low",
            "number",
            "Couverture estimée, borne basse",
            "Neuf fois sur dix, dans les autres départements, la couverture a été plus haute.",
            _NO_BAND,
            "part",
            0,
            1,
        ),
        optional(
            "rate_high",
            "number",
            "Couverture estimée, borne haute",
            "Neuf fois sur dix, dans les autres départements, la couverture a été plus basse.",
            _NO_BAND,
            "part",
            0,
            1,
        ),
        Column(
            "locaux_restants",
            "number",
            "Locaux restant à raccorder, estimés",
            "Une fraction de local est une probabilité.",
            "locaux",
            minimum=0,
        ),
    ),
)
