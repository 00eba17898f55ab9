"""The fibre of compared territories: their values at one quarter, their lines over all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from carto import french
from carto.drawing.charts.figure import ChartTable, figure
from carto.drawing.charts.lines import Line, draw_lines
from carto.drawing.indicators.units import COMMUNE, EPCI, Unit
from carto.drawing.wording import RATE
from carto.measures.denominators import denominator_of
from carto.vocabulary import HISTORIQUE, RELEVE
from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.compared_territories import Territory
from webapp.maps.fibre_history import COUNTS, FibreHistory
from webapp.maps.shown_values import fibre_history
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row

Histories = Mapping[TerritoryId, FibreHistory]
_MOST_LINES = 4
APART = (
    " Les morceaux qui ne sont pas reliés ne se comparent pas : leurs locaux ne sont pas comptés "
    "de la même façon."
)


def histories_of(
    snapshot: LoadedSnapshot, ids: Iterable[TerritoryId]
) -> dict[TerritoryId, FibreHistory]:
    """Read the fibre of territories at every quarter."""
    return {id_: fibre_history(snapshot, [id_.code], _unit(id_.type)) for id_ in ids}


def together(histories: Histories) -> FibreHistory:
    """Gather the quarters at which one territory at least is known, without any count."""
    return FibreHistory.known_at(
        {
            (name, quarter)
            for history in histories.values()
            for name, quarters in history.series.items()
            for quarter in quarters
        }
    )


def rows_at(
    chosen: Iterable[tuple[TerritoryId, Row]], histories: Histories, quarter: str | None
) -> list[tuple[TerritoryId, Row]]:
    """Give territories the counts of a quarter; None for the latest, which rows have already."""
    if quarter is None:
        return list(chosen)
    return [(id_, _row_at(id_.code, row, histories[id_], quarter)) for id_, row in chosen]


def rollout_chart(
    territories: Sequence[Territory], histories: Histories, source: str
) -> Markup | None:
    """Draw the coverage of territories over the quarters, with its figures.

    Parameters
    ----------
    territories
        Those compared, then references; the first four that are known are drawn.
    histories
        Fibre of each at every quarter.
    source
        Producers and dates.

    Returns
    -------
    Markup or None
        None when a single quarter is known.
    """
    lines = [
        Line(f"{one.letter} {one.nom}".strip(), _pieces(histories[one.id])) for one in territories
    ]
    lines = [one for one in lines if one.shares][:_MOST_LINES]
    quarters = sorted({quarter for one in lines for quarter in one.shares})
    if len(quarters) < 2:
        return None
    rows = [
        [french.quarter(quarter), *(french.percent(one.shares.get(quarter)) for one in lines)]
        for quarter in reversed(quarters)
    ]
    table = ChartTable(
        "Part des locaux raccordables à la fibre, par trimestre",
        ["Trimestre", *(one.label for one in lines)],
        rows,
    )
    found = f"Du {french.quarter(quarters[0])} au {french.quarter(quarters[-1])}"
    finding = f"{found} : {' ; '.join(map(_said, lines))}."
    drawing = draw_lines("Couverture par la fibre", lines)
    apart = APART if any(len(one.pieces) > 1 for one in lines) else ""
    return Markup(figure(drawing, finding, table, f"{source}.{apart}"))  # noqa: S704 - escaped by figure


def _pieces(history: FibreHistory) -> list[dict[str, float]]:
    """Part the quarters of a territory where its premises were counted in another way.

    A quarter that both series tell is that of the longer one.
    """
    names = sorted((RELEVE, HISTORIQUE), key=lambda one: -len(history.series.get(one, {})))
    pieces: dict[tuple[str, int], dict[str, float]] = {}
    told: set[str] = set()
    for name in names:
        quarters = history.series.get(name, {})
        for quarter, counts in sorted(quarters.items()):
            share = next(iter(counts.values()))[RATE]
            if share is not None and quarter not in told:
                definition = 0 if name == HISTORIQUE else denominator_of(quarter)
                pieces.setdefault((name, definition), {})[quarter] = share
        told |= quarters.keys()
    return sorted(pieces.values(), key=min)


def _said(one: Line) -> str:
    """Say where a line starts and ends, when both compare."""
    first, *_, last = (*one.shares.values(), *list(one.shares.values())[-1:])
    if len(one.pieces) > 1:
        return f"{one.label}, {french.percent(last)} à la fin"
    return f"{one.label}, de {french.percent(first)} à {french.percent(last)}"


def _row_at(code: str, row: Row, history: FibreHistory, quarter: str) -> Row:
    """Give a territory the counts of a quarter; none where it is not known."""
    if quarter not in history.quarters:
        return {**row, **dict.fromkeys(COUNTS), "fibre_quarter": quarter}
    return history.at([row], lambda _: code, quarter)[0]


def _unit(type_: str) -> Unit:
    """Make the unit of a type, as the tables of the fibre name it."""
    return COMMUNE if type_ == COMMUNE.type else replace(EPCI, type=type_)
