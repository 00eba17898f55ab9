"""Where a reader means: a commune by its name or code, degrees, a point of the map."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from carto.codes import is_code_insee
from carto.drawing.map_frame import DECIMALS
from carto.drawing.shapes import Point
from carto.folding import folded
from carto.planning.scenarios.scenario import Where
from carto.said_back import said_back
from carto.typography import typeset
from webapp.search.search import LONGEST_QUESTION, search
from webapp.search.search_index import SearchIndex

MOST_OFFERED = 8
_NUMBER = r"(-?[0-9]{1,3}(?:[.,][0-9]{1,8})?)"
# « 48.3904, -4.4861 », « 48,3904 ; -4,4861 »: latitude first, as maps give them.
_DEGREES = re.compile(rf"{_NUMBER}(?:\s*;\s*|,\s+|\s+){_NUMBER}|{_NUMBER},{_NUMBER}")
_DRAWN = re.compile(r"@(-?[0-9]{1,5}(?:\.[0-9]{1,2})?),(-?[0-9]{1,5}(?:\.[0-9]{1,2})?)")

LonLat = tuple[float, float]


@dataclass(frozen=True)
class Meant:
    """What a text means.

    Attributes
    ----------
    where
        The place, when there is no doubt; else None.
    said
        Why there is none, in French.
    choices
        Codes and names of the communes to choose from.
    """

    where: Where | None
    said: str = ""
    choices: tuple[tuple[str, str], ...] = ()


def meant_by(
    asked: str,
    communes: Mapping[str, str],
    names: SearchIndex,
    lon_lat: Callable[[Point], LonLat] | None,
) -> Meant:
    """Settle where a text means.

    Parameters
    ----------
    asked
        A commune, a latitude and a longitude, or `@x,y` in the view box of the map.
    communes
        Names of the communes that a place may be in, by code.
    names
        What the search looks in.
    lon_lat
        Reads a point of the map; None when its frame is not known.
    """
    asked = asked.strip()[:LONGEST_QUESTION]
    if not asked:
        return Meant(None, typeset("Dites où : une commune, ou une latitude et une longitude."))
    if is_code_insee(asked) and asked in communes:
        return Meant(Where(commune=asked))
    drawn, degrees = _DRAWN.fullmatch(asked), _DEGREES.fullmatch(asked)
    if drawn and lon_lat is not None:
        return Meant(Where(lon_lat=lon_lat((float(drawn[1]), float(drawn[2])))))
    if drawn:
        return Meant(None, "Cette carte ne dit pas où est ce point : tapez le nom d'une commune.")
    if degrees:
        latitude, longitude = (
            round(float(text.replace(",", ".")), DECIMALS)
            for text in degrees.groups()
            if text is not None
        )
        return Meant(Where(lon_lat=(longitude, latitude)))
    return _named(asked, communes, names)


def _named(asked: str, communes: Mapping[str, str], names: SearchIndex) -> Meant:
    """Settle which commune a name means."""
    found = search(asked, names, "commune")
    matching = {
        place.code: place.nom
        for group in found.groups
        for place in group.places
        if place.type == "commune" and place.code in communes
    }
    # The communes around the perimeter have no page, hence are in no index.
    around = {code: nom for code, nom in communes.items() if folded(nom) == folded(asked)}
    exact = [code for code, nom in (matching | around).items() if folded(nom) == folded(asked)]
    sure = exact or list(matching)
    if len(sure) == 1:
        return Meant(Where(commune=sure[0]))
    if sure:
        listed = tuple((code, communes[code]) for code in sure[:MOST_OFFERED])
        return Meant(
            None,
            typeset(f"Plusieurs communes répondent à « {said_back(asked)} » : laquelle ?"),
            listed,
        )
    close = tuple((place.code, place.nom) for place in found.close if place.code in communes)
    said = f"Aucune commune d'ici ni des environs ne s'appelle « {said_back(asked)} »."
    return Meant(None, typeset(said + (" Vouliez-vous dire :" if close else "")), close)
