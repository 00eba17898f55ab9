"""What every plan shows, whatever was asked: a finding, figures, a map, tables, steps, limits."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import ClassVar

from markupsafe import Markup

from carto import french
from carto.planning.scenarios.scenario import Scenario
from carto.typography import typeset_numbers
from geodata.csv_text import csv_text
from webapp.siting.plan_map import PlanMap


@dataclass(frozen=True)
class Figure:
    """A figure and its words."""

    value: str
    label: str


@dataclass(frozen=True)
class Cell:
    """A cell of a table: as it is read, and as a file holds it.

    Attributes
    ----------
    text
        What is read.
    value
        What a file holds; the text without one.
    path
        Page it leads to; empty without one.
    """

    text: str
    value: object = None
    path: str = ""


@dataclass(frozen=True)
class Column:
    """A column: its title, and how its cells stand."""

    title: str
    is_number: bool = False
    is_sentence: bool = False


@dataclass(frozen=True)
class PlanTable:
    """A table; the first cell of a row names it.

    Attributes
    ----------
    name
        In addresses and names of files: `communes`, `jours`…
    title
        Its heading.
    note
        What has to be known of it; may be empty.
    empty
        What is said in place of a table without rows.
    """

    MOST_SHOWN: ClassVar[int] = 20

    name: str
    title: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    empty: str = ""

    @property
    def shown(self) -> tuple[tuple[Cell, ...], ...]:
        """The first rows, those of a page; the file has them all."""
        return self.rows[: self.MOST_SHOWN]

    def csv(self) -> str:
        """Write the table for a spreadsheet set to French."""
        header = [column.title for column in self.columns]
        lines = [
            [cell.text if cell.value is None else cell.value for cell in row] for row in self.rows
        ]
        return csv_text(header, lines, french=True)


@dataclass(frozen=True)
class Chart:
    """A drawing with its heading, what it finds, and how to read it."""

    title: str
    svg: Markup
    note: str


@dataclass(frozen=True)
class Plan:
    """An answer.

    Attributes
    ----------
    finding
        The whole in a sentence or two.
    cautions
        What must be read with it, always in sight.
    scenario
        The same plan as a scenario, or its beginning; an empty one when it cannot be.
    scenario_said
        Why the scenario is not the whole plan; empty when it is.
    method
        How it was found, and what it ignores: sentences of the fold.
    """

    finding: str
    cautions: tuple[str, ...]
    figures: tuple[Figure, ...]
    map: PlanMap | None
    tables: tuple[PlanTable, ...]
    charts: tuple[Chart, ...] = ()
    scenario: Scenario = field(default_factory=Scenario)
    scenario_said: str = ""
    method: tuple[str, ...] = ()

    def table(self, name: str) -> PlanTable | None:
        """Find a table by its name."""
        return next((table for table in self.tables if table.name == name), None)


def said(text: str) -> str:
    """Put the spaces of a text as French wants them."""
    return typeset_numbers(text)


def commune_cell(code: str, nom: str) -> Cell:
    """Name a commune, with a link to its page."""
    return Cell(nom, path=f"/commune/{code}")


def number_cell(value: float | None, decimals: int = 0, unit: str = "") -> Cell:
    """Write a number; the file holds it as written, without its unit."""
    if value is None or math.isnan(value):
        return Cell(french.MISSING, "")
    kept = french.rounded(value, decimals)
    return Cell(french.number(value, decimals, unit), int(kept) if decimals == 0 else kept)


def minutes_cell(minutes: float) -> Cell:
    """Write a travel time; out of reach in words."""
    if math.isinf(minutes):
        return Cell("hors d'atteinte")
    return number_cell(minutes, 0, "min")
