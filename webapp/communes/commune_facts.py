"""What a commune carries beside its verdict: other indices, zonings, dates and local activity.

None of it enters the verdict. What no source supplies is not listed commune by commune: the page of
sources says once what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.contracts import Column
from carto.flags import AUTRE_VARIANTE, INDICATEUR_ABSENT, SANS_CONVENTION, SANS_EPT, SOURCE_ABSENTE
from carto.tables.communes import COMMUNES
from carto.vocabulary import DENSITY_WORDS, FRR_WORDS
from webapp.views.provenance import Facts, credit

Row = Mapping[str, Any]

# Columns by the source they come from, in the order of the page.
BESIDE: Mapping[str, tuple[str, ...]] = {
    "fragilite": ("ifn_total",),
    "filosofi": ("niveau_vie_median", "taux_pauvrete"),
    "structure_population": ("people_65_count",),
    "diplomes": ("people_without_diploma_count",),
    "frr": ("classement_frr",),
    "grille_densite": ("densite_classe",),
    "ept": ("nom_ept",),
    "cuivre": (
        *("fermeture_commerciale", "fermeture_technique", "cuivre_lot", "locaux_bloques"),
        *("prevision_completude", "prevision_completude_fin"),
    ),
    "activite": (
        *("ateliers_count", "ateliers_heures", "points_information_count"),
        *("permanences_heures", "participations_count", "seances_heures_par_an"),
    ),
    "communes_relais": ("is_commune_relais", "relais_date"),
    "enquete": (
        *("enquete_repondants_count", "enquete_en_difficulte_count"),
        *("enquete_sans_equipement_count", "enquete_sans_connexion_count"),
    ),
}
# Words of the values of a closed list, by column.
_WORDS: Mapping[str, Mapping[str, str]] = {
    "classement_frr": FRR_WORDS,
    "densite_classe": DENSITY_WORDS,
}
# Columns beside the verdict that are not written for themselves.
_SILENT = (
    *("locaux_en_construction", "taux_hors_construction", "population_beyond_time_share"),
    *("ifn_indicateurs", "siren_ept", "fermeture_technique_fin"),
    *("poverty_score", "age_score", "diploma_score"),
)
# What the study of the commune tells in its own words, unknown or not.
_TOLD_APART = frozenset(
    (
        *("projection_status", "fibre_95_quarter", "fibre_95_quarter_low", "fibre_99_quarter"),
        *("fibre_95_quarter_high", "copper_class", "months_to_closure"),
        *("typology", "robustness", "underserved_probability", "rank", "rank_low", "rank_high"),
    )
)
_APART = frozenset((*_SILENT, *(name for names in BESIDE.values() for name in names)))
# Reasons that are no gap in what is known of the commune.
_NO_GAP = (SOURCE_ABSENTE, INDICATEUR_ABSENT, AUTRE_VARIANTE, SANS_EPT, SANS_CONVENTION)


@dataclass(frozen=True)
class Fact:
    """A value beside the verdict, and where it comes from."""

    label: str
    text: str
    source: str


def commune_facts(row: Row, facts: Facts) -> tuple[Fact, ...]:
    """List the values of a commune that are known, with their sources."""
    return tuple(_known(row, facts))


def is_a_gap(column: str, reason: str) -> bool:
    """Whether a missing value is told on the page of a commune.

    A value beside the verdict is not, when no source supplies it or when there is nothing to know.
    """
    if column in _TOLD_APART:
        return False
    return not (column in _APART and reason in _NO_GAP)


def _known(row: Row, facts: Facts) -> Iterator[Fact]:
    """Write the values that the row has."""
    for source, names in BESIDE.items():
        for name in names:
            if row.get(name) is not None:
                column = COMMUNES.column(name)
                text = _write(row[name], column)
                if name == "ifn_total":
                    listed = str(row["ifn_indicateurs"]).split("|")
                    text += f" (moyenne de {french.plural(len(listed), 'indicateur')})"
                yield Fact(column.label, text, credit(facts, source))


def _write(value: Any, column: Column) -> str:
    """Write a value by the type and unit of its column."""
    if column.type == "boolean":
        return "oui" if value else "non"
    if column.type == "date":
        return french.date(value)
    if column.type == "string":
        return _WORDS.get(column.name, {}).get(value, str(value))
    decimals = 0 if column.type == "integer" or column.unit in ("€ par an", "habitants") else 1
    return french.number(value, decimals, column.unit)
