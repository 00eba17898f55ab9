"""The territories to compare, in an address: `ids=commune-29019,epci-242900314`.

An id is the type of a territory and its code, joined by a hyphen, since codes alone are ambiguous:
53 is the département of Mayenne and the région of Bretagne. A bare code is understood when a single
published territory has it. What cannot be used is left aside, and the page says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from carto.group_code import LONGEST_GROUP_CODE
from carto.said_back import said_back
from carto.typography import typeset

MOST_COMPARED = 4
FEWEST_COMPARED = 2
# In the order a bare code is looked for.
TYPES = ("commune", "epci", "ept", "departement", "region", "groupe", "france")
_MOST_READ = 12
# A composed group has a code for each of its communes, and a name.
_WRITTEN = re.compile(rf"(?P<type>{'|'.join(TYPES)})-(?P<code>[^,]{{1,{LONGEST_GROUP_CODE}}})")
_BARE = re.compile(r"[A-Za-z0-9_-]{1,40}")

Exists = Callable[[str, str], bool]


@dataclass(frozen=True)
class TerritoryId:
    """A territory: its type, one of `TYPES`, and its code."""

    type: str
    code: str

    def __str__(self) -> str:
        """Write it as addresses do.

        >>> str(TerritoryId("commune", "29019"))
        'commune-29019'
        """
        return f"{self.type}-{self.code}"


@dataclass(frozen=True)
class ReadIds:
    """The territories of an address, at most `MOST_COMPARED`, and what had to be said of them."""

    ids: tuple[TerritoryId, ...]
    notices: tuple[str, ...]


def write_ids(ids: Sequence[TerritoryId]) -> str:
    """Write the value of `ids`, in the order of the page.

    >>> write_ids([TerritoryId("commune", "29019"), TerritoryId("france", "FR")])
    'commune-29019,france-FR'
    """
    return ",".join(map(str, ids))


def read_ids(text: str, exists: Exists) -> ReadIds:
    """Read the value of `ids`.

    Parameters
    ----------
    text
        Ids or bare codes, separated by commas.
    exists
        Whether the snapshot has a territory of a type and a code.

    Returns
    -------
    ReadIds
        The territories that exist, each once, in the order of the address; one French notice per
        part that was left aside.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    found: dict[TerritoryId, None] = {}
    notices = []
    for part in parts[:_MOST_READ]:
        candidates = _candidates(part, exists)
        if len(candidates) != 1:
            notices.append(_unusable(part, candidates))
        elif candidates[0] in found:
            notices.append(f"« {said_back(part)} » est demandé deux fois : il est montré une fois.")
        else:
            found[candidates[0]] = None
    if len(parts) > _MOST_READ:
        notices.append(f"Seuls les {_MOST_READ} premiers territoires demandés ont été lus.")
    kept = tuple(found)[:MOST_COMPARED]
    left = [str(one) for one in tuple(found)[MOST_COMPARED:]]
    if left:
        notices.append(
            f"Au plus {MOST_COMPARED} territoires à la fois : les premiers sont gardés, sans "
            f"{', '.join(left)}."
        )
    return ReadIds(kept, tuple(map(typeset, notices)))


def _candidates(part: str, exists: Exists) -> list[TerritoryId]:
    """Territories that a part of the address may name: one when it has its type."""
    if written := _WRITTEN.fullmatch(part):
        named = TerritoryId(written["type"], written["code"])
        if exists(named.type, named.code):
            return [named]
    if not (part.isascii() and _BARE.fullmatch(part)):
        return []
    return [TerritoryId(type_, part) for type_ in TYPES if exists(type_, part)]


def _unusable(part: str, candidates: Sequence[TerritoryId]) -> str:
    """Say why a part of the address names no territory, or several."""
    shown = said_back(part)
    if candidates:
        choice = " ou ".join(map(str, candidates))
        return f"« {shown} » désigne plusieurs territoires : écrivez {choice}."
    return f"Aucun territoire publié ici n'a le code « {shown} » : il est laissé de côté."
