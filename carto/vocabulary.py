"""Words of the closed lists: verdicts, types, places, clusters, as readers meet them."""

from __future__ import annotations

from dataclasses import dataclass

from carto.typography import typeset

VERDICT_WORDS = {
    "0": "non sous-desservie",
    "1": "vigilance",
    "2": "sous-desservie",
    "3": "prioritaire",
    "indetermine": "indéterminé",
    "sans_objet": "sans objet",
}


@dataclass(frozen=True)
class TerritoryType:
    """A type of commune, network × help × need: its name, what it is, what it invites to study.

    The words are about what the commune has, never about those who live there; what to do is for
    the territory to decide, and no data can prove it.
    """

    words: str
    meaning: str
    calls_for: str

    def __post_init__(self) -> None:
        """Set the sentences with their non-breaking spaces."""
        for name in ("words", "meaning", "calls_for"):
            object.__setattr__(self, name, typeset(getattr(self, name)))


# The three alerts of a type, (offre, besoin, connectivité): `carto.verdict.typology`.
TERRITORY_TYPES = {
    "pourvue": TerritoryType(
        "fibrée et accompagnée",
        "La fibre est là, une aide est à portée, et le besoin n'est pas fort.",
        "À vérifier : ce qui existe est-il connu et entretenu ?",
    ),
    "fibree_sans_aide": TerritoryType(
        "fibrée sans aide",
        "La fibre est là, mais l'aide au numérique est loin ou trop peu ouverte.",
        "À étudier : une permanence plus proche, même quelques heures par semaine.",
    ),
    "fibre_inachevee": TerritoryType(
        "accompagnée, fibre inachevée",
        "Une aide est à portée, mais des locaux attendent encore la fibre.",
        "À suivre : le déploiement avec l'opérateur, et le calendrier de fermeture du cuivre.",
    ),
    "double_peine": TerritoryType(
        "double peine",
        "La fibre est inachevée, et l'aide au numérique est loin ou trop peu ouverte.",
        "À étudier ensemble : le déploiement de la fibre et une permanence.",
    ),
    "besoin_accompagne": TerritoryType(
        "besoin fort, accompagné",
        "Le besoin d'aide y est fort ; la fibre est là et une aide est à portée.",
        "À vérifier : l'aide suffit-elle, et chacun sait-il où la trouver ?",
    ),
    "besoin_sans_aide": TerritoryType(
        "besoin fort sans aide",
        "Le besoin d'aide y est fort et la fibre est là, mais l'aide est loin ou trop peu ouverte.",
        "À étudier : une permanence plus proche ou plus ouverte, là où le besoin est fort.",
    ),
    "besoin_fibre_inachevee": TerritoryType(
        "besoin fort, fibre inachevée",
        "Le besoin d'aide y est fort ; une aide est à portée, mais des locaux attendent la fibre.",
        "À étudier : un appui au passage à la fibre dans les lieux d'aide existants.",
    ),
    "cumul": TerritoryType(
        "cumul des difficultés",
        "Le besoin d'aide y est fort, l'aide est loin ou trop peu ouverte, et la fibre est "
        "inachevée.",
        "À étudier d'abord : une permanence, le déploiement, et un appui au passage à la fibre.",
    ),
}

# Grade of an accessible supply whose hours are mostly imputed.
LEAST_QUALITY = "C"

# How far a verdict holds, from the most to the least.
ROBUSTNESS_WORDS = {"robuste": "robuste", "fragile": "fragile", "bascule": "peut basculer"}

# Inputs that may flip a verdict by themselves, and thresholds that may change a class.
FLIPPING_INPUT_WORDS = {
    "time": "le temps de trajet",
    "hours": "les heures d'ouverture",
    "need": "la mesure du besoin",
    "fibre": "le nombre de locaux fibrés",
}
FLIPPING_THRESHOLD_WORDS = {
    "time_min": "le temps d'accès",
    "apl_ratio": "l'offre accessible",
    "need": "le besoin",
    "fibre_pct": "la couverture fibre",
}

# Ways in which a threshold is moved.
THRESHOLD_DIRECTIONS = ("baisse", "hausse")


@dataclass(frozen=True)
class SiteFormat:
    """A format of place: the letter on its disc, so that it does not rest on colour; its words."""

    letter: str
    words: str


SITE_FORMATS = {
    "fixe": SiteFormat("F", "lieu fixe"),
    "antenne": SiteFormat("A", "antenne"),
    "multisites": SiteFormat("M", "lieu multisite"),
    "itinerante": SiteFormat("I", "lieu itinérant"),
    "bus": SiteFormat("B", "bus itinérant"),
}

