"""Columns that every published territory has: sums, shares, means of its communes."""

from __future__ import annotations

from dataclasses import replace

from carto.contracts import Column
from carto.tables.inputs import GEOMETRY, LOCAUX, LOCAUX_RACCORDABLES
from carto.tables.local_facts import LOCAL_ROLLUPS
from carto.tables.need_inputs import IFN_TOTAL, PEOPLE_65, PEOPLE_WITHOUT_DIPLOMA
from carto.tables.shared import (
    ACCESSIBILITY,
    HOURS_PER_WEEK,
    HOURS_RATE_UNIT,
    LOCAUX_RESTANTS,
    NEAREST_MIN,
    NEED,
    POPULATION,
    PROVISION_COLUMNS,
    SITES_COUNT,
    TAUX,
    count,
    optional,
    share,
)
from carto.tables.verdict_rollups import COPPER_ROLLUPS, VERDICT_ROLLUPS

_SUPPRESSED = "Moins de 80 % de la population du territoire est informée."
_FEW_PEOPLE = "Moins de 2 000 habitants, population inconnue, ou aucune source de lieux fournie."
_NO_PLACES = "Population inconnue, ou aucune source de lieux fournie."
NO_INEQUALITY = f"{_SUPPRESSED[:-1]}, ou aucune offre n'est accessible."


FIBRE_INFORMED_SHARE = share(
    "fibre_informed_share",
    "Population informée (fibre)",
    "Part de la population dont la commune a un taux de couverture.",
    "Population inconnue.",
)


def mean(column: Column) -> Column:
    """Declare the population-weighted mean of a column of communes."""
    return replace(
        column,
        description="Moyenne des communes pondérée par la population. " + column.description,
        null_rule=_SUPPRESSED,
    )


def total(column: Column) -> Column:
    """Declare the sum of a column of communes."""
    return replace(
        column,
        description="Somme des communes où il est connu. " + column.description,
        null_rule=_SUPPRESSED,
    )


def beyond(minutes: int) -> Column:
    """Declare the share of people farther than some minutes from a place."""
    return share(
        f"population_beyond_{minutes}_min_share",
        f"Population à plus de {minutes} minutes",
        f"Part de la population sans lieu à {minutes} minutes ou moins, îles sans lieu comprises.",
        _NO_PLACES,
    )


# Times beyond which people are counted, minutes.
BEYOND_MIN = (10, 15, 20, 30)

ROLLUP_COLUMNS = (
    count("communes_count", "Communes", "Communes du territoire présentes dans les données."),
    count(
        "communes_expected",
        "Communes attendues",
        "Communes d'après la composition officielle (EPCI, EPT), la liste du groupe, ou le fichier "
        "de population.",
    ),
    POPULATION,
    LOCAUX,
    LOCAUX_RACCORDABLES,
    LOCAUX_RESTANTS,
    TAUX,
    FIBRE_INFORMED_SHARE,
    optional(
        "fibre_quarters",
        "string",
        "Trimestres de la fibre",
        "Trimestres des relevés additionnés, séparés par « | » : plusieurs quand les communes "
        "n'ont pas été relevées à la même date.",
        "Aucun taux de couverture publié.",
    ),
    SITES_COUNT,
    *PROVISION_COLUMNS,
    HOURS_PER_WEEK,
    optional(
        "sites_per_10000",
        "number",
        "Lieux pour 10 000 habitants",
        "Lieux situés dans le territoire rapportés à sa population (somme sur somme).",
        _FEW_PEOPLE,
        "lieux pour 10 000 habitants",
        0,
    ),
    optional(
        "hours_per_year_per_1000",
        "number",
        "Heures par an pour 1 000 habitants",
        "Heures d'ouverture d'une année (52 semaines) des lieux situés dans le territoire, "
        "rapportées à sa population (somme sur somme).",
        _FEW_PEOPLE,
        "h par an pour 1 000 habitants",
        0,
    ),
    mean(NEAREST_MIN),
    share(
        "nearest_site_min_informed_share",
        "Population informée (temps)",
        "Part de la population dont le temps d'accès est connu ; les îles sans lieu n'en ont pas.",
        "Population inconnue.",
    ),
    share(
        "population_beyond_time_share",
        "Population au-delà du seuil de temps",
        "Part de la population sans lieu dans le temps d'alerte (20 minutes par défaut), îles "
        "sans lieu comprises.",
        "Population inconnue.",
    ),
    *map(beyond, BEYOND_MIN),
    mean(ACCESSIBILITY),
    share(
        "accessibility_informed_share",
        "Population informée (offre)",
        "Part de la population dont l'offre accessible est estimée sans encadrement.",
        "Population inconnue.",
    ),
    optional(
        "accessibility_median",
        "number",
        "Offre accessible médiane",
        "La moitié des habitants vit dans une commune qui a cette offre accessible ou moins.",
        _SUPPRESSED,
        HOURS_RATE_UNIT,
        0,
    ),
    optional(
        "accessibility_gini",
        "number",
        "Inégalité de l'offre (Gini)",
        "Indice de Gini de l'offre accessible entre habitants : 0 si tous ont la même, proche de 1 "
        "si quelques-uns ont tout.",
        NO_INEQUALITY,
        "indice",
        0,
        1,
    ),
    optional(
        "accessibility_theil",
        "number",
        "Inégalité de l'offre (Theil)",
        "Indice de Theil de l'offre accessible entre habitants : 0 si tous ont la même.",
        NO_INEQUALITY,
        "indice",
        0,
    ),
    mean(NEED),
    share(
        "need_informed_share",
        "Population informée (besoin)",
        "Part de la population dont le besoin est connu.",
        "Population inconnue.",
    ),
    mean(IFN_TOTAL),
    share(
        "ifn_total_informed_share",
        "Population informée (IFN)",
        "Part de la population dont la commune a un indice publié.",
        "Population inconnue.",
    ),
    total(PEOPLE_65),
    share(
        "people_65_informed_share",
        "Population informée (65 ans et plus)",
        "Part de la population dont la commune a cet effectif.",
        "Population inconnue.",
    ),
    total(PEOPLE_WITHOUT_DIPLOMA),
    share(
        "people_without_diploma_informed_share",
        "Population informée (sans diplôme)",
        "Part de la population dont la commune a cet effectif.",
        "Population inconnue.",
    ),
    *COPPER_ROLLUPS,
    *VERDICT_ROLLUPS,
    *LOCAL_ROLLUPS,
    Column("sentence", "string", "En une phrase", "Le constat du territoire, en français."),
    GEOMETRY,
)
