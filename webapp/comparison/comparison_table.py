"""Every figure of a comparison, side by side: for the page and for its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from carto import french
from carto.drawing.wording import measured
from carto.vocabulary import PLACE_SOURCES, VERDICT_WORDS
from geodata.csv_text import csv_text
from webapp.comparison.compared_territories import Territory
from webapp.views.compared_measures import FIBRE, OTHER_LEVEL, Measure
from webapp.views.provenance import Facts, credit

Row = Mapping[str, Any]

FILE_COLUMNS = (
    *("type", "code", "nom", "mesure", "colonne", "valeur", "unite", "en_mots", "source"),
    "instantane",
)


@dataclass(frozen=True)
class Cell:
    """The value of a territory: the number of the file, and its words."""

    value: float | str | None
    words: str
    verdict: str = ""


@dataclass(frozen=True)
class Line:
    """A figure of every territory, in the order of the columns."""

    label: str
    column: str
    unit: str
    cells: tuple[Cell, ...]
    source: str


@dataclass(frozen=True)
class _Count:
    """A figure that only the table tells: a column written as a number."""

    label: str
    column: str
    readers: tuple[str, ...]
    decimals: int = 0
    unit: str = ""


_PEOPLE = (_Count("Habitants", "population", ("population",), 0, "habitants"),)
_LEFT = (_Count("Locaux à raccorder à la fibre", "locaux_restants", ("fibre",), 0, "locaux"),)
_OFFER = (
    _Count("Lieux d'aide dans le territoire", "sites_count", PLACE_SOURCES, 0, "lieux"),
    _Count("Lieux pour 10 000 habitants", "sites_per_10000", PLACE_SOURCES, 2, "lieux"),
    _Count("Heures d'ouverture par semaine", "hours_per_week", PLACE_SOURCES, 0, "heures"),
)


def table_lines(
    territories: Sequence[Territory], measures: Sequence[Measure], facts: Facts
) -> list[Line]:
    """Write every figure.

    Parameters
    ----------
    territories
        Columns of the table, references included.
    measures
        What the page compares, in its order.
    facts
        Facts of the snapshot.
    """
    method = f"Méthode {facts['method']['version']}"
    lines = [*_counts(territories, _PEOPLE, facts), _verdict(territories, method)]
    for measure in measures:
        cells = tuple(_measured(measure, one.row) for one in territories)
        lines.append(Line(measure.label, measure.column, measure.unit, cells, measure.source))
        if measure.id == FIBRE:
            left = _counts(territories, _LEFT, facts)
            lines += [replace(line, source=measure.source) for line in left]
    return [*lines, *_counts(territories, _OFFER, facts)]


def comparison_csv(territories: Sequence[Territory], lines: Sequence[Line], snapshot: str) -> str:
    """Write the figures as CSV: one line per territory and figure, an absent value left empty."""
    return csv_text(
        FILE_COLUMNS,
        (
            (*(one.id.type, one.id.code, one.nom), *_figure(line, place), snapshot)
            for place, one in enumerate(territories)
            for line in lines
        ),
    )


def _figure(line: Line, place: int) -> tuple[object, ...]:
    """List what the file says of the figure of a territory, given the place of its column."""
    cell = line.cells[place]
    return (line.label, line.column, cell.value, line.unit, cell.words, line.source)


def _counts(territories: Sequence[Territory], counts: Sequence[_Count], facts: Facts) -> list[Line]:
    """Write the figures that at least one territory has a column for."""
    return [
        Line(
            count.label,
            count.column,
            count.unit,
            tuple(_counted(count, one.row) for one in territories),
            credit(facts, *count.readers),
        )
        for count in counts
        if any(count.column in one.row for one in territories)
    ]


def _counted(count: _Count, row: Row) -> Cell:
    """Write a number, or why there is none."""
    if count.column not in row:
        return Cell(None, OTHER_LEVEL)
    value = measured(row, count.column)
    is_whole = value is not None and count.decimals == 0 and value.is_integer()
    return Cell(int(value or 0) if is_whole else value, french.number(value, count.decimals))


def _measured(measure: Measure, row: Row) -> Cell:
    """Write the value of a measure."""
    value = measure.value(row)
    return Cell(None if value is None else round(value, 6), measure.write(row))


def _verdict(territories: Sequence[Territory], source: str) -> Line:
    """Write the class of a commune, or how many communes of a territory are under-served."""
    cells = tuple(_judged(one.row) for one in territories)
    are_communes = {"verdict" in one.row for one in territories}
    label = {
        frozenset((True,)): "Verdict",
        frozenset((False,)): "Communes sous-desservies",
    }.get(frozenset(are_communes), "Verdict, ou communes sous-desservies")
    return Line(label, "communes_underserved", "communes", cells, source)


def _judged(row: Row) -> Cell:
    """Write the class of a commune, or a count of communes."""
    if "verdict" in row:
        words = VERDICT_WORDS[row["verdict"]]
        return Cell(row["verdict"], words, verdict=row["verdict"])
    count, total = row["communes_underserved"], row["communes_count"]
    return Cell(count, f"{french.number(count)} sur {french.number(total)}")
