"""Alignment: all tables in the COG year of the contours, before any join.

Tables of another year are carried through the movements. Without movements, unequal years are
refused; a source whose codes were checked against a year declares that year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd

from carto import flags
from carto.cog.carry import Carried, Doubt, carry, speaks_of_communes
from carto.cog.history import History, read_history
from carto.cog.passage import Passage, find_passage
from carto.cog.precedence import without_known
from carto.cog.recoding import recode
from carto.cog.rows import People
from carto.cog.times import carry_times
from carto.cog.years import require_same_year, require_until
from carto.contracts import TableContract
from carto.left_out import LeftOut

# These describe the years themselves, or the shapes that everything is brought to.
_NEVER_CARRIED = ("contours", "cog", "mouvements")
# What weighs former communes, best first: contract, column.
_WEIGHTS = (("population", "population"), ("fibre", "locaux"), ("fibre_history", "locaux"))


@dataclass(frozen=True, eq=False)
class Dated:
    """A validated table and its contract, the COG year of its codes, the date of its figures."""

    table: pd.DataFrame
    contract: TableContract
    cog: int
    date: str = ""


@dataclass(frozen=True, eq=False)
class Aligned:
    """Tables whose codes are all of one year.

    Attributes
    ----------
    tables
        Source id → table, meeting the same contract as before.
    cog
        The year: that of the contours.
    history
        The movements, None when they are not supplied.
    left_out
        Rows that are part of another one in that year, or that no commune of the declared year
        has.
    doubts
        What is estimated or missing because of the passage.
    """

    tables: Mapping[str, pd.DataFrame]
    cog: int
    history: History | None
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def align(dated: Mapping[str, Dated]) -> Aligned:
    """Bring all tables to the COG year of the contours.

    Parameters
    ----------
    dated
        Source id → table; at least one has the contract `contours`.

    Raises
    ------
    MixedVintagesError
        When years differ and no movements are supplied; when the contours, or the list of the
        COG, are not of one year; when the movements end before one of the tables.
    """
    years = {source: table.cog for source, table in dated.items()}
    reference = require_same_year(_years_of(dated, ("contours", "cog")))
    movements = [source for source in dated if dated[source].contract.name == "mouvements"]
    if not movements:
        require_same_year(years)
        tables = {source: dated[source].table for source in dated}
        return Aligned(tables, reference, None)
    require_until(max(years[source] for source in movements), years)
    history = read_history(pd.concat([dated[source].table for source in movements]))
    return _Aligner(dated, reference, history).align()


class _Aligner:
    """Tables on their way to one year."""

    def __init__(self, dated: Mapping[str, Dated], reference: int, history: History) -> None:
        self.dated = dated
        self.reference = reference
        self.history = history
        self.passages: dict[tuple[int, int], Passage] = {}
        self.people: dict[int, tuple[Mapping[str, float], ...]] = {}

    def align(self) -> Aligned:
        """Carry all tables, the populations first: they share the counts of divided communes."""
        order = sorted(sorted(self.dated), key=lambda name: self.dated[name].date, reverse=True)
        order.sort(key=lambda name: not self._is(name, "population"))
        carried: dict[str, Carried] = {}
        present: dict[str, float] = {}
        for source in order:
            newer = [carried[name].table for name in carried if self._follows(source, name)]
            carried[source] = self._carry(source, newer, present)
            if self._is(source, "population"):
                present |= _known(carried[source].table, "population")
        return Aligned(
            {source: carried[source].table for source in sorted(carried)},
            self.reference,
            self.history,
            tuple(sorted(row for source in order for row in carried[source].left_out)),
            tuple(sorted(doubt for source in order for doubt in carried[source].doubts)),
        )

    def _is(self, source: str, contract: str) -> bool:
        """Whether a source has this contract."""
        return self.dated[source].contract.name == contract

    def _follows(self, source: str, newer: str) -> bool:
        """Whether a source says of another year what a newer one says."""
        same = self._is(newer, self.dated[source].contract.name)
        return same and self.dated[source].cog != self.dated[newer].cog

    def _carry(
        self, source: str, newer: Sequence[pd.DataFrame], present: Mapping[str, float]
    ) -> Carried:
        """Carry one table, but for the rows of communes that newer tables speak of."""
        dated = self.dated[source]
        if dated.contract.name in _NEVER_CARRIED or "code_insee" not in dated.contract.names:
            return Carried(dated.table, (), ())
        passage = self._passage(dated.cog, self.reference)
        if dated.contract.name == "temps_trajet":
            return carry_times(source, dated.table, passage)
        if speaks_of_communes(dated.contract):
            people = People(self._people_of(dated.cog), present)
            unknown = without_known(source, dated.table, dated.contract, passage, newer)
            found = carry(source, unknown.table, dated.contract, passage, people)
            return replace(found, left_out=(*unknown.left_out, *found.left_out))
        return self._recode(source, passage)

    def _recode(self, source: str, passage: Passage) -> Carried:
        """Replace the codes of a table of places or events; points decide between contours."""
        table = self.dated[source].table
        shapes = [self.dated[name].table for name in self.dated if self._is(name, "contours")]
        recoded = recode(table, passage, gpd.GeoDataFrame(pd.concat(shapes)))
        keys = table[list(self.dated[source].contract.key)].astype(str).to_numpy()
        doubts = [
            Doubt(source, self.dated[source].contract.name, tuple(keys[row]), flag, ("code_insee",))
            for flag, rows in (
                (flags.CODE_ANCIEN, recoded.renewed),
                (flags.CODE_PARTAGE, recoded.chosen),
            )
            for row in rows
        ]
        return Carried(recoded.table, (), tuple(sorted(doubts)))

    def _passage(self, start: int, end: int) -> Passage:
        """Find a passage, once."""
        if (start, end) not in self.passages:
            self.passages[start, end] = find_passage(self.history, start, end)
        return self.passages[start, end]

    def _people_of(self, year: int) -> tuple[Mapping[str, float], ...]:
        """Weights of the communes of a year, best first: people, else premises.

        They come from the tables at hand, carried to that year: from an earlier one if possible,
        since what later years say of merged communes cannot be divided.
        """
        if year not in self.people:
            self.people[year] = tuple(
                self._weights(source, year, column)
                for contract, column in _WEIGHTS
                for source in sorted(
                    (name for name in self.dated if self._is(name, contract)),
                    key=lambda name: (
                        self.dated[name].cog > year,
                        abs(self.dated[name].cog - year),
                        name,
                    ),
                )
            )
        return self.people[year]

    def _weights(self, source: str, year: int, column: str) -> Mapping[str, float]:
        """Weights that one table gives to the communes of a year, from its latest quarter."""
        dated = self.dated[source]
        table = dated.table
        if "quarter" in table:
            table = table[table["quarter"] == table["quarter"].max()]
        passage = self._passage(dated.cog, year)
        return _known(carry(source, table, dated.contract, passage, People()).table, column)


def _known(table: pd.DataFrame, column: str) -> dict[str, float]:
    """Known values of a column, by commune."""
    known = table[table[column].notna()]
    return dict(zip(known["code_insee"], known[column].astype(float), strict=True))


def _years_of(dated: Mapping[str, Dated], contracts: tuple[str, ...]) -> dict[str, int]:
    """COG years of the sources that have one of these contracts."""
    return {name: table.cog for name, table in dated.items() if table.contract.name in contracts}
