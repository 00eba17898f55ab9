"""Contracts of zonings and programmes: FRR, density grid, EPT, copper closure."""

from __future__ import annotations

from carto.codes import SIREN_PATTERN
from carto.contracts import Column, MergeRule, TableContract
from carto.tables.inputs import CODE_INSEE
from carto.vocabulary import DENSITY_WORDS, FRR_WORDS

CLASSEMENT_FRR = Column(
    "classement_frr",
    "string",
    "Classement FRR",
    "Zone France Ruralités Revitalisation, qui remplace les ZRR depuis le 1er juillet 2024 : "
    + ", ".join(f"{code} ({words})" for code, words in FRR_WORDS.items())
    + ".",
    nullable=True,
    null_rule="Commune absente de la liste, ou source absente.",
    choices=tuple(FRR_WORDS),
)
DENSITE_CLASSE = Column(
    "densite_classe",
    "string",
    "Classe de densité",
    "Classe de la grille communale de densité de l'INSEE : "
    + ", ".join(f"{code} ({words})" for code, words in DENSITY_WORDS.items())
    + ".",
    nullable=True,
    null_rule="Commune absente de la grille, ou source absente.",
    choices=tuple(DENSITY_WORDS),
)
SIREN_EPT = Column(
    "siren_ept",
    "string",
    "EPT",
    "SIREN de l'établissement public territorial (EPT) de la métropole du Grand Paris.",
    nullable=True,
    null_rule="La commune n'appartient à aucun EPT, ou source absente.",
    pattern=SIREN_PATTERN,
)
NOM_EPT = Column(
    "nom_ept",
    "string",
    "Nom de l'EPT",
    "Nom de l'établissement public territorial.",
    nullable=True,
    null_rule="La commune n'appartient à aucun EPT, ou source absente.",
)


_NOT_TOLD = "Absent du fichier, commune absente du fichier, ou source absente."


def _closure(name: str, label: str, description: str, rule: MergeRule) -> Column:
    """Declare a date of closure, which may not be set yet."""
    return Column(
        name,
        "date",
        label,
        description,
        nullable=True,
        null_rule="Date non fixée ou non publiée, commune absente du fichier, ou source absente.",
        when_merged=rule,
    )


FERMETURE_COMMERCIALE = _closure(
    "fermeture_commerciale",
    "Fermeture commerciale du cuivre",
    "Jour où plus aucune offre sur le réseau cuivre n'est vendue ; avec des arrondissements, le "
    "premier d'entre eux.",
    "earliest",
)
FERMETURE_TECHNIQUE = _closure(
    "fermeture_technique",
    "Fermeture technique du cuivre",
    "Jour où le réseau cuivre est éteint ; avec des arrondissements, le premier d'entre eux.",
    "earliest",
)
FERMETURE_TECHNIQUE_FIN = _closure(
    "fermeture_technique_fin",
    "Fermeture technique du cuivre, fin",
    "Jour où le réseau cuivre est éteint partout dans la commune : le même, sauf avec des "
    "arrondissements, dont c'est le dernier.",
    "latest",
)

CUIVRE_LOT = Column(
    "cuivre_lot",
    "string",
    "Lot de fermeture du cuivre",
    "Numéro du lot de communes qu'Orange ferme ensemble ; avec des arrondissements, le premier.",
    nullable=True,
    null_rule=_NOT_TOLD,
    pattern="[0-9]+",
)
LOCAUX_BLOQUES = Column(
    "locaux_bloques",
    "integer",
    "Locaux bloqués",
    "Logements dont l'éligibilité à la fibre est bloquée, d'après Orange.",
    "logements",
    nullable=True,
    null_rule=_NOT_TOLD,
    minimum=0,
    when_merged="sum",
)
PREVISION_COMPLETUDE = Column(
    "prevision_completude",
    "date",
    "Complétude prévue, au plus tôt",
    "Date que l'opérateur prévoit pour la première zone de la commune dont tous les locaux seront "
    "raccordables.",
    nullable=True,
    null_rule=_NOT_TOLD,
    when_merged="earliest",
)
PREVISION_COMPLETUDE_FIN = Column(
    "prevision_completude_fin",
    "date",
    "Complétude prévue, au plus tard",
    "Date que l'opérateur prévoit pour la dernière zone de la commune dont tous les locaux seront "
    "raccordables.",
    nullable=True,
    null_rule=_NOT_TOLD,
    when_merged="latest",
)
CUIVRE_COLUMNS = (
    FERMETURE_COMMERCIALE,
    FERMETURE_TECHNIQUE,
    FERMETURE_TECHNIQUE_FIN,
    CUIVRE_LOT,
    LOCAUX_BLOQUES,
    PREVISION_COMPLETUDE,
    PREVISION_COMPLETUDE_FIN,
)

FRR = TableContract(
    "frr",
    "Zonage France Ruralités Revitalisation",
    "Une ligne par commune, classée ou non.",
    ("code_insee",),
    (CODE_INSEE, CLASSEMENT_FRR),
)

GRILLE_DENSITE = TableContract(
    "grille_densite",
    "Grille communale de densité",
    "Une ligne par commune.",
    ("code_insee",),
    (CODE_INSEE, DENSITE_CLASSE),
)

EPT = TableContract(
    "ept",
    "Composition des établissements publics territoriaux",
    "Une ligne par commune, membre d'un EPT ou non ; seules des communes du Grand Paris le sont, "
    "Paris excepté.",
    ("code_insee",),
    (CODE_INSEE, SIREN_EPT, NOM_EPT),
)

CUIVRE = TableContract(
    "cuivre",
    "Fermeture du réseau cuivre",
    "Une ligne par commune du calendrier de fermeture d'Orange.",
    ("code_insee",),
    (CODE_INSEE, *CUIVRE_COLUMNS),
)
