"""The territories of a comparison: their letter, their name, their page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto.drawing.charts.dumbbell import LETTERS, pin_colour
from webapp.comparison.compared_ids import TerritoryId
from webapp.links import territory_page

Row = Mapping[str, Any]

KINDS = {
    "commune": "commune",
    "epci": "intercommunalité",
    "ept": "établissement public territorial",
    "departement": "département",
    "region": "région",
    "groupe": "groupe de communes",
    "france": "France",
}


@dataclass(frozen=True)
class Territory:
    """A territory of a comparison.

    Attributes
    ----------
    letter, colour
        Its letter on the page and the colour of its pin; empty for a reference.
    id
        Its type and code.
    nom
        Its name, told from others of the same name by its code.
    kind
        What it is, in French.
    row
        Its published row.
    """

    letter: str
    id: TerritoryId
    nom: str
    kind: str
    row: Row

    @property
    def colour(self) -> str:
        """Colour of its pin."""
        return pin_colour(self.letter) if self.letter else ""

    @property
    def path(self) -> str:
        """Its page."""
        return territory_page(self.id.type, self.id.code)

    @property
    def fibre_quarters(self) -> str:
        """Quarters of its fibre, joined by `|`; empty when it has none."""
        known = self.row.get("fibre_quarter") or self.row.get("fibre_quarters")
        return str(known or "")


def compared_territories(chosen: Sequence[tuple[TerritoryId, Row]]) -> tuple[Territory, ...]:
    """Give each chosen territory its letter, in the order of the address.

    >>> brest = (TerritoryId("commune", "29019"), {"nom": "Brest"})
    >>> [(one.letter, one.nom, one.kind) for one in compared_territories([brest])]
    [('A', 'Brest', 'commune')]
    """
    names = names_of(chosen)
    return tuple(
        Territory(letter, id_, nom, KINDS[id_.type], row)
        for letter, (id_, row), nom in zip(LETTERS, chosen, names, strict=False)
    )


def references(
    chosen: Sequence[Territory], around: Sequence[tuple[TerritoryId, Row]]
) -> tuple[Territory, ...]:
    """Name the territories to stand beside those that are compared, without any of these."""
    ids = {one.id for one in chosen}
    return tuple(
        Territory("", id_, str(row["nom"]), KINDS[id_.type], row)
        for id_, row in around
        if id_ not in ids
    )


def is_of_several_levels(territories: Sequence[Territory]) -> bool:
    """Whether territories of different types are compared."""
    return len({one.id.type for one in territories}) > 1


def names_of(chosen: Sequence[tuple[TerritoryId, Row]]) -> list[str]:
    """Name territories; those of the same name are followed by their code.

    >>> names_of([(TerritoryId("commune", "93066"), {"nom": "Saint-Denis"}),
    ...           (TerritoryId("commune", "97411"), {"nom": "Saint-Denis"})])
    ['Saint-Denis (93066)', 'Saint-Denis (97411)']
    """
    count = Counter(row["nom"] for _, row in chosen)
    return [
        f"{row['nom']} ({id_.code})" if count[row["nom"]] > 1 else str(row["nom"])
        for id_, row in chosen
    ]
