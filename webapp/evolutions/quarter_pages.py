"""`/evolutions?t2=…&t=…`: what became of the fibre between two quarters, commune by commune."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from flask import Response, render_template, request
from markupsafe import Markup

from carto import french
from carto.codes import FRANCE_CODE
from carto.drawing.charts.bars import Bar, draw_bars
from carto.folding import folded
from carto.vocabulary import HISTORIQUE
from webapp.asked_query import asked_query
from webapp.csv_answers import csv_answer
from webapp.evolutions import quarter_lines, quarter_words
from webapp.evolutions.choices import Choices, by_name
from webapp.evolutions.quarter_changes import QuarterChange, quarter_change
from webapp.evolutions.quarter_maps import gain_map
from webapp.evolutions.quarter_state import QUARTER_PARAMETERS, QuarterState, read_filters
from webapp.evolutions.quarter_sums import Sums, counts_of, sums
from webapp.maps.fibre_history import FibreHistory
from webapp.maps.map_units import communes_of
from webapp.maps.quarters import GAIN, settle_quarters
from webapp.maps.shown_values import known_quarters
from webapp.page_state import require_usable
from webapp.rule.ruled_snapshot import rule_of
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    FRANCE,
    LoadedSnapshot,
    Row,
)
from webapp.views.provenance import credit
from webapp.views.state import DEFAULT_INDICATOR, MapState, read_state

LARGEST_PAGE = 200


@dataclass(frozen=True)
class Scope:
    """The territory that is shown; type and code are empty for all that is published."""

    type: str
    code: str
    nom: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Asked:
    """What the address asks for: a territory, two quarters, some of its communes."""

    state: QuarterState
    scope: Scope
    history: FibreHistory
    change: QuarterChange
    notices: tuple[str, ...]
    listed: list[int]


def can_compare_quarters(snapshot: LoadedSnapshot) -> bool:
    """Whether the fibre is published at two quarters that may be compared."""
    return known_quarters(snapshot, snapshot.communes).can_compare


def is_about_quarters() -> bool:
    """Whether the address asks for two quarters rather than two releases."""
    return any(name in request.args for name in ("t2", "t", "bilan"))


def quarters_page(snapshot: LoadedSnapshot) -> str:
    """Show what became of the fibre between two quarters: sums, territories, communes."""
    asked = _asked(snapshot)
    change, state = asked.change, asked.state
    everyone = np.ones(len(change.rows), dtype=bool)
    counts = counts_of(change.outcomes, everyone)
    words = quarter_words.outcome_words(change.threshold)
    pages = max(1, -(-len(asked.listed) // LARGEST_PAGE))
    page = min(state.page, pages)
    shown = asked.listed[(page - 1) * LARGEST_PAGE : page * LARGEST_PAGE]
    total = sums(change.before, change.after, change.outcomes, everyone)
    parts = _parts(snapshot, asked)
    gains = {part.code: part.total.gain for part in parts}
    territory = (asked.scope.type, asked.scope.code)
    return render_template(
        "pages/evolutions-trimestres.html",
        notices=asked.notices,
        asked=state,
        state=MapState(rule=state.rule),
        scope=asked.scope,
        before=french.quarter(state.before),
        after=french.quarter(state.after),
        quarters=[(one, french.quarter(one)) for one in reversed(asked.history.quarters)],
        summary=quarter_words.summary(total, counts, change.threshold),
        is_historical=change.series == HISTORIQUE,
        outcomes=[
            (key, words[key], french.number(count)) for key, count in counts.items() if count
        ],
        chart=_chart(words, counts, asked.scope),
        map=gain_map(snapshot, territory, _map_state(asked), gains),
        territories=[
            quarter_lines.territory_line(part.nom, part.address, part.total, part.counts)
            for part in parts
        ],
        departements=_departements(snapshot),
        epci=_epci(snapshot, state.departement),
        lines=[quarter_lines.in_words(one, words) for one in _figures(change, shown)],
        matching=len(asked.listed),
        chosen=words[state.outcome].label if state.outcome else "",
        page=page,
        pages=pages,
        credit=credit(snapshot.facts, "fibre", "fibre_history"),
    )


def quarters_file(snapshot: LoadedSnapshot) -> Response:
    """Answer with the communes that the page lists, all its pages at once."""
    asked = _asked(snapshot)
    require_usable(snapshot, asked.notices)
    state = asked.state
    figures = _figures(asked.change, asked.listed)
    quarters = (state.before, state.after)
    text = quarter_lines.quarters_csv(figures, quarters, asked.change.series)
    return csv_answer(text, f"fibre-{state.before}-{state.after}.csv")


def _asked(snapshot: LoadedSnapshot) -> Asked:
    """Read the territory, the quarters and the communes of the address."""
    query = asked_query()
    filters = read_filters(query, snapshot.departements.keys(), snapshot.epci.keys())
    scope = _scope(snapshot, filters.departement, filters.epci)
    history = known_quarters(snapshot, [row["code_insee"] for row in scope.rows])
    read = read_state(query, [DEFAULT_INDICATOR, GAIN], (), QUARTER_PARAMETERS)
    settled, said = settle_quarters(replace(read.state, indicator=GAIN), history)
    after = settled.quarter or history.quarters[-1]
    before = settled.before or history.usual_before(after) or after
    state = QuarterState(
        before,
        after,
        *(filters.departement, filters.epci, filters.outcome, filters.page),
        rule=rule_of(snapshot),
    )
    change = quarter_change(snapshot, scope.rows, before, after)
    ordered = quarter_lines.by_outcome(change.before, change.after, change.outcomes)
    listed = [
        place for place in ordered if state.outcome in (None, str(change.outcomes.outcome[place]))
    ]
    return Asked(state, scope, history, change, (*read.notices, *filters.notices, *said), listed)


def _scope(snapshot: LoadedSnapshot, departement: str | None, epci: str | None) -> Scope:
    """Territory that the address names; all that is published when it names none."""
    for type_, code in ((EPCI, epci), (DEPARTEMENT, departement)):
        if code is not None:
            row = snapshot.territory(type_, code)
            return Scope(type_, code, row["nom"], communes_of(snapshot, type_, code))
    if FRANCE_CODE in snapshot.france:
        return Scope(FRANCE, FRANCE_CODE, "France", list(snapshot.communes.values()))
    if len(snapshot.departements) == 1:
        return _scope(snapshot, next(iter(snapshot.departements)), None)
    inside = [row for row in snapshot.communes.values() if row["is_in_scope"]]
    return Scope("", "", snapshot.facts["title"], inside)


def _figures(change: QuarterChange, places: Sequence[int]) -> list[dict[str, object]]:
    """Gather the figures of some communes."""
    return quarter_lines.commune_figures(
        change.rows, change.before, change.after, change.outcomes, places
    )


def _chart(
    words: Mapping[str, quarter_words.OutcomeWords], counts: Mapping[str, int], scope: Scope
) -> Markup:
    """Draw how many communes had each outcome."""
    bars = [
        Bar(words[key].label, count, french.number(count)) for key, count in counts.items() if count
    ]
    return Markup(draw_bars(f"Ce que sont devenues les communes, {scope.nom}", bars))  # noqa: S704


def _map_state(asked: Asked) -> MapState:
    """State of a map that shows the same difference."""
    is_latest = asked.state.after == asked.history.quarters[-1]
    quarter = None if is_latest else asked.state.after
    return MapState(GAIN, quarter=quarter, before=asked.state.before, rule=asked.state.rule)


@dataclass(frozen=True)
class Part:
    """A smaller territory: its name, its own page of two quarters, its sums and its outcomes."""

    code: str
    nom: str
    address: str
    total: Sums
    counts: Mapping[str, int]


def _parts(snapshot: LoadedSnapshot, asked: Asked) -> list[Part]:
    """Part the communes by EPCI inside a département, by département above."""
    if asked.scope.type == EPCI:
        return []
    is_wide = asked.scope.type != DEPARTEMENT
    column, level = ("departement", DEPARTEMENT) if is_wide else ("siren_epci", EPCI)
    codes = np.array([row[column] for row in asked.scope.rows], dtype=object)
    change, found = asked.change, []
    for code, row in snapshot.level(level).items():
        chosen = codes == code
        if chosen.any():
            inside = (code, None) if is_wide else (asked.state.departement, code)
            total = sums(change.before, change.after, change.outcomes, chosen)
            counts = counts_of(change.outcomes, chosen)
            found.append(Part(code, row["nom"], asked.state.within(*inside).url(), total, counts))
    return sorted(found, key=lambda part: folded(part.nom))


def _departements(snapshot: LoadedSnapshot) -> Choices:
    """Départements to choose from, by name."""
    return by_name((code, row["nom"]) for code, row in snapshot.departements.items())


def _epci(snapshot: LoadedSnapshot, departement: str | None) -> Choices:
    """EPCI to choose from, by name: those of the département, or all of a small snapshot."""
    if departement is None and len(snapshot.departements) > 1:
        return []
    return by_name(
        (code, row["nom"])
        for code, row in snapshot.epci.items()
        if departement is None or departement in row["departements"].split("|")
    )
