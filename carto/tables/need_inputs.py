"""Contracts of the validated inputs of the need: scores of the IFN, and the counts of INSEE."""

from __future__ import annotations

from dataclasses import replace

from carto.codes import SIREN_PATTERN
from carto.contracts import Column, TableContract
from carto.flags import ARRONDISSEMENTS_SEULS, SANS_HABITANT, VALEUR_NON_DIFFUSEE
from carto.tables.inputs import CODE_INSEE
from carto.tables.shared import optional

NOT_PUBLISHED = "Non diffusé (secret statistique) ou absent du fichier."
_NO_SCORE = (
    "Note non diffusée, commune sans habitant, indicateur absent du fichier, ou besoin mesuré par "
    "une autre variante."
)
_SCALE = "sur 10"

NIVEAU_VIE_MEDIAN = Column(
    "niveau_vie_median",
    "number",
    "Niveau de vie médian",
    "Médiane du revenu disponible par unité de consommation, INSEE Filosofi.",
    "€ par an",
    nullable=True,
    null_rule="Non diffusé (secret statistique).",
    minimum=1,
    when_merged="mean",
)
TAUX_PAUVRETE = Column(
    "taux_pauvrete",
    "number",
    "Taux de pauvreté",
    "Part des personnes sous 60 % du niveau de vie médian national, INSEE Filosofi ; un taux "
    "inférieur à 5 % est publié 5 %.",
    "%",
    nullable=True,
    null_rule=NOT_PUBLISHED,
    minimum=0,
    maximum=100,
    when_merged="mean",
)


def score(name: str, label: str, description: str) -> Column:
    """Declare a score from 1 (low) to 10 (high) that may be missing."""
    column = optional(name, "number", label, description, _NO_SCORE, _SCALE, 1, 10)
    return replace(column, when_merged="mean")


def people(name: str, label: str, description: str) -> Column:
    """Declare an estimated count of inhabitants that may be missing."""
    column = optional(name, "number", label, description, NOT_PUBLISHED, "habitants", 0)
    return replace(column, when_merged="sum")


POVERTY_SCORE = score("poverty_score", "Note pauvreté", "Rang national du taux de pauvreté.")
AGE_SCORE = score("age_score", "Note âge", "Rang national de la part des 65 ans et plus.")
DIPLOMA_SCORE = score(
    "diploma_score",
    "Note diplôme",
    "Rang national de la part des 15 ans et plus non scolarisés sans diplôme.",
)
IFN_TOTAL = score(
    "ifn_total",
    "Indice de fragilité numérique",
    "Indice publié par La MedNum, repris tel quel : moyenne simple de ses indicateurs.",
)
IFN_INDICATEURS = Column(
    "ifn_indicateurs",
    "string",
    "Indicateurs de l'indice",
    "Indicateurs dont l'indice est la moyenne, tels que nommés par le fichier, séparés par « | ». "
    "Deux indices d'indicateurs différents ne se comparent pas.",
)

FRAGILITE = TableContract(
    "fragilite",
    "Indice de fragilité numérique (IFN)",
    "Une ligne par commune : les notes reprises du fichier, et la liste de ses indicateurs.",
    ("code_insee",),
    (
        CODE_INSEE,
        IFN_TOTAL,
        IFN_INDICATEURS,
        POVERTY_SCORE,
        AGE_SCORE,
        DIPLOMA_SCORE,
        Column(
            "missing_reason",
            "string",
            "Raison de l'absence",
            "Pourquoi la commune n'a pas de note.",
            nullable=True,
            null_rule="La commune a ses notes.",
            choices=(SANS_HABITANT, ARRONDISSEMENTS_SEULS, VALEUR_NON_DIFFUSEE),
        ),
    ),
)

PEOPLE_65 = people(
    "people_65_count",
    "65 ans et plus",
    "Habitants de 65 ans ou plus, estimation du recensement (INSEE).",
)
PEOPLE_WITHOUT_DIPLOMA = people(
    "people_without_diploma_count",
    "Sans diplôme",
    "Habitants de 15 ans ou plus non scolarisés, sans diplôme ou avec un certificat d'études "
    "primaires, estimation du recensement (INSEE).",
)

STRUCTURE_POPULATION = TableContract(
    "structure_population",
    "Structure de la population (INSEE, recensement)",
    "Une ligne par commune ; les effectifs sont des estimations du recensement.",
    ("code_insee",),
    (
        CODE_INSEE,
        people("people_count", "Habitants", "Population estimée."),
        PEOPLE_65,
        people("people_15_29_count", "15 à 29 ans", "Habitants de 15 à 29 ans."),
        people("people_30_44_count", "30 à 44 ans", "Habitants de 30 à 44 ans."),
        people("people_45_59_count", "45 à 59 ans", "Habitants de 45 à 59 ans."),
        people("people_60_74_count", "60 à 74 ans", "Habitants de 60 à 74 ans."),
        people("people_75_count", "75 ans et plus", "Habitants de 75 ans ou plus."),
    ),
)

DIPLOMES = TableContract(
    "diplomes",
    "Diplômes (INSEE, recensement)",
    "Une ligne par commune ; les effectifs sont des estimations du recensement.",
    ("code_insee",),
    (
        CODE_INSEE,
        people(
            "people_out_of_school_count",
            "15 ans et plus non scolarisés",
            "Habitants de 15 ans ou plus qui ne sont plus scolarisés.",
        ),
        PEOPLE_WITHOUT_DIPLOMA,
    ),
)

FILOSOFI = TableContract(
    "filosofi",
    "Niveau de vie et pauvreté (INSEE, Filosofi)",
    "Une ligne par commune diffusée ; les petites communes sont couvertes par le secret.",
    ("code_insee",),
    (CODE_INSEE, NIVEAU_VIE_MEDIAN, TAUX_PAUVRETE),
)

FILOSOFI_EPCI = TableContract(
    "filosofi_epci",
    "Pauvreté des EPCI (INSEE, Filosofi)",
    "Une ligne par EPCI diffusé ; repli des communes couvertes par le secret.",
    ("siren_epci",),
    (
        Column("siren_epci", "string", "SIREN de l'EPCI", "Neuf chiffres.", pattern=SIREN_PATTERN),
        TAUX_PAUVRETE,
    ),
)
