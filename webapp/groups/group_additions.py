"""What is typed to be added to a group: names or codes of communes, or of what they make up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carto import french
from carto.folding import folded
from carto.said_back import said_back
from carto.typography import typeset
from webapp.errors import FormerCommuneError, UnknownResourceError
from webapp.search.search import Found, search
from webapp.search.search_index import FORMER, Place
from webapp.snapshots.loaded_snapshot import (
    COMMUNE,
    DEPARTEMENT,
    EPCI,
    EPT,
    GROUP,
    LoadedSnapshot,
)

LONGEST_LIST = 4000
MOST_OFFERED = 8
_ADDED_TYPES = (COMMUNE, EPCI, EPT, DEPARTEMENT, GROUP)
_BETWEEN = re.compile(r"[,;\n]+|(?<=\d)[\s-]+(?=\d[\dABab]\d{3}\b)")


@dataclass(frozen=True)
class Choice:
    """A territory that may be added: its value in the form, and its words."""

    value: str
    words: str


@dataclass(frozen=True)
class Additions:
    """What is added to a group.

    Attributes
    ----------
    communes
        Codes of the communes to add.
    said
        French sentences about what could not be, and what else was done.
    choices
        Territories to choose from, when a name means several.
    unread
        What was typed and not understood, to be corrected.
    """

    communes: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    unread: str = ""


def chosen(snapshot: LoadedSnapshot, value: str) -> Additions:
    """Add a territory by its type and code, `commune-29019`; nothing for any other text."""
    type_, _, code = value.partition("-")
    if not value:
        return Additions()
    try:
        if type_ not in _ADDED_TYPES:
            raise UnknownResourceError(f"« {said_back(value)} » ne désigne aucun territoire.")
        return Additions(_members(snapshot, type_, code))
    except (UnknownResourceError, FormerCommuneError) as error:
        return Additions(said=(str(error),))


def typed(snapshot: LoadedSnapshot, text: str) -> Additions:
    """Add what a visitor typed: names or codes, one after the other.

    Parameters
    ----------
    snapshot
        Where territories are published.
    text
        Names between commas, codes between commas or spaces.
    """
    added: list[str] = []
    said: list[str] = []
    unread: list[str] = []
    choices: tuple[Choice, ...] = ()
    for piece in filter(None, map(str.strip, _BETWEEN.split(text[:LONGEST_LIST]))):
        found = search(piece, snapshot.names)
        meant = _meant(piece, found)
        if meant is not None:
            added += _members(snapshot, meant.type, meant.code)
        elif piece.upper() in snapshot.former or (former := _former(piece, found)):
            code = piece.upper() if piece.upper() in snapshot.former else str(former)
            rows = snapshot.former[code]
            added += [row["code_insee"] for row in rows]
            names = french.enumeration(
                [snapshot.communes[one["code_insee"]]["nom"] for one in rows]
            )
            said.append(
                f"{rows[0]['nom_ancien']} n'est plus une commune : {names} "
                f"{'sont ajoutées' if len(rows) > 1 else 'est ajoutée'} à sa place."
            )
        else:
            unread.append(piece)
            choices = choices or tuple(_offered(found))
            said.append(_not_meant(piece, found))
    return Additions(
        tuple(dict.fromkeys(added)), tuple(map(typeset, said)), choices, ", ".join(unread)
    )


def _members(snapshot: LoadedSnapshot, type_: str, code: str) -> tuple[str, ...]:
    """Codes of the communes of a territory."""
    return tuple(row["code_insee"] for row in snapshot.members(type_, code))


def _meant(piece: str, found: Found) -> Place | None:
    """Territory that a name or a code can only mean; None when there are several, or none."""
    places = list(_addable(found))
    exact = [one for one in places if folded(piece) in (folded(one.nom), one.code.lower())]
    if len(exact) == 1:
        return exact[0]
    return places[0] if len(places) == 1 else None


def _former(piece: str, found: Found) -> str | None:
    """Code of the only commune of yesterday that has a name."""
    gone = [
        place.code
        for group in found.groups
        for place in group.places
        if place.type == FORMER and folded(place.nom) == folded(piece)
    ]
    return gone[0] if len(gone) == 1 else None


def _addable(found: Found) -> Iterator[Place]:
    """Places of a search that hold communes and are no wider than a département."""
    for group in found.groups:
        yield from (place for place in group.places if place.type in _ADDED_TYPES)


def _offered(found: Found) -> Iterable[Choice]:
    """Territories to choose from."""
    places = [*_addable(found)] or [one for one in found.close if one.type in _ADDED_TYPES]
    for place in places[:MOST_OFFERED]:
        yield Choice(f"{place.type}-{place.code}", f"{place.nom}, {place.detail}")


def _not_meant(piece: str, found: Found) -> str:
    """Say that a name means several territories, or none."""
    shown = said_back(piece)
    if next(iter(_addable(found)), None) is not None:
        return f"Plusieurs territoires répondent à « {shown} » : choisissez."
    close = " Vouliez-vous dire :" if found.close else ""
    return f"Aucune commune publiée ici ne s'appelle « {shown} ».{close}"
