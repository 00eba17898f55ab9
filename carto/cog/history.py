"""What became of the territory of each commune, day by day, from the movements of INSEE.

The territory is thought of as parcels that never change hands in part: each commune living before
the first movement is one parcel, and a commune carved out of others makes a new one. A merge joins
the parcels, a re-established commune takes back those it had, a new code changes nothing to them.
What a commune of one year became in another year is then who holds its parcels: chains, returns to
a former situation and passages backwards in time need no rule of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

Parcels = frozenset[str]
# What happens to communes on one day: code before → codes after.
Day = Mapping[str, frozenset[str]]
_NOTHING: Parcels = frozenset()


@dataclass
class Holdings:
    """Who holds which parcels at some moment, among the communes that movements name.

    Attributes
    ----------
    living
        Code of each commune → its parcels.
    last
        Code of a commune that has moved → its parcels just before, and the day.
    carved
        Parcel that did not exist at the start → the parcel it was taken from, and the day.
    """

    living: dict[str, Parcels]
    last: dict[str, tuple[Parcels, str]] = field(default_factory=dict)
    carved: dict[str, tuple[str, str]] = field(default_factory=dict)

    def live(self, date: str, day: Day) -> None:
        """Let one day happen."""
        gained: defaultdict[str, set[str]] = defaultdict(set)
        heirs = {before: self._heirs(before, day) for before in day if before in self.living}
        for before in sorted(heirs):
            parcels = self.living.pop(before)
            shares = self._share(date, before, parcels, heirs[before])
            self.last[before] = parcels.union(*shares.values()), date
            for after, part in shares.items():
                gained[after] |= part
        for after in sorted(gained):
            self.living[after] = self.living.get(after, _NOTHING) | gained[after]

    def _heirs(self, before: str, day: Day, passed: Parcels = _NOTHING) -> Parcels:
        """Follow the links of a day to their end: Freigné changes département, then merges."""
        passed |= {before}
        found: set[str] = set()
        for after in day[before]:
            goes_on = after in day and after not in self.living and after not in passed
            found |= self._heirs(after, day, passed) if goes_on else {after}
        return frozenset(found)

    def _share(
        self, date: str, before: str, parcels: Parcels, heirs: Parcels
    ) -> dict[str, Parcels]:
        """Share the parcels of a commune among those it becomes."""
        main = before if before in heirs else min(heirs)
        shares: dict[str, Parcels] = {}
        rest = parcels
        for heir in sorted(heirs - {main}):
            former, _ = self.last.get(heir, (_NOTHING, ""))
            share = former & rest
            if not share or share == rest:
                share = self._carve(heir, date, parcels)
            shares[heir] = share
            rest -= share
        return shares | {main: rest}

    def _carve(self, heir: str, date: str, parcels: Parcels) -> Parcels:
        """Take a new parcel out of each of these: nobody says which one the land was in."""
        new = {f"{heir} {date} {parcel}": parcel for parcel in sorted(parcels)}
        self.carved |= {parcel: (mother, date) for parcel, mother in new.items()}
        return frozenset(new)


@dataclass(frozen=True)
class History:
    """The movements of communes, ready to be lived again up to any year.

    Attributes
    ----------
    names
        Last name of each code that a movement names.
    first
        Codes, among those, that live before the first day.
    days
        Each day on which something happens, in order: code before → codes after.
    """

    names: Mapping[str, str]
    first: frozenset[str]
    days: tuple[tuple[str, Day], ...]
    _parcels: dict[int, dict[str, Parcels]] = field(default_factory=dict, compare=False, repr=False)

    def until(self, year: int | None = None) -> Holdings:
        """Live the movements up to the 1st of January of a year, that day included, or all.

        Codes that no movement names are not in the answer: they have always been what they are.
        """
        holdings = Holdings({code: frozenset({code}) for code in sorted(self.first)})
        for date, day in self.days:
            if year is not None and date > f"{year}-01-01":
                break
            holdings.live(date, day)
        return holdings

    def parcels(self, year: int) -> Mapping[str, Parcels]:
        """Parcels of each commune at a year, those carved out of it later included."""
        if year not in self._parcels:
            carved, living = self._ended.carved, self.until(year).living
            day = f"{year}-01-01"
            self._parcels[year] = {code: _whole(held, day, carved) for code, held in living.items()}
        return self._parcels[year]

    @cached_property
    def former_parcels(self) -> Mapping[str, Parcels]:
        """Parcels of each code that ever changed, as it last held them."""
        ended = self._ended
        return {code: _whole(held, date, ended.carved) for code, (held, date) in ended.last.items()}

    @cached_property
    def _ended(self) -> Holdings:
        """What all movements lead to."""
        return self.until()


def read_history(movements: pd.DataFrame) -> History:
    """Order the movements between communes by day.

    Parameters
    ----------
    movements
        Meets the contract `mouvements`. Only links from a commune to a commune (COM → COM) tell
        where a territory went. Communes déléguées and associées are not followed; communes that
        appear from nowhere or leave the list (Mayotte, Saint-Barthélemy) keep their code.
    """
    between = movements[(movements["type_avant"] == "COM") & (movements["type_apres"] == "COM")]
    columns = ["date_effet", "code_avant", "nom_avant", "code_apres", "nom_apres"]
    links: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    rows = between[columns].sort_values(columns).itertuples(index=False, name=None)
    for date, before, name_before, after, name_after in rows:
        links[date][before].add(after)
        names.setdefault(before, name_before)
        names[after] = name_after
    days = tuple(
        (date, {before: frozenset(afters) for before, afters in day.items()})
        for date, day in links.items()
    )
    return History(names, _living_first(days), days)


def _living_first(days: Iterable[tuple[str, Day]]) -> frozenset[str]:
    """Find the codes that live before the first day, among those that movements name.

    A code that first appears after an event, and not before it, is born then; so is one that a
    commune takes and leaves on the same day.
    """
    seen: set[str] = set()
    living: set[str] = set()
    for _, day in days:
        taken = {after for before, afters in day.items() for after in afters - {before}}
        living |= {code for code in day if code in day[code] or code not in taken} - seen
        seen |= {*day, *taken}
    return frozenset(living)


def _whole(parcels: Parcels, date: str, carved: Mapping[str, tuple[str, str]]) -> Parcels:
    """Add to parcels held on a day those that were carved out of them after it."""
    whole = set(parcels)
    for parcel, (mother, day) in carved.items():
        if mother in whole and day > date:
            whole.add(parcel)
    return frozenset(whole)
