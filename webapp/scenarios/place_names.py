"""The places and communes of a scenario, by name: what its lists, its map and its words say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from carto import french
from carto.folding import folded
from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.placed_scenario import Homes
from carto.planning.scenarios.scenario import Where
from carto.typography import typeset


@dataclass(frozen=True)
class Named:
    """A place of today: its name, its commune, its hours a week."""

    id: str
    nom: str
    commune: str
    code_insee: str
    hours_week: float

    @property
    def whole(self) -> str:
        """Name of the place, and of its commune unless it says it."""
        is_said = folded(self.commune) in folded(self.nom)
        return self.nom if is_said else f"{self.nom} ({self.commune})"


@dataclass(frozen=True)
class PlaceNames:
    """Names on the ground of a plan.

    Attributes
    ----------
    ground
        Communes and places.
    homes
        Commune of each chosen point of a scenario.
    """

    ground: Ground
    homes: Homes = field(default_factory=dict)

    @cached_property
    def communes(self) -> Mapping[str, str]:
        """Names of the communes, those around the perimeter too, by code."""
        return dict(zip(self.ground.codes.tolist(), self.ground.names.tolist(), strict=True))

    @cached_property
    def inside(self) -> frozenset[str]:
        """Codes of the communes of the perimeter."""
        return frozenset(self.ground.codes[self.ground.is_inside].tolist())

    @cached_property
    def places(self) -> Mapping[str, Named]:
        """Every place of today, by id."""
        ground = self.ground
        columns = (ground.place_ids, ground.place_names, ground.place_communes, ground.hours)
        return {
            id_: Named(id_, nom, self.communes.get(code, code), code, hours / WEEKS_PER_YEAR)
            for id_, nom, code, hours in zip(*(one.tolist() for one in columns), strict=True)
        }

    def listed(self, more: frozenset[str]) -> list[tuple[str, list[Named]]]:
        """List the places of the perimeter by commune, and some others; by name.

        Parameters
        ----------
        more
            Ids of places to list wherever they are.
        """
        groups: dict[str, list[Named]] = defaultdict(list)
        for place in self.places.values():
            if place.code_insee in self.inside or place.id in more:
                groups[place.commune].append(place)
        return [
            (commune, sorted(groups[commune], key=lambda one: (folded(one.nom), one.id)))
            for commune in sorted(groups, key=folded)
        ]

    def home(self, where: Where) -> str:
        """Name the commune where a place would be; empty when it is not known."""
        code = where.commune if where.lon_lat is None else self.homes.get(where.lon_lat)
        return "" if code is None else self.communes.get(code, code)

    def where(self, where: Where) -> str:
        """Write where a place would be, after a verb: « à Brest », « à Brest (48,39 ; −4,48) »."""
        commune = self.home(where)
        home = french.at_place(commune) if commune else ""
        if where.lon_lat is None:
            return home
        longitude, latitude = (
            french.number(degrees, 4).replace("-", "−") for degrees in where.lon_lat
        )
        degrees = f"{latitude} ; {longitude}"
        return typeset(f"{home} ({degrees})" if home else f"au point {degrees}")


def hours_words(hours_week: float) -> str:
    r"""Write hours a week.

    >>> hours_words(3.5), hours_words(14)
    ('3,5\xa0h par semaine', '14\xa0h par semaine')
    """
    decimals = 0 if float(hours_week).is_integer() else 1
    return f"{french.number(hours_week, decimals, 'h')} par semaine"


def field_value(hours_week: float) -> str:
    """Write hours as a field of a form holds them.

    >>> field_value(3.5), field_value(29.999)
    ('3.5', '30')
    """
    return f"{round(hours_week, 2):g}"
