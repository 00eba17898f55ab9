"""Flags: codes of what is doubtful about a row, joined by `|`; and what each one means.

The meaning of every flag and reason stands here once, for the method page, the API and the docs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from carto.typography import typeset

if TYPE_CHECKING:
    import pandas as pd

DENOM_SOUS_ESTIME = "DENOM_SOUS_ESTIME"
TAUX_ANORMAL = "TAUX_ANORMAL"
PEU_DE_LOCAUX = "PEU_DE_LOCAUX"
HEURES_IMPUTEES = "HEURES_IMPUTEES"
HEURES_PAR_ETP = "HEURES_PAR_ETP"
HEURES_PLAFONNEES = "HEURES_PLAFONNEES"
ITINERANT_AU_POINT_PUBLIE = "ITINERANT_AU_POINT_PUBLIE"
ITINERANT_DECIDE = "ITINERANT_DECIDE"
FICHE_PERIMEE_DECIDE = "FICHE_PERIMEE_DECIDE"
POSITION_DOUTEUSE_DECIDE = "POSITION_DOUTEUSE_DECIDE"
HEURES_IMPUTEES_DECIDENT = "HEURES_IMPUTEES_DECIDENT"
DEMANDE_TRONQUEE = "DEMANDE_TRONQUEE"
DEMANDE_NON_STANDARDISEE = "DEMANDE_NON_STANDARDISEE"
MAIRIE_CORRIGEE = "MAIRIE_CORRIGEE"
MAIRIE_HORS_COMMUNE = "MAIRIE_HORS_COMMUNE"
MAIRIE_ABSENTE = "MAIRIE_ABSENTE"
POSITION_CORRIGEE = "POSITION_CORRIGEE"
POSITION_HORS_COMMUNE = "POSITION_HORS_COMMUNE"
POSITION_APPROCHEE = "POSITION_APPROCHEE"
COMMUNE_DEDUITE = "COMMUNE_DEDUITE"
FICHE_ANCIENNE = "FICHE_ANCIENNE"
FICHE_PERIMEE = "FICHE_PERIMEE"
ETAPES_PUBLIEES = "ETAPES_PUBLIEES"
TENU_DANS_UN_LIEU = "TENU_DANS_UN_LIEU"
HEURES_DU_POINT_DE_SERVICE = "HEURES_DU_POINT_DE_SERVICE"
STRUCTURE_SANS_LIEU = "STRUCTURE_SANS_LIEU"
PUBLIC_RESTREINT = "PUBLIC_RESTREINT"
EQUIPEMENT_SEUL = "EQUIPEMENT_SEUL"
LIEU_HORS_DE_PORTEE = "LIEU_HORS_DE_PORTEE"
ILE_SANS_LIEU = "ILE_SANS_LIEU"
SANS_TRAJET = "SANS_TRAJET"
TEMPS_ESTIME = "TEMPS_ESTIME"
TEMPS_PAR_COMMUNE = "TEMPS_PAR_COMMUNE"
POINT_UNIQUE = "POINT_UNIQUE"
HORS_DE_PORTEE = "HORS_DE_PORTEE"
HORS_PERIMETRE = "HORS_PERIMETRE"
SOURCE_ABSENTE = "SOURCE_ABSENTE"
ETP_INCONNU = "ETP_INCONNU"
COMMUNE_ABSENTE = "COMMUNE_ABSENTE"
VALEUR_NON_DIFFUSEE = "VALEUR_NON_DIFFUSEE"
LOCAUX_NULS = "LOCAUX_NULS"
POPULATION_INCONNUE = "POPULATION_INCONNUE"
SANS_EPCI = "SANS_EPCI"
SANS_EPT = "SANS_EPT"
DATE_NON_FIXEE = "DATE_NON_FIXEE"
TRIMESTRE_ABSENT = "TRIMESTRE_ABSENT"
LOCAUX_D_UN_AUTRE_TRIMESTRE = "LOCAUX_D_UN_AUTRE_TRIMESTRE"
VARIANTE_NON_DECLAREE = "VARIANTE_NON_DECLAREE"
CODE_CORRIGE = "CODE_CORRIGE"
INDETERMINE = "INDETERMINE"
SANS_HABITANT = "SANS_HABITANT"
DEPEND_D_UNE_VALEUR_ABSENTE = "DEPEND_D_UNE_VALEUR_ABSENTE"
ESTIME_FUSION = "ESTIME_FUSION"
ESTIME_PARTAGE = "ESTIME_PARTAGE"
FUSION_INCOMPLETE = "FUSION_INCOMPLETE"
PARTAGE_SANS_POPULATION = "PARTAGE_SANS_POPULATION"
CODE_ANCIEN = "CODE_ANCIEN"
CODE_PARTAGE = "CODE_PARTAGE"
REPLI_EPCI = "REPLI_EPCI"
ARRONDISSEMENTS_SEULS = "ARRONDISSEMENTS_SEULS"
INDICATEUR_ABSENT = "INDICATEUR_ABSENT"
EFFECTIF_TROP_PETIT = "EFFECTIF_TROP_PETIT"
AUTRE_VARIANTE = "AUTRE_VARIANTE"
SANS_CONVENTION = "SANS_CONVENTION"
REVISION = "REVISION"
TRIMESTRES_INSUFFISANTS = "TRIMESTRES_INSUFFISANTS"
LOCAUX_REVUS = "LOCAUX_REVUS"
RUPTURE_DE_DENOMINATEUR = "RUPTURE_DE_DENOMINATEUR"
REGLE_MODIFIEE = "REGLE_MODIFIEE"
A_L_ARRET = "A_L_ARRET"
DEJA_ATTEINT = "DEJA_ATTEINT"
AU_DELA_DE_L_HORIZON = "AU_DELA_DE_L_HORIZON"
INTERVALLE_NON_CALIBRE = "INTERVALLE_NON_CALIBRE"
CONSTRUCTIONS_NON_PUBLIEES = "CONSTRUCTIONS_NON_PUBLIEES"
RESTE_SUPPOSE_CONSTANT = "RESTE_SUPPOSE_CONSTANT"

_MEANINGS = {
    DENOM_SOUS_ESTIME: "Plus de locaux raccordables que de locaux estimés (écart d'au plus 5 %) ; "
    "le taux est affiché à 100 %.",
    TAUX_ANORMAL: "Plus de locaux raccordables que de locaux estimés (écart de plus de 5 %) ; le "
    "taux est affiché à 100 % et reste douteux.",
    PEU_DE_LOCAUX: "Moins de 50 locaux : un seul local pèse plus de 2 points.",
    HEURES_IMPUTEES: "Horaires absents ou illisibles : heures estimées par la médiane du type de "
    "lieu.",
    HEURES_PAR_ETP: "Horaires inconnus, temps de travail connu : heures passées avec le public, "
    "estimées à un quart du temps de travail des médiateurs.",
    HEURES_PLAFONNEES: "Plus de 60 heures par semaine déclarées : ramenées à 60.",
    ITINERANT_AU_POINT_PUBLIE: "Lieu itinérant dont les étapes ne sont pas publiées : compté à son "
    "point publié.",
    ITINERANT_DECIDE: "L'alerte sur l'offre change si l'on écarte les lieux itinérants aux étapes "
    "inconnues.",
    FICHE_PERIMEE_DECIDE: "L'alerte sur l'offre change si l'on écarte les lieux dont la fiche est "
    "périmée (plus de deux ans).",
    POSITION_DOUTEUSE_DECIDE: "L'alerte sur l'offre change si l'on écarte les lieux sans "
    "coordonnées utilisables, ou publiés hors de leur commune.",
    HEURES_IMPUTEES_DECIDENT: "L'alerte sur l'offre change si l'on écarte les lieux dont les "
    "heures sont estimées.",
    DEMANDE_TRONQUEE: "Des lieux accessibles sont au-delà du périmètre, où la population n'est pas "
    "dans les données : l'offre accessible est seulement encadrée, sans et avec eux.",
    DEMANDE_NON_STANDARDISEE: "L'âge ou le besoin des habitants est inconnu : chacun compte pour "
    "un habitant moyen parmi ceux qui partagent l'offre.",
    MAIRIE_CORRIGEE: "La mairie était publiée hors de sa commune par une erreur prouvée (signe ou "
    "ordre des coordonnées) ; elle a été corrigée.",
    MAIRIE_HORS_COMMUNE: "La mairie est publiée hors de sa commune sans erreur démontrable ; un "
    "point représentatif du contour la remplace.",
    MAIRIE_ABSENTE: "Aucune mairie publiée ; un point représentatif du contour la remplace.",
    POSITION_CORRIGEE: "Le lieu était publié hors de sa commune par une erreur prouvée ; corrigé.",
    POSITION_HORS_COMMUNE: "Le lieu est publié à plus de 1 km hors de sa commune déclarée ; sa "
    "position est gardée telle quelle.",
    POSITION_APPROCHEE: "Lieu sans coordonnées utilisables : placé à la mairie de sa commune, ou "
    "au point qui la remplace.",
    COMMUNE_DEDUITE: "La source ne donne pas le code de la commune : c'est celle qui contient le "
    "point, ou la seule de ce nom dans le département du code postal.",
    FICHE_ANCIENNE: "Fiche mise à jour plus d'un an avant la plus récente des sources de lieux.",
    FICHE_PERIMEE: "Fiche mise à jour plus de deux ans avant la plus récente des sources de "
    "lieux : le lieu peut avoir fermé.",
    ETAPES_PUBLIEES: "Lieu mobile dont les étapes sont publiées : l'offre est comptée à ses "
    "étapes, pas à son point.",
    TENU_DANS_UN_LIEU: "Point de service tenu dans un lieu décrit par ailleurs : le lieu est "
    "compté une fois, avec ses heures.",
    HEURES_DU_POINT_DE_SERVICE: "Horaires du lieu inconnus : ce sont ceux du point de service qui "
    "y est tenu le plus longtemps.",
    STRUCTURE_SANS_LIEU: "Structure employeuse à laquelle aucun lieu ne correspond avec "
    "certitude : elle ne reçoit pas toujours du public et ne compte pas dans l'offre.",
    PUBLIC_RESTREINT: "Lieu qui ne reçoit pas tout le monde (résidents, personnes orientées, "
    "adhérents…) ou ne reçoit personne : il ne compte pas dans l'offre ouverte à tous.",
    EQUIPEMENT_SEUL: "Lieu qui offre du matériel ou une connexion, sans personne pour aider : il "
    "ne compte pas dans l'offre d'accompagnement.",
    LIEU_HORS_DE_PORTEE: "Aucun habitant n'est à moins de 20 minutes du lieu, selon l'estimation "
    "des trajets : ses heures ne profitent à personne dans le calcul.",
    ILE_SANS_LIEU: "Île sans lieu et sans liaison routière : aucun lieu n'est accessible par la "
    "route.",
    SANS_TRAJET: "Les temps de trajet fournis ne donnent aucun trajet de la commune à un lieu.",
    TEMPS_ESTIME: "Les temps de trajet fournis ne connaissent pas la commune, ou un lieu qui "
    "compte pour elle : l'estimation à vol d'oiseau les remplace.",
    TEMPS_PAR_COMMUNE: "Les temps de trajet fournis partent du point de la commune, et non des "
    "lieux où vivent ses habitants.",
    POINT_UNIQUE: "Aucun carreau habité n'est connu dans la commune : les temps partent de son "
    "point.",
    HORS_DE_PORTEE: "Aucune heure d'ouverture n'est accessible en 20 minutes.",
    HORS_PERIMETRE: "La commune n'est là que pour compléter un EPCI : elle n'a pas de rang parmi "
    "celles du périmètre.",
    SOURCE_ABSENTE: "La source de cette donnée n'a pas été fournie.",
    ETP_INCONNU: "Aucune liste de lieux ne dit le temps de travail des médiateurs de la commune.",
    COMMUNE_ABSENTE: "La commune est absente du fichier source.",
    VALEUR_NON_DIFFUSEE: "La valeur n'est pas diffusée par le producteur (secret statistique ou "
    "case vide).",
    LOCAUX_NULS: "Aucun local estimé : un taux n'a pas de sens.",
    POPULATION_INCONNUE: "La population de la commune est inconnue.",
    VARIANTE_NON_DECLAREE: "Le besoin n'est calculé qu'avec une variante déclarée ([need] variant "
    "de carto.toml) tant que ses trois scores ne sont pas fournis.",
    CODE_CORRIGE: "Le code commune publié n'existe pas dans la géographie employée ; celui de la "
    "commune qui contient le point, ou à défaut que son nom désigne, le remplace.",
    SANS_EPCI: "La commune n'appartient à aucun EPCI à fiscalité propre.",
    SANS_EPT: "La commune n'appartient à aucun établissement public territorial (EPT) du Grand "
    "Paris.",
    DATE_NON_FIXEE: "La date n'est pas encore fixée, ou n'est pas publiée.",
    TRIMESTRE_ABSENT: "La commune n'est pas dans le dernier trimestre de la source ; un trimestre "
    "plus ancien, que la table de la fibre montre, ne le remplace pas.",
    LOCAUX_D_UN_AUTRE_TRIMESTRE: "Le nombre de locaux est d'un autre trimestre que les locaux "
    "raccordables : le taux compare des trimestres entre eux, il n'est pas celui qui fut publié.",
    INDETERMINE: "Les données absentes laissent plusieurs classes possibles.",
    SANS_HABITANT: "La commune n'a aucun habitant : sans objet.",
    DEPEND_D_UNE_VALEUR_ABSENTE: "Le calcul a besoin d'une valeur qui est absente.",
    ESTIME_FUSION: "Une source décrit les communes qui ont formé celle-ci : moyenne de leurs "
    "valeurs selon leur population, ou valeur de la principale.",
    ESTIME_PARTAGE: "Une source décrit la commune dont celle-ci faisait partie : ses taux et ses "
    "notes sont repris, ses comptes répartis selon la population.",
    FUSION_INCOMPLETE: "Une source décrit les communes qui ont formé celle-ci, mais pas toutes : "
    "une somme serait partielle.",
    PARTAGE_SANS_POPULATION: "Une source décrit la commune dont celle-ci faisait partie, et ses "
    "comptes ne peuvent être répartis faute de populations.",
    CODE_ANCIEN: "Le code commune publié a disparu ; celui de la commune actuelle le remplace.",
    CODE_PARTAGE: "La commune publiée a été partagée : le lieu est dans celle qui contient son "
    "point, sinon dans la principale.",
    REPLI_EPCI: "Le taux de pauvreté de la commune est couvert par le secret statistique : celui "
    "de son EPCI le remplace dans le besoin.",
    ARRONDISSEMENTS_SEULS: "La source ne donne que des arrondissements de la commune, et pas "
    "tous : leurs notes ne font pas la sienne.",
    INDICATEUR_ABSENT: "Le fichier fourni ne contient pas cet indicateur.",
    AUTRE_VARIANTE: "Le besoin de ces données est mesuré autrement, sans ces notes.",
    SANS_CONVENTION: "La commune n'a pas signé de convention de commune relais.",
    REVISION: "Les locaux raccordables ont baissé de plus de 2 % ou de plus de 10 d'un trimestre à "
    "l'autre : c'est une révision du fichier, et aucun rythme n'en est tiré.",
    TRIMESTRES_INSUFFISANTS: "Moins de cinq trimestres de suite jusqu'au dernier relevé de la "
    "fibre : aucun rythme ne peut être estimé.",
    LOCAUX_REVUS: "Le nombre de locaux a varié de plus de 10 % en un an : le rythme n'est pas "
    "estimé.",
    RUPTURE_DE_DENOMINATEUR: "L'ARCEP a changé sa façon de compter les locaux entre deux de ces "
    "trimestres : leurs taux ne se comparent pas.",
    REGLE_MODIFIEE: "Ne se recalcule pas sous une règle que le lecteur a modifiée.",
    A_L_ARRET: "Aucun nouveau local raccordable en un an, et moins de 95 % de couverture : aucune "
    "date n'est estimée.",
    DEJA_ATTEINT: "Cette couverture est déjà atteinte.",
    AU_DELA_DE_L_HORIZON: "Au-delà de trois ans : aucune date n'est dite.",
    INTERVALLE_NON_CALIBRE: "Trop peu d'estimations passées, dans les autres départements, pour "
    "en mesurer l'erreur.",
    CONSTRUCTIONS_NON_PUBLIEES: "L'ARCEP n'estime les locaux en cours de construction que depuis "
    "le T4 2024.",
    RESTE_SUPPOSE_CONSTANT: "Faute de rythme connu, la classe de fermeture du cuivre suppose "
    "qu'aucun local ne sera ajouté d'ici la fermeture.",
    EFFECTIF_TROP_PETIT: "Moins de 11 personnes, d'un côté ou de l'autre : l'effectif n'est pas "
    "publié.",
}

MEANINGS = {code: typeset(meaning) for code, meaning in _MEANINGS.items()}


def raised(masks: Mapping[str, pd.Series], before: pd.Series | None = None) -> list[str]:
    """Join the flags of each row.

    Parameters
    ----------
    masks
        Flag to a boolean series; missing counts as not raised.
    before
        Flags already joined, same index.

    Returns
    -------
    list of str
        One text per row, in the order given, empty when nothing is raised.
    """
    columns = [mask.fillna(False).to_numpy(dtype=bool) for mask in masks.values()]
    if not columns:
        return [] if before is None else list(before)
    # Rows are millions and their combinations few: each combination is written once.
    combined = np.zeros(len(columns[0]), dtype=np.int64)
    for bit, column in enumerate(columns):
        combined |= column.astype(np.int64) << bit
    written = {
        int(combination): "|".join(flag for bit, flag in enumerate(masks) if combination >> bit & 1)
        for combination in np.unique(combined)
    }
    texts = [written[combination] for combination in combined.tolist()]
    if before is None:
        return texts
    return [
        f"{old}|{new}" if old and new else old or new
        for old, new in zip(before, texts, strict=True)
    ]
