"""The fibre of communes or territories quarter by quarter, as published.

Two series are published and never mixed (`carto.measures.fibre`): one quarter is told by one of
them, and a gain is between two quarters of the same one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from carto.drawing.wording import GAIN, LEFT_COUNT, RATE
from carto.flags import COMMUNE_ABSENTE, DEPEND_D_UNE_VALEUR_ABSENTE, LOCAUX_NULS
from carto.quarters import quarter_at, rank_of
from carto.vocabulary import HISTORIQUE, RELEVE

Row = Mapping[str, Any]
CodeOf = Callable[[Row], str]

COUNTS = ("locaux", "locaux_raccordables", LEFT_COUNT, RATE)
COLUMNS = ("series", "quarter", *COUNTS)
_A_YEAR = 4


@dataclass(frozen=True)
class FibreHistory:
    """The counts of some communes, or of some territories, at every quarter.

    Attributes
    ----------
    series
        By series, then quarter, then code: the values of `COUNTS`.
    """

    series: Mapping[str, Mapping[str, Mapping[str, Row]]]

    @classmethod
    def of(cls, codes: Iterable[str], columns: Mapping[str, Sequence[Any]]) -> FibreHistory:
        """Gather published rows.

        Parameters
        ----------
        codes
            Code of each row.
        columns
            The columns `COLUMNS`, in the same order.
        """
        series: dict[str, dict[str, dict[str, Row]]] = defaultdict(lambda: defaultdict(dict))
        lists = (columns[name] for name in COLUMNS)
        for code, name, quarter, *counts in zip(codes, *lists, strict=True):
            series[name][quarter][code] = dict(zip(COUNTS, counts, strict=True))
        return cls(series)

    @classmethod
    def known_at(cls, moments: Iterable[tuple[str, str]]) -> FibreHistory:
        """Gather quarters, by series, without any count."""
        series: dict[str, dict[str, dict[str, Row]]] = defaultdict(dict)
        for name, quarter in moments:
            series[name][quarter] = {}
        return cls(series)

    @cached_property
    def _by_length(self) -> tuple[Mapping[str, Mapping[str, Row]], ...]:
        """Put the series that has the most quarters first: a reader who moves stays in it."""
        known = [self.series[name] for name in (RELEVE, HISTORIQUE) if name in self.series]
        return tuple(sorted(known, key=len, reverse=True))

    @cached_property
    def quarters(self) -> tuple[str, ...]:
        """Quarters of which something is known, in the order of time."""
        return tuple(sorted({quarter for quarters in self._by_length for quarter in quarters}))

    @property
    def can_compare(self) -> bool:
        """Whether two quarters of one series are known."""
        return any(len(quarters) > 1 for quarters in self._by_length)

    def is_historical(self, quarter: str) -> bool:
        """Whether a quarter is told by the series that has one estimate of premises for all."""
        return self._telling(quarter) is self.series.get(HISTORIQUE)

    def befores(self, quarter: str) -> tuple[str, ...]:
        """Earlier quarters that a quarter may be compared with, in the order of time."""
        for quarters in self._by_length:
            earlier = sorted(one for one in quarters if one < quarter)
            if quarter in quarters and earlier:
                return tuple(earlier)
        return ()

    def usual_before(self, quarter: str) -> str | None:
        """Quarter of a year before, else the nearest earlier one, else the first, else None."""
        earlier = self.befores(quarter)
        a_year_ago = quarter_at(rank_of(quarter) - _A_YEAR)
        return max(
            (one for one in earlier if one <= a_year_ago), default=min(earlier, default=None)
        )

    def at(self, rows: Sequence[Row], code_of: CodeOf, quarter: str) -> list[Row]:
        """Give rows the counts of a quarter; those it does not tell have none, and say why."""
        told = self._telling(quarter)[quarter]
        return [_dated(row, told.get(code_of(row)), quarter) for row in rows]

    def between(self, rows: Sequence[Row], code_of: CodeOf, before: str, quarter: str) -> list[Row]:
        """Give rows their gain in points from a quarter to a later one of the same series."""
        told = next((both for both in self._by_length if {before, quarter} <= both.keys()), {})
        first, last = (told.get(when, {}) for when in (before, quarter))
        return [_gaining(row, first.get(code_of(row)), last.get(code_of(row))) for row in rows]

    def _telling(self, quarter: str) -> Mapping[str, Mapping[str, Row]]:
        """Series that tells a quarter."""
        return next(quarters for quarters in self._by_length if quarter in quarters)


def _dated(row: Row, counts: Row | None, quarter: str) -> Row:
    """Replace the counts of a row."""
    if counts is None:
        counts = dict.fromkeys(COUNTS)
        why = {RATE: COMMUNE_ABSENTE}
    else:
        why = {} if counts[RATE] is not None else {RATE: LOCAUX_NULS}
    reasons = {name: code for name, code in _reasons(row).items() if name not in COUNTS}
    return {**row, **counts, "fibre_quarter": quarter, "reasons": reasons | why}


def _gaining(row: Row, before: Row | None, after: Row | None) -> Row:
    """Give a row its gain; the rates have six decimals, so that four of a point say it all."""
    first, last = (None if counts is None else counts[RATE] for counts in (before, after))
    if first is None or last is None:
        reasons = {**_reasons(row), GAIN: DEPEND_D_UNE_VALEUR_ABSENTE}
        return {**row, GAIN: None, "reasons": reasons}
    return {**row, GAIN: round(100 * (last - first), 4)}


def _reasons(row: Row) -> Mapping[str, str]:
    """Reasons of the values that a row lacks; territories have none."""
    return row.get("reasons") or {}
