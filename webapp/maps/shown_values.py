"""What a map shows of an indicator in a state: of which quarter, cut into which classes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from carto import french
from carto.drawing.indicators.classification import indicators_for
from carto.drawing.indicators.data_classes import THRESHOLDS, can_be_cut, cut_by_values
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import COMMUNE, DEPARTEMENT, EPCI, Unit
from carto.typography import typeset
from webapp.maps.fibre_history import COLUMNS, COUNTS, Comparison, FibreHistory
from webapp.maps.quarters import DATED, GAIN, settle_quarters
from webapp.snapshots.laid_over import LaidOver
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row
from webapp.views.state import MapState, ReadState

_MOST_COMMUNES = 5000


@dataclass(frozen=True)
class Shown:
    """An indicator as a map shows it.

    Attributes
    ----------
    indicator
        With the quarters in its words, and the classes asked for.
    rows
        The units, with the counts of the quarter.
    note
        How the classes were made when they are not the fixed ones; empty otherwise.
    span
        Quarter that a gain starts from, and quarter shown; None for the latest data.
    """

    indicator: Indicator
    rows: Sequence[Row]
    note: str = ""
    span: tuple[str, str] | None = None


def known_indicators(snapshot: LoadedSnapshot) -> dict[str, Indicator]:
    """List the indicators that a snapshot has something to show of, by id."""
    absent = set()
    if not any(row["robustness"] for row in snapshot.communes.values()):
        absent.add("solidite")
    if not _has_two_quarters(snapshot):
        absent.add(GAIN)
    every = indicators_for(snapshot.facts)
    return {key: indicator for key, indicator in every.items() if key not in absent}


def known_quarters(
    snapshot: LoadedSnapshot, codes: Collection[str], unit: Unit = COMMUNE
) -> FibreHistory:
    """Read at which quarters the fibre of some communes or territories is known, without counts.

    The quarters of very many communes are those of the départements, told in fewer rows.
    """
    if unit == COMMUNE and len(codes) > _MOST_COMMUNES and snapshot.departements:
        codes, unit = snapshot.departements, DEPARTEMENT
    table, wanted, _ = _place_of(unit, codes)
    found = snapshot.snapshot.columns_of(table, ["series", "quarter"], wanted)
    return FibreHistory.known_at(set(zip(found["series"], found["quarter"], strict=True)))


def fibre_history(
    snapshot: LoadedSnapshot,
    codes: Collection[str],
    unit: Unit = COMMUNE,
    quarters: Collection[str] = (),
) -> FibreHistory:
    """Read the fibre of some communes or territories, at every quarter unless some are named.

    Parameters
    ----------
    snapshot
        Where it is published.
    codes
        Codes of the communes or territories.
    unit
        What they are.
    quarters
        Those wanted; all of them by default.
    """
    table, wanted, key = _place_of(unit, codes)
    if quarters:
        wanted = {**wanted, "quarter": quarters}
    found = snapshot.snapshot.columns_of(table, [key, *COLUMNS], wanted)
    return FibreHistory.of(found[key], found)


def _place_of(unit: Unit, codes: Collection[str]) -> tuple[str, dict[str, Collection[str]], str]:
    """Table of the fibre of some units, what its rows must hold, and their code in it."""
    if unit == COMMUNE:
        return "fibre", {"code_insee": codes}, "code_insee"
    return "territory_fibre", {"type": [unit.type], "code": codes}, "code"


def with_quarters(
    snapshot: LoadedSnapshot, read: ReadState, codes: Collection[str], unit: Unit = COMMUNE
) -> ReadState:
    """Replace the quarters of a state by ones that the fibre of some units has."""
    if not _needs_history(read.state):
        return read
    state, notices = settle_quarters(read.state, known_quarters(snapshot, codes, unit))
    return ReadState(state, (*read.notices, *notices))


def shown_values(
    snapshot: LoadedSnapshot,
    indicator: Indicator,
    rows: Sequence[Row],
    state: MapState,
    territory: str,
) -> Shown:
    """Give an indicator the quarter and the classes that a state asks for.

    Parameters
    ----------
    snapshot
        Where the rows are published.
    indicator
        Any of the snapshot.
    rows
        Units of the map.
    state
        What a reader asks for; quarters that the data do not have are replaced.
    territory
        French name of what the units make up.
    """
    shown = _of_quarter(snapshot, indicator, rows, replace(state, indicator=indicator.id))
    if state.method == THRESHOLDS or not can_be_cut(indicator):
        return shown
    cut = cut_by_values(shown.indicator, shown.rows, state.method, territory)
    return replace(shown, indicator=cut.indicator, note=cut.note)


def _of_quarter(
    snapshot: LoadedSnapshot, indicator: Indicator, rows: Sequence[Row], state: MapState
) -> Shown:
    """Give the rows the counts of the quarter, and the indicator its name."""
    if indicator.id not in DATED or not _needs_history(state):
        return Shown(indicator, rows)
    units = indicator.units
    codes = {units.code(row) for row in rows}
    known = known_quarters(snapshot, codes, units)
    state, _ = settle_quarters(state, known)
    if state.quarter is None and indicator.id != GAIN:
        return Shown(indicator, rows)
    quarter = state.quarter or known.quarters[-1]
    before = state.before or known.usual_before(quarter) or quarter
    history = fibre_history(snapshot, codes, units, {before, quarter})
    shown = at_quarter(history, indicator, rows, (before, quarter), Comparison.of(snapshot.facts))
    credit = indicators_for(snapshot.facts)[GAIN].definition.credit
    named = replace(shown.indicator.definition, credit=credit)
    return replace(shown, indicator=replace(shown.indicator, definition=named))


def at_quarter(
    history: FibreHistory,
    indicator: Indicator,
    rows: Sequence[Row],
    span: tuple[str, str],
    compared: Comparison,
) -> Shown:
    """Give rows the counts of the end of a span, or their gain over it; the words say which."""
    code_of, (before, quarter) = indicator.units.code, span
    if indicator.id == GAIN:
        rows = history.between(rows, code_of, span, compared)
        period = f"du {french.quarter(before)} au {french.quarter(quarter)}"
        question = indicator.question.replace("entre deux trimestres", period)
    else:
        rows = history.at(rows, code_of, quarter)
        period, question = french.quarter(quarter), indicator.question
    named = replace(indicator.definition, question=typeset(question), period=typeset(period))
    return Shown(replace(indicator, definition=named), rows, span=span)


def territory_then(
    snapshot: LoadedSnapshot, type_: str, code: str, span: tuple[str, str] | None
) -> Row:
    """Give the row of a territory its counts of a quarter, as what its map shows has them.

    Parameters
    ----------
    snapshot
        Where it is published.
    type_, code
        The territory.
    span
        As in `Shown`.
    """
    row = snapshot.territory(type_, code)
    if span is None:
        return row
    wanted = {"type": [type_], "code": [code]}
    found = snapshot.snapshot.columns_of("territory_fibre", ["code", *COLUMNS], wanted)
    history = FibreHistory.of(found["code"], found)
    if span[1] not in history.quarters:
        return LaidOver(row, dict.fromkeys(COUNTS))
    (then,) = history.at([row], lambda _: code, span[1])
    return then


def _needs_history(state: MapState) -> bool:
    """Whether a state asks for a quarter besides the latest one."""
    return state.quarter is not None or state.before is not None or state.indicator == GAIN


def _has_two_quarters(snapshot: LoadedSnapshot) -> bool:
    """Whether a gain can be computed somewhere."""
    kind = DEPARTEMENT if snapshot.departements else EPCI
    return known_quarters(snapshot, snapshot.level(kind.type), kind).can_compare
