"""What the columns of a spreadsheet mean: of what it shows, which is words instead of codes."""

from __future__ import annotations

from collections.abc import Mapping

from carto.typography import typeset
from geodata.export_formats.french_words import WORDS

# A column whose published description speaks of its codes otherwise than beside their words.
DESCRIPTIONS: Mapping[str, str] = {
    "is_underserved": (
        "Vrai pour « sous-desservie » et « prioritaire » ; décidé dès que toutes les possibilités "
        "s'accordent, même quand le verdict est indéterminé : c'est cette colonne qui trouve les "
        "communes sous-desservies."
    ),
    "alert_connectivite": (
        "Fibre sous le seuil, ou cuivre fermé, ou fermé dans les 24 mois, avant que la fibre soit "
        "prête."
    ),
    "copper_class": (
        "La fermeture du cuivre face à la fibre, à la date de celle-ci : cuivre fermé, fermé dans "
        "les 12 mois, dans les 24 mois, ou plus vendu, quand la fibre n'est pas à 95 % ; ou rien "
        "de cela. 95 % n'est pas une définition légale de la complétude."
    ),
    "ifn_indicateurs": (
        "Indicateurs dont l'indice est la moyenne, séparés par « | ». Deux indices d'indicateurs "
        "différents ne se comparent pas."
    ),
    "robustness": (
        "Robuste : au moins 90 % des tirages des données donnent la même réponse, et au plus la "
        "moitié des heures accessibles sont estimées d'après le type du lieu ; fragile : au moins "
        "60 % ; peut basculer : moins."
    ),
    "flags": "Ce qui est douteux ou particulier, séparé par « | ». Vide : aucun signalement.",
    "nature_juridique": (
        "Communauté de communes, communauté d'agglomération, communauté urbaine, métropole, ou "
        "métropole de Lyon."
    ),
    "format": (
        "Lieu fixe, antenne, lieu multisite, lieu itinérant ou bus itinérant ; ces formats ne sont "
        "pas confondus."
    ),
    "horaires": "Horaires de la source, en clair.",
    "source": "Source qui donne la ligne.",
    "hours_source": (
        "Déclarées, estimées d'après le temps de travail des médiateurs, ou estimées d'après le "
        "type de lieu."
    ),
}
# How a share between 0 and 1 is said of a percentage.
_OF_PERCENTAGES = ((", de 0 à 1", ""), ("plafonné à 1 ", "plafonné à 100 % "))


def told_description(name: str, description: str) -> str:
    """Describe a column of a spreadsheet.

    Parameters
    ----------
    name
        Its published name.
    description
        What the published column is, codes included.

    Examples
    --------
    >>> told_description("verdict", "0 non sous-desservie, 1 vigilance.")
    'Non sous-desservie, vigilance.'
    >>> told_description("projection_status", "A_L_ARRET (à l'arrêt) : aucun nouveau local.")
    "À l'arrêt : aucun nouveau local."
    """
    if name in DESCRIPTIONS:
        return typeset(DESCRIPTIONS[name])
    for code, words in WORDS.get(name, {}).items():
        description = description.replace(f"{code} ({words})", words)
        description = description.replace(f"{code} {words}", words)
    return description[:1].upper() + description[1:]


def of_percentages(description: str) -> str:
    """Describe a share that is shown as a percentage.

    >>> of_percentages("Locaux raccordables rapportés aux locaux, de 0 à 1.")
    'Locaux raccordables rapportés aux locaux.'
    """
    for share, percentage in _OF_PERCENTAGES:
        description = description.replace(share, typeset(percentage))
    return description
