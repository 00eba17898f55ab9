"""Contract of the accessibility by each declared variant of its calculation."""

from __future__ import annotations

from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE
from carto.tables.shared import ACCESSIBILITY_HIGH, ACCESSIBILITY_LOW, optional

# Name of each variant of `carto.measures.variants`, and French words for it.
VARIANT_LABELS = {
    "paliers": "paliers de temps",
    "gaussienne": "baisse gaussienne",
    "sans_baisse": "sans baisse",
    "paliers_larges": "paliers de 12, 20 et 30 min",
    "trois_etapes": "trois étapes (3SFCA)",
    "sans_poids": "habitants non pondérés",
}
_LISTED = ", ".join(f"{name} ({label})" for name, label in VARIANT_LABELS.items())

ACCESSIBILITY_VARIANTS = TableContract(
    "accessibility_variants",
    "Offre accessible selon les variantes de son calcul",
    "Une ligne par commune publiée et par variante ; vide sans source de lieux.",
    ("code_insee", "variant"),
    (
        CODE_INSEE,
        Column("variant", "string", "Variante", f"{_LISTED}.", choices=tuple(VARIANT_LABELS)),
        ACCESSIBILITY_LOW,
        ACCESSIBILITY_HIGH,
        optional(
            "alert_offre",
            "boolean",
            "Alerte offre",
            "L'alerte sur l'offre avec cette variante ; le seuil suit la médiane de la variante.",
            "Les données ne permettent pas de dire.",
        ),
    ),
)
