"""Columns that several published tables share, and short ways to declare common kinds."""

from __future__ import annotations

from carto.contracts import Column, ColumnType
from carto.typography import thin_thousands
from carto.vocabulary import POINT_SOURCE_WORDS, VERDICT_WORDS

HOURS_RATE_UNIT = thin_thousands("h par semaine pour 1 000 habitants")
VERDICTS = tuple(VERDICT_WORDS)


def count(name: str, label: str, description: str, unit: str = "communes") -> Column:
    """Declare a column of counts, never missing."""
    return Column(name, "integer", label, description, unit, minimum=0)


def optional(  # noqa: PLR0913, PLR0917 - one argument per property of a column
    name: str,
    type_: ColumnType,
    label: str,
    description: str,
    null_rule: str,
    unit: str = "",
    minimum: float | None = None,
    maximum: float | None = None,
) -> Column:
    """Declare a column that may be missing, with the rule that says why."""
    return Column(name, type_, label, description, unit, True, null_rule, minimum, maximum)


TAUX = optional(
    "taux_couverture_ftth",
    "number",
    "Taux de couverture FttH",
    "Locaux raccordables rapportés aux locaux (somme sur somme pour un territoire), de 0 à 1 ; "
    "un dépassement est plafonné à 1 et signalé.",
    "Commune absente du fichier ou nombre de locaux nul.",
    "part",
    0,
    1,
)
LOCAUX_RESTANTS = optional(
    "locaux_restants",
    "integer",
    "Locaux restant à raccorder",
    "Somme, commune par commune, des locaux non raccordables ; un excédent d'une commune ne "
    "cache pas le manque d'une autre.",
    "Comptes de locaux inconnus.",
    "locaux",
    0,
)
ACCESSIBILITY = optional(
    "accessibility",
    "number",
    "Offre accessible",
    "Accessibilité potentielle localisée à la médiation numérique (par défaut E2SFCA, "
    "paliers de 10, 15 et 20 minutes ; ceux employés sont dans les paramètres), pour 1 000 "
    "habitants standardisés.",
    "Estimation seulement encadrée (voir les bornes), ou population ou lieux inconnus.",
    HOURS_RATE_UNIT,
    0,
)
ACCESSIBILITY_LOW = optional(
    "accessibility_low",
    "number",
    "Offre accessible, borne basse",
    "Sans les lieux d'au-delà du périmètre dont la demande est inconnue.",
    "Population ou lieux inconnus.",
    HOURS_RATE_UNIT,
    0,
)
ACCESSIBILITY_HIGH = optional(
    "accessibility_high",
    "number",
    "Offre accessible, borne haute",
    "Avec tous les lieux, comme si la demande inconnue était nulle.",
    "Population ou lieux inconnus.",
    HOURS_RATE_UNIT,
    0,
)
ACCESSIBILITY_VARIANT_LOW = optional(
    "accessibility_variant_low",
    "number",
    "Offre accessible, variante la plus basse",
    "Plus basse valeur de l'offre accessible, bornes comprises, parmi les variantes déclarées de "
    "son calcul : paliers, baisse gaussienne, sans baisse, paliers plus larges, trois étapes, "
    "habitants non pondérés.",
    "Population ou lieux inconnus.",
    HOURS_RATE_UNIT,
    0,
)
ACCESSIBILITY_VARIANT_HIGH = optional(
    "accessibility_variant_high",
    "number",
    "Offre accessible, variante la plus haute",
    "Plus haute valeur de l'offre accessible, bornes comprises, parmi les mêmes variantes.",
    "Population ou lieux inconnus.",
    HOURS_RATE_UNIT,
    0,
)
ACCESSIBILITY_EQUIPMENT = optional(
    "accessibility_equipment",
    "number",
    "Offre accessible, équipement compris",
    "Offre accessible si l'on compte aussi les lieux qui n'offrent que du matériel ou une "
    "connexion, sans personne pour aider.",
    "Estimation seulement encadrée, ou population ou lieux inconnus.",
    HOURS_RATE_UNIT,
    0,
)
DEMAND = optional(
    "demand",
    "number",
    "Habitants standardisés",
    "Habitants qui se partagent l'offre, chacun compté selon son âge ou le besoin de sa commune, "
    "rapporté à l'habitant moyen ; la population même quand rien ne les pondère.",
    "Population inconnue.",
    "habitants",
    0,
)
NEED = optional(
    "need",
    "number",
    "Besoin",
    "Indicateur de besoin de 1 (faible) à 10 (fort) ; la variante employée est dans les "
    "paramètres de la méthode.",
    "Une des valeurs dont il dépend est absente, ou sa variante n'est pas déclarée.",
    "sur 10",
    1,
    10,
)
NEAREST_MIN = optional(
    "nearest_site_min",
    "number",
    "Temps d'accès",
    "Temps de trajet estimé jusqu'au lieu le plus proche.",
    "Aucun lieu n'est accessible par la route (île), ou aucun lieu connu.",
    "min",
    0,
)
SITES_COUNT = optional(
    "sites_count",
    "integer",
    "Lieux",
    "Lieux situés dans le territoire.",
    "Aucune source de lieux n'est fournie.",
    "lieux",
    0,
)
LIEUX_COUNT = optional(
    "lieux_count",
    "integer",
    "Lieux ouverts à tous",
    "Lieux (un endroit, une porte) qui aident tout le monde ; une permanence tenue dans un lieu "
    "cité par ailleurs n'en est pas un de plus.",
    "Aucune source de lieux n'est fournie.",
    "lieux",
    0,
)
POINTS_DE_SERVICE_COUNT = optional(
    "points_de_service_count",
    "integer",
    "Points de service",
    "Services tenus dans un lieu (permanence, étape d'une tournée), que ce lieu soit cité ou non.",
    "Aucune source de lieux n'est fournie.",
    "points de service",
    0,
)
MEDIATEURS_ETP = optional(
    "mediateurs_etp",
    "number",
    "Médiateurs",
    "Temps de travail des médiateurs, en équivalents temps plein, dans les lieux qui le disent : "
    "un minimum quand d'autres ne le disent pas.",
    "Aucun lieu ne dit le temps de travail de ses médiateurs.",
    "ETP",
    0,
)
PROVISION_COLUMNS = (LIEUX_COUNT, POINTS_DE_SERVICE_COUNT, MEDIATEURS_ETP)
HOURS_PER_WEEK = optional(
    "hours_per_week",
    "number",
    "Heures par semaine",
    "Somme des heures d'ouverture des lieux situés dans le territoire, valeurs estimées comprises.",
    "Aucune source de lieux n'est fournie.",
    "h par semaine",
    0,
)
POPULATION = optional(
    "population",
    "integer",
    "Population",
    "Population municipale légale (INSEE).",
    "Commune absente du fichier de population.",
    "habitants",
    0,
)
FLAGS = Column(
    "flags",
    "string",
    "Signalements",
    "Ce qui est douteux ou particulier, séparé par « | » : codes, dont le sens est dans la "
    "méthode, ou phrases dans les fichiers pour tableur. Vide : aucun.",
)
REASONS = Column(
    "reasons",
    "string",
    "Raisons des valeurs absentes",
    "Objet JSON : nom de colonne → code de la raison.",
)
POINT_SOURCE = Column(
    "point_source",
    "string",
    "Origine du point",
    "Mairie, mairie corrigée (erreur prouvée), ou point représentatif du contour.",
    choices=tuple(POINT_SOURCE_WORDS),
)


def share(name: str, label: str, description: str, null_rule: str) -> Column:
    """Declare a share from 0 to 1 that may be missing."""
    return optional(name, "number", label, description, null_rule, "part", 0, 1)
