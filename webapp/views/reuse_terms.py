"""Under which terms what comes from several sources may be reused, without inventing any.

What only comes from sources under the open licence of the State, whatever its version, may be
reused under version 2.0, which was written to be compatible with the one before it. Anything else
is told source by source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from carto.french import enumeration
from carto.typography import typeset
from webapp.views.layer_sources import COMMUNES, layer_sources

Facts = Mapping[str, Any]

OPEN_LICENCE = "Licence Ouverte 2.0"
OPEN_LICENCE_ADDRESS = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
_OPEN_LICENCES = ("Licence Ouverte", "Licence Ouverte 1.0", OPEN_LICENCE)


def is_open(sources: Iterable[Facts]) -> bool:
    """Whether there are sources, all under the open licence of the State.

    >>> is_open([{"licence": "Licence Ouverte 1.0"}, {"licence": "Licence Ouverte 2.0"}])
    True
    >>> is_open([{"licence": "Licence à confirmer"}]), is_open([])
    (False, False)
    """
    licences = {str(source["licence"]) for source in sources}
    return bool(licences) and licences.issubset(_OPEN_LICENCES)


def licence_lines(sources: Iterable[Facts]) -> list[str]:
    """Say the licence of each source, one line each.

    >>> licence_lines([{"title": "Fibre", "producer": "ARCEP", "licence": "Licence Ouverte 1.0"}])
    ['Fibre (ARCEP) : Licence Ouverte 1.0']
    """
    lines = (f"{one['title']} ({one['producer']}) : {one['licence']}" for one in sources)
    return list(dict.fromkeys(lines))


def reuse_terms(sources: Iterable[Facts]) -> str:
    """Say in French what whoever reuses may do with what comes from some sources.

    Parameters
    ----------
    sources
        Facts of the sources.
    """
    used = tuple(sources)
    if not used:
        return "Aucune source n'est déclarée : rien ne dit sous quelle licence réutiliser."
    if is_open(used):
        return typeset(
            f"Réutilisation libre, même commerciale, sous {OPEN_LICENCE} : citez les sources, leur "
            "date et la version de la méthode."
        )
    closed = [one for one in used if not is_open([one])]
    named = dict.fromkeys(f"{one['title']} (« {one['licence']} »)" for one in closed)
    if len(closed) == len(used):
        return typeset(f"Demandez à qui les fournit avant de republier : {enumeration([*named])}.")
    return typeset(
        f"Sources sous Licence Ouverte, à citer avec leur date, sauf {enumeration([*named])} : "
        "pour ce qui en vient, demandez à qui la fournit avant de republier."
    )


def terms_of_figures(facts: Facts) -> str:
    """Say in French what may be done with the computed figures, which every source goes into.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    """
    return reuse_terms(layer_sources(facts, COMMUNES))
