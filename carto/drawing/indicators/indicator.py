"""What a map shows: an indicator, its classes, and the words of each unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from carto.drawing.indicators.definitions import Definition
from carto.drawing.indicators.units import COMMUNE, Unit
from carto.drawing.wording import Row, measured

Classify = Callable[[Row], int | None]
Write = Callable[[Row], str]


@dataclass(frozen=True)
class MapClass:
    """One class of a map: its stable key, its French label and its colour.

    The worst class calls for the most attention; it alone is hatched over its colour.
    """

    key: str
    label: str
    colour: str
    is_worst: bool = False


@dataclass(frozen=True)
class Scale:
    """How a number of the communes is cut into classes, and how it would be cut elsewhere.

    Attributes
    ----------
    bounds
        Between the classes, in the unit shown.
    unit
        Of the bounds, as their labels write it.
    number
        The number of a commune in that unit, None when it is absent.
    cut
        The class and the words of a commune under some bounds.
    is_left_open
        Whether a value equal to a bound is in the class below it.
    """

    bounds: tuple[float, ...]
    unit: str
    number: Callable[[Row], float | None]
    cut: Callable[[Sequence[float]], tuple[Classify, Write]]
    is_left_open: bool = False


@dataclass(frozen=True)
class Indicator:
    """What a choropleth shows: a column of the communes, cut into classes.

    Attributes
    ----------
    id
        Name in URLs, e.g. `fibre`.
    group
        What it is about, as the menu gathers indicators.
    column
        Column of the published table of the units.
    definition
        French words: label, question, unit, period and sources.
    classes
        In the order of the legend; `class_of` returns a position in this tuple.
    missing_label
        Legend of the units without a class.
    classify, write
        The class and the words of a unit.
    units
        What is coloured: communes, or territories made of them.
    measure
        Number behind the class, when it is not that of the column.
    scale
        How the number is cut; None when there is no number, or when its classes say what it means.
    circles
        Column of a count that circles show over the colours; empty for none.
    """

    id: str
    group: str
    column: str
    definition: Definition
    classes: tuple[MapClass, ...]
    missing_label: str
    classify: Classify
    write: Write
    units: Unit = COMMUNE
    measure: Callable[[Row], float | None] | None = None
    scale: Scale | None = None
    circles: str = ""

    @property
    def label(self) -> str:
        """Short French name."""
        return self.definition.label

    @property
    def question(self) -> str:
        """One French line: what is measured, and when it becomes an alert."""
        return self.definition.question

    @property
    def unit(self) -> str:
        """Unit of the values, empty when there is none."""
        return self.definition.unit

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Identifiers of the sources that the values come from."""
        return self.definition.source_ids

    @property
    def worst_first(self) -> tuple[int, ...]:
        """Positions of the classes, from the one that calls for the most attention."""
        positions = range(len(self.classes))
        return tuple(positions if self.classes[0].is_worst else reversed(positions))

    def class_of(self, row: Row) -> int | None:
        """Position of the unit's class, None when the data do not tell."""
        return self.classify(row)

    def value(self, row: Row) -> float | None:
        """Return the number behind the class, None when there is none."""
        return measured(row, self.column) if self.measure is None else self.measure(row)

    def text(self, row: Row) -> str:
        """Write the unit's value in French, or why it is absent."""
        return self.write(row)


def classes_of(
    labels: Sequence[str], colours: Sequence[str], *, worst: int | None
) -> tuple[MapClass, ...]:
    """Pair labels with colours; the key of a class is its position.

    >>> classes_of(["peu", "beaucoup"], ["#fff", "#000"], worst=1)[1]
    MapClass(key='1', label='beaucoup', colour='#000', is_worst=True)
    """
    return tuple(
        MapClass(str(index), label, colour, is_worst=index == worst)
        for index, (label, colour) in enumerate(zip(labels, colours, strict=True))
    )
