"""What a row of places is to a reader: the format of a place, else its kind.

A point of service or a structure has a format too, but nobody looks for « lieu fixe » there: what
matters is that a permanence is held in somebody else's place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.vocabulary import SITE_FORMATS, SITE_KINDS, SiteFormat

# Key → letter on the map and words; the formats first, in their order.
SITE_NATURES: Mapping[str, SiteFormat] = SITE_FORMATS | {
    "point_de_service": SiteFormat("P", SITE_KINDS["point_de_service"]),
    "structure": SiteFormat("S", SITE_KINDS["structure"]),
}


def nature_of(site: Mapping[str, Any]) -> str:
    """Key of the nature of a row of `sites`; one that does not tell its kind is a place.

    >>> nature_of({"kind": "lieu", "format": "bus"})
    'bus'
    >>> nature_of({"kind": "point_de_service", "format": "fixe"})
    'point_de_service'
    """
    kind = str(site.get("kind", "lieu"))
    return str(site["format"]) if kind == "lieu" else kind
