"""Contract of the places in the national standard: its 32 fields, in its order, with its rules.

The rules are those of the published Table Schema (LaMednum/standard-mediation-num 1.0.1), so that a
file that meets this contract passes it. That schema misspells one label: see `EXPRESSIBLE`.
"""

from __future__ import annotations

import re

from carto.contracts import Column, TableContract
from carto.mediation_standard import FIELDS, LISTS
from carto.tables.parsed_sites import PARSED_SITES, PIVOT_PATTERN

# The schema writes « Étapes numériques(La Poste) », without its space, and refuses the official
# label: it goes to the free field of other labels.
MISSPELT = "Étapes numériques (La Poste)"
EXPRESSIBLE = {
    name: tuple(value for value in values if value != MISSPELT) for name, values in LISTS.items()
}
CODE_POSTAL_PATTERN = r"\d{5}"
TELEPHONE_PATTERN = r"(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)\d{6,9}"
_CODE_INSEE_PATTERN = r"([013-9]\d|2[AB1-9])\d{3}"
_REQUIRED = ("id", "pivot", "nom", "commune", "code_postal", "adresse", "date_maj")
_TYPES = {"latitude": "number", "longitude": "number", "date_maj": "date"}
_PATTERNS = {
    "pivot": PIVOT_PATTERN,
    "code_postal": CODE_POSTAL_PATTERN,
    "code_insee": _CODE_INSEE_PATTERN,
    "telephone": TELEPHONE_PATTERN,
}
_LABELS = {
    "commune": ("Commune", "Nom de la commune, tel que publié."),
    "complement_adresse": ("Complément", "Le complément est dans l'adresse."),
    "source": ("Source", "Qui tient la fiche, sinon la source où elle a été lue."),
    "itinerance": ("Itinérance", "Itinérant ou Fixe."),
    "date_maj": (
        "Mise à jour",
        "Mise à jour de la fiche ; la norme exige une date : celle de la liste où la fiche a été "
        "lue quand le lieu n'en publie pas. La table « sites » la laisse alors absente.",
    ),
}


def _column(name: str) -> Column:
    """Declare a field of the standard, described as the column it comes from."""
    if name in _LABELS:
        label, description = _LABELS[name]
    else:
        label, description = (
            getattr(PARSED_SITES.column(name), said) for said in ("label", "description")
        )
    pattern = _PATTERNS.get(name)
    # Their code lists are wider than what the schema checks.
    if name in EXPRESSIBLE and name != "typologie":
        values = "|".join(re.escape(value) for value in EXPRESSIBLE[name])
        pattern = rf"({values})(\|({values}))*"
    is_optional = name not in _REQUIRED
    return Column(
        name,
        _TYPES.get(name, "string"),  # type: ignore[arg-type]
        label,
        description,
        nullable=is_optional,
        null_rule="Non renseigné, ou inexprimable dans la norme." if is_optional else "",
        pattern=pattern,
    )


LIEUX_STANDARD = TableContract(
    "lieux-standard",
    "Lieux au standard national de la médiation numérique",
    "Les lieux, points de service et structures de la table « sites », dans les 32 champs du "
    "standard LaMednum ; ceux dont l'adresse ou le code postal manque n'y sont pas : le standard "
    "les exige. « date_maj » est la date de la liste quand le lieu n'en publie pas : ce n'est pas "
    "celle d'une vérification du lieu.",
    ("id",),
    tuple(_column(name) for name in FIELDS),
)
