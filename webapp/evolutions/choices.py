"""Choices of the pages of evolutions: lists in the order of names, and one value read of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from carto.folding import folded
from carto.said_back import said_back
from carto.typography import typeset

Choices = list[tuple[str, str]]


def by_name(choices: Iterable[tuple[str, str]]) -> Choices:
    """Order codes and names as a French reader expects: accents do not count.

    >>> by_name([("974", "La Réunion"), ("50", "Manche"), ("35", "Ille-et-Vilaine")])
    [('35', 'Ille-et-Vilaine'), ('974', 'La Réunion'), ('50', 'Manche')]
    """
    return sorted(choices, key=lambda choice: (folded(choice[1]), choice[0]))


class ChoiceReader:
    """Reads values of an address among those that exist, and keeps what it has to say.

    Attributes
    ----------
    notices
        One French notice per value that was left aside.
    """

    def __init__(self, query: Mapping[str, str]) -> None:
        self._query = query
        self.notices: list[str] = []

    def one(self, name: str, known: Collection[str], otherwise: str) -> str | None:
        """Read a value; None when it is absent or does not exist, which is then said.

        Parameters
        ----------
        name
            Parameter of the address.
        known
            Values that exist.
        otherwise
            What is shown without one, in French words.
        """
        value = self._query.get(name) or None
        if value is None or value in known:
            return value
        self.notices.append(
            typeset(f"« {name}={said_back(value)} » n'existe pas ici : {otherwise}.")
        )
        return None
