"""The passage from one year of the COG to another: what each commune of the first became.

It goes in both directions: backwards, a merge is a division and a re-established commune a merge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carto.cog.history import History, Parcels


@dataclass(frozen=True)
class Passage:
    """What the communes of one year are in another; a code that it does not name is unchanged.

    Attributes
    ----------
    start, end
        Years of the COG, both on the 1st of January.
    heirs
        Code of `start` → codes of `end` that hold its territory, sorted. Every code that ends, is
        divided, or is joined by another one.
    origins
        Code of `end` → codes of `start` it is made of, sorted; the same links the other way.
    strangers
        Code that no commune has at `start` though it had one at another moment → the codes of
        `end` where its territory is (itself when it lives then).
    """

    start: int
    end: int
    heirs: Mapping[str, tuple[str, ...]]
    origins: Mapping[str, tuple[str, ...]]
    strangers: Mapping[str, tuple[str, ...]]

    def became(self, code: str) -> tuple[str, ...]:
        """Codes of `end` that hold the territory of a code of whatever date."""
        return self.heirs.get(code) or self.strangers.get(code) or (code,)

    def main_heir(self, code: str) -> str:
        """Give the code that stands for a commune when it was divided: its own, else the first."""
        became = self.became(code)
        return code if code in became else became[0]


def find_passage(history: History, start: int, end: int) -> Passage:
    """Compare who holds each parcel of territory at two years.

    Parameters
    ----------
    history
        The movements; they must go as far as the later year.
    start, end
        Years of the COG.
    """
    before, after = history.parcels(start), history.parcels(end)
    holders = _holders(after)
    heirs = {code: _holding(parcels, holders) for code, parcels in before.items()}
    origins: defaultdict[str, list[str]] = defaultdict(list)
    for code, became in heirs.items():
        for heir in became:
            origins[heir].append(code)
    touched = {heir for heir, codes in origins.items() if codes != [heir]}
    touched |= {heir for became in heirs.values() if len(became) > 1 for heir in became}
    former = history.former_parcels
    strangers = {
        code: (code,) if code in after else _holding(former.get(code, frozenset()), holders)
        for code in sorted({*former, *after} - set(before))
    }
    return Passage(
        start,
        end,
        {code: became for code, became in sorted(heirs.items()) if touched & set(became)},
        {code: tuple(sorted(origins[code])) for code in sorted(touched)},
        {code: became for code, became in strangers.items() if became},
    )


def _holders(parcels: Mapping[str, Parcels]) -> dict[str, list[str]]:
    """Codes that hold each parcel."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for code in sorted(parcels):
        for parcel in parcels[code]:
            holders[parcel].append(code)
    return holders


def _holding(parcels: Iterable[str], holders: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Codes that hold some of these parcels."""
    return tuple(sorted({code for parcel in parcels for code in holders.get(parcel, ())}))