# What a row of places is, and in which words.
SITE_KINDS = {
    "lieu": "lieu",
    "point_de_service": "point de service",
    "structure": "structure",
}

# Readers of the places of help; those beside France Services.
OTHER_PLACE_SOURCES = ("lieux", "conseillers_numeriques", "aidants_connect")
PLACE_SOURCES = ("france_services", *OTHER_PLACE_SOURCES)

# Lists of places, as a reader names them.
PLACE_LIST_WORDS = {
    "france_services": "France services",
    "lieux": "lieux de la cartographie nationale",
    "conseillers_numeriques": "permanences des conseillers numériques",
    "aidants_connect": "structures Aidants Connect",
    "lieux_locaux": "lieux d'un fichier local",
}

# Where the hours of a place come from.
HOURS_SOURCE_WORDS = {
    "declarees": "déclarées",
    "etp": "estimées, temps de travail",
    "imputees": "estimées, type de lieu",
}

# Where the point of a commune comes from.
POINT_SOURCE_WORDS = {
    "mairie": "mairie",
    "mairie_corrigee": "mairie corrigée",
    "point_representatif": "point représentatif du contour",
}

# Natures of EPCI, as their publisher abridges them.
EPCI_NATURE_WORDS = {
    "CC": "communauté de communes",
    "CA": "communauté d'agglomération",
    "CU": "communauté urbaine",
    "METRO": "métropole",
    "MET69": "métropole de Lyon",
}

# Indicators of the index of fragility, as its files name them.
FRAGILITY_WORDS = {
    "no_thd_coverage_rate": "absence de très haut débit",
    "no_4g_coverage_rate": "absence de 4G",
    "poverty_rate": "taux de pauvreté",
    "older_65_rate": "65 ans et plus",
    "nscol15p_rate": "15 ans et plus non scolarisés sans diplôme",
}

# Series of fibre: both counts of one quarter, or one estimate of premises for all quarters.
RELEVE = "releve"
HISTORIQUE = "historique"

# Whether the fibre of a commune is projected.
PROJECTION_WORDS = {
    "estimee": "estimée",
    "atteinte": "déjà atteinte",
    "NON_ESTIMABLE": "non estimable",
    "A_L_ARRET": "à l'arrêt",
}

# How the closure of copper meets the fibre, from the most to the least pressing.
COPPER_WORDS = {
    "CU4": "Le cuivre est fermé et la fibre n'est pas achevée.",
    "CU3": "Le cuivre ferme dans l'année et la fibre n'est pas achevée.",
    "CU2": "Le cuivre ferme dans les deux ans, avant que la fibre n'atteigne le seuil.",
    "CU1": "Plus aucun abonnement n'est vendu sur le cuivre, et la fibre n'est pas achevée.",
    "CU0": "La fermeture du cuivre ne précède pas la fibre.",
}

# Classes of the zoning France Ruralités Revitalisation, by the words of its decrees.
FRR_WORDS = {
    "non_classee": "non classée",
    "frr_socle": "FRR socle",
    "frr_plus": "FRR+",
    "frr_beneficiaire": "FRR bénéficiaire",
    "frr_partiel": "classée FRR partiellement",
    "frr_beneficiaire_partiel": "FRR bénéficiaire partiellement",
    "frr_sans_precision": "classée, sans précision du niveau",
}

# Classes of the communal density grid of INSEE, from the densest.
DENSITY_WORDS = {
    "1": "grand centre urbain",
    "2": "centre urbain intermédiaire",
    "3": "ceinture urbaine",
    "4": "petite ville",
    "5": "bourg rural",
    "6": "rural à habitat dispersé",
    "7": "rural à habitat très dispersé",
}

# Labels of the local Moran index of a commune among its neighbours.
CLUSTER_WORDS = {
    "concentration": "concentration",
    "creux": "creux",
    "atypique": "atypique",
    "non_significatif": "non significatif",
}

# Indicators whose clusters are looked for: what a high value is, what a low one is.
CLUSTERED = {
    "need": ("besoin fort", "besoin faible"),
    "accessibility": ("offre accessible large", "offre accessible faible"),
    "score": ("difficultés cumulées", "peu de difficultés"),
}

# Types of published columns, as dictionaries say them.
TYPE_WORDS = {
    "string": "texte",
    "number": "nombre",
    "integer": "entier",
    "boolean": "vrai ou faux",
    "date": "date",
    "any": "forme",
    "array": "liste",
    "object": "objet",
}
