"""What a visitor may have looked for at an address that leads nowhere."""

from __future__ import annotations

from urllib.parse import unquote

from webapp.search.search import search
from webapp.search.search_index import ORDER, Place, SearchIndex

MOST_NAMED = 5
_SHORTEST = 3


def closest_names(path: str, names: SearchIndex) -> list[Place]:
    """List territories named by the last part of an address.

    Parameters
    ----------
    path
        Path of the request, for instance `/commune/brest` or `/departement/finistere`.
    names
        The names that are published.

    Returns
    -------
    list of Place
        Those whose name matches; below the pages of territories, else the closest spellings.
    """
    parts = [unquote(part) for part in path.split("/") if part]
    if not parts or len(parts[-1]) < _SHORTEST:
        return []
    found = search(parts[-1], names)
    matching = [place for group in found.groups for place in group.places]
    close = found.close if parts[0] in ORDER else ()
    return (matching or [*close])[:MOST_NAMED]
