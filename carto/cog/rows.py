"""The row of a commune made of those of the communes it comes from."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from carto.cog.merging import Merged, Part, merge
from carto.cog.passage import Passage
from carto.cog.sharing import Number, share_counts
from carto.contracts import Column, TableContract

Row = dict[str, object]
Weights = Mapping[str, float]


@dataclass(frozen=True)
class People:
    """Populations that weigh means and shares; a code that is absent has an unknown one.

    Attributes
    ----------
    before
        Those of former communes, in each of several measures (people, premises), best first:
        communes that merge are weighed by the first one that knows them all.
    after
        People of present communes.
    """

    before: tuple[Weights, ...] = ()
    after: Weights = field(default_factory=dict)

    def weights(self, codes: Sequence[str]) -> Weights:
        """Weights of former communes, all in one measure; empty when none knows them all."""
        return next((known for known in self.before if known.keys() >= set(codes)), {})


@dataclass(frozen=True)
class Made:
    """A row, whether it may stand in its table, and what is doubtful or missing in it.

    Attributes
    ----------
    row
        One value per column of the contract; None is missing.
    main
        Code of the former commune whose row it continues.
    is_whole
        Whether no column is missing that must not be.
    said
        Flag → columns it concerns.
    """

    row: Row
    main: str
    is_whole: bool
    said: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Maker:
    """Makes the rows of one table, for one value of its other key columns (one quarter).

    Attributes
    ----------
    rows
        Code → row, of the former communes that something happened to and that have one.
    """

    contract: TableContract
    passage: Passage
    people: People
    rows: Mapping[str, Row]

    def heirs(self) -> list[str]:
        """Communes to make: those that hold the territory of one that has a row."""
        return sorted({heir for code in self.rows for heir in self.passage.heirs[code]})

    def make(self, heir: str) -> Made:
        """Make the row of a commune; at least one of its origins has a row."""
        weights = self.people.weights(self.passage.origins[heir])
        main = self._main(heir, weights)
        row = self.rows[main] | {"code_insee": heir}
        said: defaultdict[str, list[str]] = defaultdict(list)
        for column in self.contract.columns:
            if column.name in self.contract.key:
                continue
            merged = self._merge(column, heir, main, weights)
            row[column.name] = merged.value
            if merged.flag:
                said[merged.flag].append(column.name)
        needed = [column.name for column in self.contract.columns if not column.nullable]
        is_whole = all(row[name] is not None for name in needed)
        return Made(row, main, is_whole, {flag: tuple(names) for flag, names in said.items()})

    def _main(self, heir: str, weights: Weights) -> str:
        """Choose the origin that a commune continues: of the same code, else of the most people."""
        present = [code for code in self.passage.origins[heir] if code in self.rows]
        return min(present, key=lambda code: (code != heir, -weights.get(code, 0.0), code))

    def _merge(self, column: Column, heir: str, main: str, weights: Weights) -> Merged:
        """Make one value; the place of a divided commune stays with its main heir."""
        if column.when_merged == "place" and self.passage.main_heir(main) != heir:
            return Merged(None)
        parts = []
        for code in self.passage.origins[heir]:
            whole = self.rows[code][column.name] if code in self.rows else None
            is_share = len(self.passage.heirs[code]) > 1
            value = whole
            if is_share and column.when_merged == "sum" and whole is not None:
                value = self._shares(code)[heir][column.name]
            parts.append(
                Part(
                    value,
                    weights.get(code, math.nan),
                    is_main=code == main,
                    is_share=is_share,
                    is_unshared=value is None and whole is not None,
                )
            )
        return merge(column, parts)

    def _shares(self, code: str) -> dict[str, dict[str, Number | None]]:
        """Share the counts of a divided commune among its heirs, by their population."""
        counts = {
            column.name: cast("Number | None", self.rows[code][column.name])
            for column in self.contract.columns
            if column.when_merged == "sum"
        }
        heirs = self.passage.heirs[code]
        return share_counts(counts, {heir: self.people.after.get(heir, math.nan) for heir in heirs})
