"""A chart on a page: the finding in words, the drawing, and its data as a table to open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing.svg import element, text
from carto.typography import thin_thousands, typeset


@dataclass(frozen=True)
class ChartTable:
    """The data of a chart, in words.

    Attributes
    ----------
    caption
        What the rows are.
    columns
        Headers; the first is that of the name of a row.
    rows
        Cells, as many as there are columns.
    """

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def figure(drawing: str, finding: str, table: ChartTable, source: str = "") -> str:
    """Put a chart, its finding and its data together, as HTML.

    Parameters
    ----------
    drawing
        The `<svg>` element.
    finding
        One or two French sentences: what the chart shows.
    table
        The same data for who would rather read them.
    source
        Producers and dates; empty when the page says them nearby.
    """
    said = element("p", _said(finding), class_="trouvaille")
    credit = element("p", _said(source), class_="source") if source else ""
    summary = element("summary", "Les chiffres du graphique")
    data = element("details", summary + _table(table))
    return element(
        "figure", element("figcaption", said) + drawing + credit + data, class_="dessin graphe"
    )


def _table(table: ChartTable) -> str:
    """Write the data; the first cell of a row names it."""
    first, *others = table.columns
    heads = element("th", _said(first), scope="col") + "".join(
        element("th", _said(name), scope="col", class_="n") for name in others
    )
    rows = "".join(_row(row) for row in table.rows)
    content = (
        element("caption", _said(table.caption))
        + element("thead", element("tr", heads))
        + element("tbody", rows)
    )
    return element(
        "div",
        element("table", content),
        class_="defile",
        role="region",
        aria_label=typeset(table.caption),
        tabindex=0,
    )


def _row(cells: Sequence[str]) -> str:
    """Write one row of the data."""
    first, *others = cells
    values = "".join(element("td", _said(cell), class_="n") for cell in others)
    return element("tr", element("th", _said(first), scope="row") + values)


def _said(words: str) -> str:
    """Set French words with their non-breaking spaces, escaped."""
    return text(thin_thousands(typeset(words)))
