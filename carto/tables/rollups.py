"""Contracts of the published rollups: EPCI and départements."""

from __future__ import annotations

from dataclasses import replace

from carto.codes import DEPARTEMENT_PATTERN, SIREN_PATTERN
from carto.contracts import Column, TableContract
from carto.tables.inputs import GEOMETRY, LOCAUX, LOCAUX_RACCORDABLES
from carto.tables.local_facts import LOCAL_ROLLUPS
from carto.tables.shared import (
    ACCESSIBILITY,
    HOURS_PER_WEEK,
    LOCAUX_RESTANTS,
    NEAREST_MIN,
    NEED,
    POPULATION,
    SITES_COUNT,
    TAUX,
    VERDICTS,
    count,
    optional,
    share,
)

_SUPPRESSED = "Moins de 80 % de la population du territoire est informée."


def mean(column: Column) -> Column:
    """Declare the population-weighted mean of a column of communes."""
    return replace(
        column,
        description="Moyenne des communes pondérée par la population. " + column.description,
        null_rule=_SUPPRESSED,
    )


ROLLUP_COLUMNS = (
    count("communes_count", "Communes", "Communes du territoire présentes dans les données."),
    count(
        "communes_expected",
        "Communes attendues",
        "Communes d'après la composition officielle (EPCI) ou la population.",
    ),
    POPULATION,
    LOCAUX,
    LOCAUX_RACCORDABLES,
    LOCAUX_RESTANTS,
    TAUX,
    share(
        "fibre_informed_share",
        "Population informée (fibre)",
        "Part de la population dont la commune a un taux de couverture.",
        "Population inconnue.",
    ),
    SITES_COUNT,
    HOURS_PER_WEEK,
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
    mean(ACCESSIBILITY),
    share(
        "accessibility_informed_share",
        "Population informée (offre)",
        "Part de la population dont l'offre accessible est estimée sans encadrement.",
        "Population inconnue.",
    ),
    mean(NEED),
    share(
        "need_informed_share",
        "Population informée (besoin)",
        "Part de la population dont le besoin est connu.",
        "Population inconnue.",
    ),
    *(
        count(f"communes_verdict_{verdict}", f"Communes, verdict {verdict}", "Nombre de communes.")
        for verdict in VERDICTS
    ),
    *(
        share(
            f"population_verdict_{verdict}_share",
            f"Population, verdict {verdict}",
            "Part de la population du territoire.",
            "Population inconnue.",
        )
        for verdict in VERDICTS
    ),
    count(
        "communes_underserved",
        "Communes sous-desservies",
        "Communes dont on sait qu'elles le sont (classes 2 et 3, décidées).",
    ),
    count("population_underserved", "Population concernée", "Leurs habitants.", "habitants"),
    *LOCAL_ROLLUPS,
    Column("sentence", "string", "En une phrase", "Le constat du territoire, en français."),
    GEOMETRY,
)

EPCI = TableContract(
    "epci",
    "EPCI à fiscalité propre",
    "Une ligne par EPCI qui a au moins une commune dans le périmètre.",
    ("siren_epci",),
    (
        Column("siren_epci", "string", "SIREN", "Neuf chiffres.", pattern=SIREN_PATTERN),
        Column("nom", "string", "EPCI", "Raison sociale."),
        optional("nature_juridique", "string", "Nature", "CC, CA, CU, METRO.", "Non publiée."),
        Column(
            "departements", "string", "Départements", "Codes des départements, séparés par « | »."
        ),
        *ROLLUP_COLUMNS,
    ),
)

DEPARTEMENT = TableContract(
    "departement",
    "Départements",
    "Une ligne par département du périmètre.",
    ("code_departement",),
    (
        Column("code_departement", "string", "Département", "Code.", pattern=DEPARTEMENT_PATTERN),
        Column("nom", "string", "Nom", "Nom du département."),
        optional("region", "string", "Région", "Code de la région.", "Sans région."),
        *ROLLUP_COLUMNS,
    ),
)
