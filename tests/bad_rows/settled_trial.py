"""A trial of places: clean ones, some of them spoiled, read and settled in their communes."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from carto.sites.settle import settle
from carto.territories import Perimeter, Territories, join
from carto.verdict.parameters import Parameters
from geodata.readers import reader_for
from tests.bad_rows.clean_rows import CleanTable, clean_file, path_of
from tests.bad_rows.kind import Cells, SettledKind
from tests.bad_rows.kinds.positions import NEWEST
from tests.bad_rows.trial import Measure, parse_bytes
from tests.geodata.raw_files import published_file

_SAME_PLACE = 1e-4  # degrees


def territories(france: Path | None) -> Territories:
    """Join the contours and the populations that places are settled in."""
    tables = {}
    for source in ("contours", "population" if france else "population_finistere"):
        raw = published_file(path_of(source, france), source)
        tables[source.partition("_")[0]] = reader_for(raw).parse(raw).table
    return join(tables, {"contours": 2026}, Perimeter(), 30.0)


def try_settled(
    kind: SettledKind, count: int, folder: Path, where: Territories, france: Path | None = None
) -> Measure:
    """Spoil up to `count` places in one way, among as many clean ones, and measure.

    A place that is published is judged by its flags, one that is not by why it was left out.
    """
    chance = random.Random(kind.name)  # noqa: S311 - rows for a test
    table = clean_file(kind.source, france)
    assert isinstance(table, CleanTable)
    here = [row for row in table.rows if row["code_insee"] in where.known]
    eligible = [number for number, row in enumerate(here) if kind.is_eligible(row)]
    victims = set(chance.sample(eligible, min(count, len(eligible) // 2)))
    beside = chance.sample([n for n in range(len(here)) if n not in victims], len(victims))
    chosen = sorted([*victims, *beside])
    written = {n: kind.spoil(dict(here[n]), chance) if n in victims else [here[n]] for n in chosen}
    clean = _settled(table, [here[n] for n in chosen], folder, where)
    found = _settled(table, [row for n in chosen for row in written[n]], folder, where)
    detected = lost = disturbed = 0
    missed = ""
    for number in chosen:
        ids = [row["id"] for row in written[number]]
        lost += sum(row_id not in found for row_id in ids)
        outcomes = frozenset().union(
            *(found.get(row_id, _Fate()).outcomes(clean.get(row_id, _Fate())) for row_id in ids)
        )
        if number not in victims:
            disturbed += outcomes != {"understood"}
        elif outcomes.intersection(kind.accepts):
            detected += 1
        else:
            missed = f"{table.text_of(written[number][-1])[:200]} → {sorted(outcomes)}"
    return Measure(kind, len(victims), detected, lost, len(beside), disturbed, missed)


@dataclass(frozen=True)
class _Fate:
    """What became of one place: why it is not published (`""` when it is), or what is published."""

    left: str = ""
    flags: frozenset[str] = frozenset()
    commune: object = None
    position: tuple[float, float] = (0.0, 0.0)

    def outcomes(self, clean: _Fate) -> frozenset[str]:
        """Outcomes beside those of the clean place: `left:CODE`, `flagged:FLAG`, `understood`."""
        found = {f"flagged:{flag}" for flag in self.flags - clean.flags}
        if self.left != clean.left:
            found.add(f"left:{self.left}")
        is_there = math.dist(self.position, clean.position) < _SAME_PLACE
        if not found and is_there and self.commune == clean.commune:
            found.add("understood")
        return frozenset(found)


def _settled(
    table: CleanTable, rows: Sequence[Cells], folder: Path, where: Territories
) -> dict[str, _Fate]:
    """Settle places; what became of each one, by the identifier it was published under."""
    data = table.file_of([table.text_of(row) for row in rows])
    parsed = parse_bytes(table.source, data, folder)
    settled = settle(parsed.table, where, Parameters(), NEWEST.isoformat())
    fates = {row.key: _Fate(left=row.code) for row in settled.left_out}
    for place in settled.places.to_dict("records"):
        flags = frozenset(filter(None, place["flags"].split("|")))
        position = (place["longitude"], place["latitude"])
        fates[place["id"]] = _Fate("", flags, place["code_insee"], position)
    return {site_id.partition(":")[2]: fate for site_id, fate in fates.items()}
