"""Contracts of the published territories: EPCI, EPT, départements, régions, France, groups."""

from __future__ import annotations

from dataclasses import replace

from carto.codes import DEPARTEMENT_PATTERN, REGIONS, SIREN_PATTERN
from carto.contracts import Column, TableContract
from carto.tables.rollup_columns import NO_INEQUALITY, ROLLUP_COLUMNS
from carto.tables.shared import optional, share
from carto.tables.zoning import SIREN_EPT

DEPARTEMENTS = Column(
    "departements", "string", "Départements", "Codes des départements, séparés par « | »."
)
EPCI_PARTIAL = Column(
    "epci_partial",
    "string",
    "EPCI à cheval",
    "SIREN des EPCI dont une partie seulement est dans ce territoire, séparés par « | » ; leurs "
    "propres chiffres comptent tous leurs membres. Vide : aucun.",
)
BETWEEN_EPCI = share(
    "accessibility_theil_between_epci_share",
    "Part de l'inégalité entre EPCI",
    "Part de l'indice de Theil qui vient des écarts entre EPCI ; le reste vient des écarts entre "
    "communes d'un même EPCI.",
    f"{NO_INEQUALITY[:-1]}, ou tous ont la même.",
)

SHRUNK_DENSITY = optional(
    "sites_per_10000_shrunk",
    "number",
    "Lieux pour 10 000 habitants, à effectif comparable",
    "La même densité, ramenée vers celle des EPCI publiés de la région d'autant plus que les "
    "habitants sont peu nombreux (bayésien empirique) : elle se compare d'un EPCI à l'autre. Elle "
    "est la même pour tous quand le hasard suffit à expliquer leurs écarts.",
    "Population inconnue ou nulle, ou aucune source de lieux n'est fournie.",
    "lieux pour 10 000 habitants",
    0,
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
        DEPARTEMENTS,
        SHRUNK_DENSITY,
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
        EPCI_PARTIAL,
        BETWEEN_EPCI,
        *ROLLUP_COLUMNS,
    ),
)

REGION = TableContract(
    "region",
    "Régions",
    "Une ligne par région dont tous les départements sont dans le périmètre.",
    ("code_region",),
    (
        Column("code_region", "string", "Région", "Code INSEE.", choices=tuple(REGIONS)),
        Column("nom", "string", "Nom", "Nom de la région."),
        EPCI_PARTIAL,
        BETWEEN_EPCI,
        *ROLLUP_COLUMNS,
    ),
)

FRANCE = TableContract(
    "france",
    "France",
    "Une ligne quand le périmètre est la France entière, aucune sinon.",
    ("code_pays",),
    (
        Column("code_pays", "string", "Pays", "FR.", choices=("FR",)),
        Column("nom", "string", "Nom", "Nom du pays."),
        BETWEEN_EPCI,
        *ROLLUP_COLUMNS,
    ),
)

EPT = TableContract(
    "ept",
    "Établissements publics territoriaux",
    "Une ligne par établissement public territorial de la métropole du Grand Paris qui a une "
    "commune publiée. Ce ne sont pas des EPCI : leurs communes comptent aussi dans la métropole.",
    ("siren_ept",),
    (
        replace(SIREN_EPT, nullable=False, null_rule=""),
        Column("nom", "string", "EPT", "Nom officiel."),
        *ROLLUP_COLUMNS,
    ),
)

GROUPE = TableContract(
    "groupe",
    "Groupes de communes",
    "Une ligne par groupe de communes déclaré dans carto.toml ([groupes.…]) ; une commune peut "
    "être dans plusieurs groupes.",
    ("groupe",),
    (
        Column("groupe", "string", "Groupe", "Identifiant donné dans carto.toml."),
        Column("nom", "string", "Nom", "Nom donné dans carto.toml."),
        DEPARTEMENTS,
        Column(
            "communes_missing",
            "string",
            "Communes non publiées",
            "Codes des communes du groupe qui sont hors du périmètre publié, séparés par « | » ; "
            "elles ne comptent pas. Vide : aucune.",
        ),
        Column(
            "codes_anciens",
            "string",
            "Codes anciens",
            "Anciens codes que la liste citait et codes actuels comptés à leur place, séparés par "
            "« | ». Vide : aucun.",
        ),
        *ROLLUP_COLUMNS,
    ),
)
