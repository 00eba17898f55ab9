"""Why a territory is not among those of a snapshot, and what the snapshot covers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.codes import ARRONDISSEMENTS, COLLECTIVITES, DEPARTEMENTS, departement_of
from carto.french import date, enumeration
from carto.said_back import said_back
from webapp.errors import FormerCommuneError

Row = Mapping[str, Any]

MOST_NAMED = 4
_WORDS = {
    "commune": "Aucune commune",
    "epci": "Aucun EPCI",
    "departement": "Aucun département",
    "region": "Aucune région",
    "ept": "Aucun établissement public territorial",
    "groupe": "Aucun groupe de communes",
}


def absence(type_: str, code: str) -> str:
    """Say that a territory is not published, by its name when its code is a known one.

    >>> absence("departement", "56")
    "Morbihan (56) n'est pas dans les données publiées ici"
    """
    if type_ in ("commune", "departement"):
        departement = departement_of(code)
        if departement in COLLECTIVITES:
            return (
                f"{COLLECTIVITES[departement]} ({departement}) n'est pas dans les données publiées "
                "ici : les fichiers des producteurs utilisés n'ont rien sur les collectivités "
                "d'outre-mer"
            )
        if type_ == "departement" and code in DEPARTEMENTS:
            return f"{DEPARTEMENTS[code][0]} ({code}) n'est pas dans les données publiées ici"
    words = _WORDS.get(type_, "Aucun territoire")
    return f"{words} des données publiées ici n'a le code « {said_back(code)} »"


def covered(departements: Mapping[str, Row], epci: Mapping[str, Row]) -> str:
    """Name what is published: France, its départements, or the EPCI without any département.

    Parameters
    ----------
    departements, epci
        Published rows by code.
    """
    if departements.keys() >= DEPARTEMENTS.keys():
        return "la France entière"
    names = [row["nom"] for row in (departements or epci).values()]
    more = len(names) - MOST_NAMED
    rest = f" et {more} autres" if more > 1 else ""
    return ", ".join(names[:MOST_NAMED] if rest else names) + rest


def former_commune(
    code: str, rows: tuple[Row, ...], communes: Mapping[str, Row]
) -> FormerCommuneError:
    """Say since when a commune is no more, and where its territory is.

    Parameters
    ----------
    code
        Its former code.
    rows
        Its rows of the table `passages`.
    communes
        Published communes by code.
    """
    heirs = tuple(row["code_insee"] for row in rows)
    names = enumeration([f"{communes[heir]['nom']} ({heir})" for heir in heirs])
    return FormerCommuneError(
        code,
        heirs,
        f"{rows[0]['nom_ancien']} ({code}) n'est plus une commune depuis le "
        f"{date(rows[0]['date'])} : son territoire est dans {names}.",
    )


def refuse_arrondissement(code: str, communes: Mapping[str, Row]) -> None:
    """Lead an arrondissement of Paris, Lyon or Marseille to its commune, when published.

    Raises
    ------
    FormerCommuneError
        Whose only heir is the commune.
    """
    for commune, parts in ARRONDISSEMENTS.items():
        if code in parts and commune in communes:
            nom = communes[commune]["nom"]
            said = f"{code} est un arrondissement de {nom} ({commune}), compté dans sa commune."
            raise FormerCommuneError(code, (commune,), said)
