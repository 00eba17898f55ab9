"""The table of communes: every one of them, sortable, with its reasons in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.indicator import Indicator
from carto.folding import folded
from carto.tables.shared import HOURS_RATE_UNIT
from webapp.views.state import MapState

Row = Mapping[str, Any]
Rank = tuple[float | str, ...]

ASCENDING, DESCENDING = "croissant", "decroissant"
WITHOUT_CLASS = "absente"
DEFAULT_SORT = "verdict"
TABLE_PARAMETERS = ("tri", "ordre", "classe")


@dataclass(frozen=True)
class SortKey:
    """A way to order the table: its French header and the value it orders by."""

    id: str
    label: str
    value: Callable[[Row], Rank | None]
    first_order: str


def _number(column: str) -> Callable[[Row], Rank | None]:
    """Order by a column; a missing value has no rank."""
    return lambda row: None if row[column] is None else (row[column],)


def _severity(row: Row) -> Rank | None:
    """Order by the lowest class a commune may take, then by its score."""
    if row["verdict_low"] is None:
        return None
    return row["verdict_low"], -1.0 if row["score"] is None else row["score"]


def _name(row: Row) -> Rank:
    """Order by name, as a French reader expects: accents do not count."""
    return (folded(row["nom"]),)


SORT_KEYS = {
    key.id: key
    for key in (
        SortKey("nom", "Commune", _name, ASCENDING),
        SortKey("population", "Habitants", _number("population"), DESCENDING),
        SortKey("verdict", "Verdict", _severity, DESCENDING),
        SortKey("temps", "Temps d'accès", _number("nearest_site_min"), DESCENDING),
        SortKey(
            "acces",
            "Offre accessible",
            _number("accessibility"),
            ASCENDING,
        ),
        SortKey("besoin", "Besoin", _number("need"), DESCENDING),
        SortKey("fibre", "Fibre", _number("taux_couverture_ftth"), ASCENDING),
    )
}


@dataclass(frozen=True)
class TableState:
    """How the table is ordered and filtered."""

    sort: str = DEFAULT_SORT
    order: str = DESCENDING
    class_key: str | None = None


@dataclass(frozen=True)
class Line:
    """One commune of the table, in words."""

    code: str
    nom: str
    population: str
    verdict: str
    verdict_key: str
    minutes: str
    accessibility: str
    need: str
    fibre: str
    sentence: str


def read_table_state(
    query: Mapping[str, str], indicator: Indicator
) -> tuple[TableState, tuple[str, ...]]:
    """Read the order and the filter of the table.

    Returns
    -------
    tuple
        A usable state, and one French notice per value that was replaced by its default.
    """
    notices = []
    sort = query.get("tri", DEFAULT_SORT)
    if sort not in SORT_KEYS:
        notices.append(f"Le tri « {sort[:20]} » n'existe pas : le tableau est trié par verdict.")
        sort = DEFAULT_SORT
    order = query.get("ordre", SORT_KEYS[sort].first_order)
    if order not in (ASCENDING, DESCENDING):
        notices.append(f"L'ordre « {order[:20]} » n'est pas compris (croissant ou decroissant).")
        order = SORT_KEYS[sort].first_order
    class_key = query.get("classe") or None
    known = (WITHOUT_CLASS, *(class_.key for class_ in indicator.classes))
    if class_key is not None and class_key not in known:
        notices.append(
            f"La classe « {class_key[:20]} » n'existe pas pour cet indicateur : "
            "toutes les communes sont listées."
        )
        class_key = None
    return TableState(sort, order, class_key), tuple(notices)


def ordered(rows: Iterable[Row], state: TableState, indicator: Indicator) -> list[Row]:
    """Filter and order communes; those without a value come last in both orders.

    Ties keep the order of names, so that equal pages are equal.
    """
    rank = SORT_KEYS[state.sort].value
    kept = sorted((row for row in rows if _is_kept(row, state, indicator)), key=_name)
    ranked = [(value, row) for row in kept if (value := rank(row)) is not None]
    ranked.sort(key=lambda pair: pair[0], reverse=state.order == DESCENDING)
    return [row for _, row in ranked] + [row for row in kept if rank(row) is None]


def lines(rows: Iterable[Row], indicators: Mapping[str, Indicator]) -> list[Line]:
    """Put communes in words, in the order given."""
    return [
        Line(
            code=row["code_insee"],
            nom=row["nom"],
            population=french.number(row["population"]),
            verdict=indicators["verdict"].text(row),
            verdict_key=row["verdict"],
            minutes=indicators["temps"].text(row),
            accessibility=indicators["acces"].text(row).replace(HOURS_RATE_UNIT, "h"),
            need=indicators["besoin"].text(row),
            fibre=indicators["fibre"].text(row),
            sentence=row["sentence"],
        )
        for row in rows
    ]


def _is_kept(row: Row, state: TableState, indicator: Indicator) -> bool:
    """Whether a commune passes the filter by class."""
    if state.class_key is None:
        return True
    position = indicator.class_of(row)
    key = WITHOUT_CLASS if position is None else indicator.classes[position].key
    return key == state.class_key


@dataclass(frozen=True)
class Header:
    """A header of the table: a link that sorts by it, and how it sorts now."""

    label: str
    url: str
    aria_sort: str
    arrow: str
    is_number: bool


def headers(path: str, map_state: MapState, state: TableState) -> list[Header]:
    """Write the headers; the link of the present one turns the order round."""
    found = []
    for key in SORT_KEYS.values():
        is_present = key.id == state.sort
        order = _turned(state.order) if is_present else key.first_order
        more = {"classe": state.class_key} if state.class_key else {}
        found.append(
            Header(
                label=key.label,
                url=map_state.url(path, tri=key.id, ordre=order, **more),
                aria_sort=_ARIA[state.order] if is_present else "none",
                arrow=_ARROWS[state.order] if is_present else "",
                is_number=key.id not in ("nom", "verdict"),
            )
        )
    return found


_ARIA = {ASCENDING: "ascending", DESCENDING: "descending"}
_ARROWS = {ASCENDING: " ↑", DESCENDING: " ↓"}


def _turned(order: str) -> str:
    return ASCENDING if order == DESCENDING else DESCENDING
