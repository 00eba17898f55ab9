"""What can be searched: every territory that has a page, the communes of yesterday, postcodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from carto import french
from carto.codes import departement_name
from carto.folding import folded
from carto.french import NBSP
from webapp.links import territory_page
from webapp.search.postcodes import Postcodes, postcodes_of

Row = Mapping[str, Any]
Levels = Mapping[str, Mapping[str, Row]]

FORMER = "ancienne"
# Types in the order of equal matches.
ORDER = ("france", "region", "departement", "commune", "epci", "ept", "groupe", FORMER)
WORDS = {
    "france": "pays",
    "region": "région",
    "departement": "département",
    "groupe": "groupe de communes",
    "ept": "établissement public territorial",
    "epci": "intercommunalité",
    "commune": "commune",
    FORMER: "ancienne commune",
}


@dataclass(frozen=True)
class Place:
    """A territory that can be found.

    Attributes
    ----------
    type
        A type of territory, or `FORMER`.
    code
        Its official code.
    nom
        Its name.
    path
        The page that a result leads to.
    where
        What tells it from another of the same name: département, population.
    """

    type: str
    code: str
    nom: str
    path: str
    where: str

    @property
    def detail(self) -> str:
        """What it is and where, in one line."""
        return ", ".join(filter(None, (WORDS[self.type], self.where)))


@dataclass(frozen=True)
class SearchIndex:
    """Every territory that can be found, and the folded name of each, in the same order.

    Attributes
    ----------
    places
        In the order that equal matches keep.
    names
        Empty for a former commune that a living one has the name of.
    postcodes
        Codes of communes by postcode.
    """

    places: tuple[Place, ...]
    names: tuple[str, ...]
    postcodes: Postcodes = field(default_factory=dict, repr=False)

    @cached_property
    def _by_code(self) -> Mapping[str, Sequence[int]]:
        """Ranks of the places by code in lower case, and of the communes by postcode."""
        ranks: dict[str, list[int]] = defaultdict(list)
        communes = {}
        for rank, place in enumerate(self.places):
            ranks[place.code.lower()].append(rank)
            if place.type == "commune":
                communes[place.code] = rank
        for postcode, codes in self.postcodes.items():
            published = (communes[code] for code in codes if code in communes)
            ranks[postcode] = [*published, *ranks[postcode]]
        return ranks

    def ranks_of_code(self, code: str) -> Sequence[int]:
        """Ranks of the places that have a code, or a postcode."""
        return self._by_code.get(code, ())


def search_index(
    levels: Levels, former: Mapping[str, tuple[Row, ...]], sites: Iterable[Row] = ()
) -> SearchIndex:
    """List what can be found.

    Parameters
    ----------
    levels
        Rows of the territories by code, by type.
    former
        Rows of `passages` by the code that no commune has any more.
    sites
        Rows of `sites`, whose addresses tell postcodes.
    """
    places = [
        _territory(type_, code, row)
        for type_ in ORDER
        for code, row in sorted(levels.get(type_, {}).items(), key=_large_first)
    ]
    names = [folded(place.nom) for place in places]
    for code, rows in former.items():
        place = _former(code, rows, levels["commune"])
        living = {folded(levels["commune"][row["code_insee"]]["nom"]) for row in rows}
        name = folded(place.nom)
        places.append(place)
        names.append("" if name in living else name)
    return SearchIndex(tuple(places), tuple(names), postcodes_of(sites))


def _territory(type_: str, code: str, row: Row) -> Place:
    """Make the place of a territory of today."""
    return Place(type_, code, row["nom"], territory_page(type_, code), _where(type_, row))


def _where(type_: str, row: Row) -> str:
    """Say in which département a territory is and how many people live there."""
    codes = {"commune": row.get("departement"), "epci": row.get("departements")}.get(type_)
    said = [f"{departement_name(code)} ({code})" for code in (codes or "").split("|") if code]
    if row["population"] is not None:
        said.append(french.plural(row["population"], "habitant"))
    return ", ".join(said)


def _former(code: str, rows: tuple[Row, ...], communes: Mapping[str, Row]) -> Place:
    """Make the place of a commune that is no more: it leads to the one that took over."""
    heirs = [row["code_insee"] for row in rows]
    names = french.enumeration(
        [f"{communes[heir]['nom']}{NBSP}({communes[heir]['departement']})" for heir in heirs]
    )
    path = territory_page("commune", heirs[0] if len(heirs) == 1 else code)
    since = french.date(rows[0]["date"])
    return Place(FORMER, code, rows[0]["nom_ancien"], path, f"dans {names} depuis le {since}")


def _large_first(pair: tuple[str, Row]) -> float:
    """Order of territories of one type."""
    return -(pair[1]["population"] or 0)
