"""Contracts of the comparisons: twins of territories, gaps to them, frozen quantiles."""

from __future__ import annotations

from carto.contracts import Column, TableContract
from carto.reference import INDICATORS, LEVELS, PERCENTS
from carto.tables.shared import count, optional

# Levels of territories that have twins, and what is compared of each.
COMPARED = {
    "commune": (
        *("taux_couverture_ftth", "nearest_site_min", "accessibility", "need", "score"),
        "population_beyond_time_share",
    ),
    "epci": (
        *("taux_couverture_ftth", "nearest_site_min", "accessibility", "need"),
        *("population_beyond_time_share", "sites_per_10000"),
    ),
}
TRAITS = ("population", "densite", "densite_classe", "frr", "people_65", "age_score")

_TYPE = Column("type", "string", "Type", "Type de territoire.", choices=tuple(COMPARED))
_CODE = Column("code", "string", "Code", "Code INSEE de la commune, SIREN de l'EPCI.")
_NONE = (
    "Une caractéristique du territoire est inconnue, il est incomplet dans les données, ou il est "
    "seul de son type."
)

TWINS = TableContract(
    "twins",
    "Territoires comparables",
    "Une ligne par commune et par EPCI : les territoires les plus proches par la taille, la "
    "densité, la ruralité et l'âge de la population.",
    ("type", "code"),
    (
        _TYPE,
        _CODE,
        optional(
            "twins",
            "string",
            "Territoires comparables",
            "Codes des plus proches, du plus proche au moins proche, séparés par « | ».",
            _NONE,
        ),
        optional(
            "distances",
            "string",
            "Écarts de profil",
            "Distance à chacun, dans le même ordre, en écarts types des caractéristiques.",
            _NONE,
        ),
        Column(
            "criteria",
            "string",
            "Caractéristiques",
            "Ce qui rend comparable : population ; densité ; classe de densité, ou part en zone "
            "FRR ; part des 65 ans et plus, ou note d'âge. Une caractéristique trop peu connue est "
            "laissée de côté pour tous.",
        ),
        count(
            "compared_count",
            "Territoires comparés",
            "Territoires de même type parmi lesquels les plus proches ont été cherchés.",
            "territoires",
        ),
    ),
)

TWIN_GAPS = TableContract(
    "twin_gaps",
    "Écarts aux territoires comparables",
    "Une ligne par territoire et indicateur connus : la valeur, la médiane des territoires "
    "comparables, l'écart.",
    ("type", "code", "indicator"),
    (
        _TYPE,
        _CODE,
        Column(
            "indicator",
            "string",
            "Indicateur",
            "Colonne comparée.",
            choices=tuple(dict.fromkeys(name for names in COMPARED.values() for name in names)),
        ),
        Column("value", "number", "Valeur", "Celle du territoire, dans l'unité de la colonne."),
        Column("twins_median", "number", "Médiane", "Médiane des territoires comparables connus."),
        Column("gap", "number", "Écart", "Valeur moins médiane."),
        count("twins_known", "Comparables connus", "Dont la valeur est connue.", "territoires"),
    ),
)

REFERENCE_QUANTILES = TableContract(
    "reference_quantiles",
    "Quantiles de référence",
    "Une ligne par groupe de communes et indicateur : valeurs nationales figées d'un millésime, "
    "pondérées par la population. Seuls les groupes du territoire y sont, et les indicateurs "
    "mesurés comme ici.",
    ("level", "code", "indicator"),
    (
        Column("level", "string", "Groupe", "Type de groupe.", choices=LEVELS),
        Column(
            "code",
            "string",
            "Code",
            "Code de la région, du département ou de la classe de densité ; FR pour la France.",
        ),
        Column(
            "indicator",
            "string",
            "Indicateur",
            "Colonne des communes, ou part des 65 ans et plus.",
            choices=INDICATORS,
        ),
        Column("vintage", "string", "Millésime", "Millésime de la référence."),
        count("communes_count", "Communes", "Communes dont la valeur est connue."),
        count("population", "Population", "Habitants de ces communes.", "habitants"),
        *(
            Column(
                f"p{percent}",
                "number",
                f"{percent} % des habitants",
                f"{percent} % des habitants vivent dans une commune de cette valeur ou moins.",
            )
            for percent in PERCENTS
        ),
    ),
)
