"""The state of the page of evolutions in its address: which communes are listed, which part.

As for maps, a value that cannot be used falls back to its default, and the page says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from carto.changes.causes import CAUSES
from carto.vocabulary import VERDICT_WORDS
from webapp.evolutions.choices import ChoiceReader
from webapp.evolutions.evolutions import cause_codes
from webapp.page_number import read_page_number

Move = Mapping[str, Any]

EVOLUTION_PARAMETERS = ("depuis", "departement", "epci", "classe", "cause", "page")
LARGEST_PAGE = 200


@dataclass(frozen=True)
class EvolutionState:
    """Which comparison is shown, and which of its communes.

    Attributes
    ----------
    since
        Id of the earlier release; None for the latest comparison.
    departement, epci
        Codes of a territory, or None.
    verdict
        Class that a commune entered or left, or None.
    cause
        Code of a cause, or None.
    page
        From 1.
    """

    since: str | None = None
    departement: str | None = None
    epci: str | None = None
    verdict: str | None = None
    cause: str | None = None
    page: int = 1

    def url(self, path: str = "/evolutions") -> str:
        """Write the address of `path` with this state, defaults left out.

        >>> EvolutionState(departement="29", page=2).url()
        '/evolutions?departement=29&page=2'
        """
        values = (self.since, self.departement, self.epci, self.verdict, self.cause)
        query = {
            name: value for name, value in zip(EVOLUTION_PARAMETERS, values, strict=False) if value
        }
        if self.page > 1:
            query["page"] = str(self.page)
        return f"{path}?{urlencode(query)}" if query else path

    @property
    def is_filtered(self) -> bool:
        """Whether some communes are left out."""
        return any((self.departement, self.epci, self.verdict, self.cause))

    def turned_to(self, page: int) -> EvolutionState:
        """Return the same state on another page."""
        return replace(self, page=page)


@dataclass(frozen=True)
class Known:
    """Values that the address may take: ids of earlier releases, codes of territories."""

    since: Collection[str]
    departements: Collection[str]
    epci: Collection[str]


def read_evolution_state(
    query: Mapping[str, str], known: Known
) -> tuple[EvolutionState, tuple[str, ...]]:
    """Read which communes to list.

    Parameters
    ----------
    query
        Parameters of the address; the last value of a repeated one.
    known
        What exists.

    Returns
    -------
    tuple
        A usable state, and one French notice per value that was left aside.
    """
    choice = ChoiceReader(query)
    everywhere = "les communes de tous les territoires sont listées"
    state = EvolutionState(
        choice.one("depuis", known.since, "la comparaison la plus récente est montrée"),
        choice.one("departement", known.departements, everywhere),
        choice.one("epci", known.epci, everywhere),
        choice.one("classe", VERDICT_WORDS, "toutes les classes sont listées"),
        choice.one("cause", CAUSES, "toutes les causes sont listées"),
    )
    page, said = read_page_number(query)
    return state.turned_to(page), (*choice.notices, *said)


def chosen(moves: Iterable[Move], state: EvolutionState) -> list[Move]:
    """Keep the moves that pass every filter, in the order given."""
    return [move for move in moves if _is_chosen(move, state)]


def part(moves: Sequence[Move], state: EvolutionState) -> tuple[list[Move], int]:
    """Return the moves of a page, the last one when it is beyond, and the number of pages."""
    pages = max(1, -(-len(moves) // LARGEST_PAGE))
    start = (min(state.page, pages) - 1) * LARGEST_PAGE
    return list(moves[start : start + LARGEST_PAGE]), pages


def _is_chosen(move: Move, state: EvolutionState) -> bool:
    """Whether a move passes every filter."""
    return (
        state.departement in (None, move["departement"])
        and state.epci in (None, move["siren_epci"])
        and state.verdict in (None, move["before"], move["after"])
        and (state.cause is None or state.cause in cause_codes(move))
    )
