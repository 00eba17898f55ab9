"""Words of the closed lists: verdicts and formats of places, as readers meet them everywhere."""

from __future__ import annotations

from dataclasses import dataclass

VERDICT_WORDS = {
    "0": "non sous-desservie",
    "1": "vigilance",
    "2": "sous-desservie",
    "3": "prioritaire",
    "indetermine": "indéterminé",
    "sans_objet": "sans objet",
}


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

# Series of fibre: both counts of one quarter, or one estimate of premises for all quarters.
RELEVE = "releve"
HISTORIQUE = "historique"

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
