"""What a comparison may be extended with: territories alike, neighbours, references.

Alike is a published rule (the table `twins`), said with the list; it is not a ranking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from webapp.comparison.compared_ids import MOST_COMPARED, TerritoryId, write_ids
from webapp.views.state import MapState

Row = Mapping[str, Any]

PAGE = "/comparer"


@dataclass(frozen=True)
class Choice:
    """A territory that a link adds to the comparison."""

    nom: str
    url: str


@dataclass(frozen=True)
class Suggestions:
    """A list of territories to add, its title, and the rule that made it."""

    title: str
    choices: tuple[Choice, ...]
    rule: str = ""


def comparison_address(ids: Sequence[TerritoryId], state: MapState, path: str = PAGE) -> str:
    """Write the address of a comparison: its territories first, then the state of its maps.

    >>> comparison_address([TerritoryId("commune", "29019")], MapState("fibre"))
    '/comparer?ids=commune-29019&ind=fibre'
    """
    rest = urlencode(state.elsewhere().query())
    query = "&".join(filter(None, (f"ids={write_ids(ids)}" if ids else "", rest)))
    return f"{path}?{query}" if query else path


def comparison_with(written: str, added: TerritoryId, state: MapState) -> str:
    """Write the address of a comparison with one more territory, from `ids` as it was given.

    >>> comparison_with("29019,<b>", TerritoryId("commune", "29232"), MapState())
    '/comparer?ids=29019,%3Cb%3E,commune-29232'
    """
    ids = ",".join(filter(None, (written, str(added))))
    return f"{PAGE}?{urlencode({'ids': ids} | state.elsewhere().query(), safe=',')}"


def suggestions(
    title: str,
    found: Sequence[tuple[TerritoryId, str]],
    ids: Sequence[TerritoryId],
    state: MapState,
    rule: str = "",
) -> Suggestions | None:
    """Offer territories, without those already compared.

    Parameters
    ----------
    title
        What they are.
    found
        Each with its name.
    ids
        Territories compared now.
    state
        State of the page, kept by the links.
    rule
        What put them there, in French.

    Returns
    -------
    Suggestions or None
        None when nothing is left to offer, or nothing may be added.
    """
    if len(ids) >= MOST_COMPARED:
        return None
    choices = tuple(
        Choice(nom, comparison_address([*ids, id_], state)) for id_, nom in found if id_ not in ids
    )
    return Suggestions(title, choices, rule) if choices else None
