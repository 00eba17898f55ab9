"""The fibre of a territory quarter after quarter, beside the ones above it, as lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from carto import french
from carto.drawing.charts.figure import ChartTable, figure
from carto.drawing.charts.lines import Line, draw_lines
from carto.vocabulary import HISTORIQUE, RELEVE
from webapp.views.provenance import Facts, credit

Row = Mapping[str, Any]
# A territory: its name, and its rows of `fibre` or `territory_fibre`.
Told = tuple[str, Sequence[Row]]

_RATE, _INFORMED = "taux_couverture_ftth", "fibre_informed_share"
_FORMULA = (
    "Somme des locaux raccordables sur somme des locaux, des communes renseignées à chaque "
    "trimestre."
)
_APART = (
    "Les trimestres tracés à part ont été comptés autrement (une seule estimation des locaux pour "
    "tous) : les deux morceaux ne se comparent pas point à point."
)


def fibre_lines(told: Sequence[Told], facts: Facts) -> str:
    """Draw the coverage of territories over the quarters.

    Parameters
    ----------
    told
        The territory of the page first, then those it is compared with; at most four.
    facts
        Facts of the snapshot.

    Returns
    -------
    str
        A `<figure>`; empty when fewer than two quarters of the territory are known.
    """
    lines = [Line(nom, _pieces(rows)) for nom, rows in told]
    if not lines or len(lines[0].shares) < 2:
        return ""
    known = [line for line in lines if line.shares]
    return figure(
        draw_lines("Part des locaux raccordables à la fibre", known),
        _finding(known),
        _table(known, told[0][1]),
        f"{credit(facts, 'fibre', 'fibre_history')}. {_FORMULA}{_apart(known)}",
    )


def _pieces(rows: Sequence[Row]) -> list[dict[str, float]]:
    """Choose the quarters of each series: the longest reach first, never two for one quarter."""
    series: dict[str, dict[str, float]] = {HISTORIQUE: {}, RELEVE: {}}
    for row in rows:
        if row[_RATE] is not None:
            series[row["series"]][row["quarter"]] = row[_RATE]
    past, now = series[HISTORIQUE], series[RELEVE]
    if past and now and max(past) < max(now):
        past = {name: share for name, share in past.items() if name < min(now)}
        return [piece for piece in (past, now) if piece]
    return [past or now] if past or now else []


def _apart(lines: Sequence[Line]) -> str:
    """Say that two pieces do not compare, when a line has two."""
    return f" {_APART}" if any(len(line.pieces) > 1 for line in lines) else ""


def _finding(lines: Sequence[Line]) -> str:
    """Say the last value of each line, and how far the first one came within its last piece."""
    here = lines[0]
    last = here.pieces[-1]
    first_quarter, last_quarter = min(last), max(last)
    since = ""
    if first_quarter != last_quarter:
        since = f", contre {french.percent(last[first_quarter])} au {french.quarter(first_quarter)}"
    others = "".join(f" ; {line.label} : {_last(line, last_quarter)}" for line in lines[1:])
    return (
        f"{here.label} : {french.percent(last[last_quarter])} au {french.quarter(last_quarter)}"
        f"{since}{others}."
    )


def _last(line: Line, quarter: str) -> str:
    """Write the last value of a line, with its quarter when it is another."""
    name, share = list(line.shares.items())[-1]
    when = "" if name == quarter else f" au {french.quarter(name)}"
    return f"{french.percent(share)}{when}"


def _table(lines: Sequence[Line], rows: Sequence[Row]) -> ChartTable:
    """Write every quarter, the latest first, with the share of the people informed."""
    informed = {(row["quarter"], row["series"]): row.get(_INFORMED) for row in rows}
    has_share = any(share is not None for share in informed.values())
    quarters = sorted({name for line in lines for name in line.shares}, reverse=True)
    cells = []
    for name in quarters:
        shares = [informed.get((name, series)) for series in (RELEVE, HISTORIQUE)]
        told = next((share for share in shares if share is not None), None)
        cells.append(
            [
                french.quarter(name),
                *(french.percent(line.shares.get(name)) for line in lines),
                *([french.percent(told)] if has_share else []),
            ]
        )
    columns = ["Trimestre", *(line.label for line in lines)]
    return ChartTable(
        "Part des locaux raccordables, du dernier trimestre au premier",
        [*columns, "Population renseignée"] if has_share else columns,
        cells,
    )
