"""`/comparer`: two to four territories side by side, whatever their level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from carto import french
from carto.drawing.indicators.classification import indicators_for
from carto.said_back import words_of
from webapp.comparison.compared_ids import (
    FEWEST_COMPARED,
    MOST_COMPARED,
    TerritoryId,
    read_ids,
    write_ids,
)
from webapp.comparison.compared_maps import projection_line, small_maps
from webapp.comparison.compared_rollout import (
    Histories,
    histories_of,
    rollout_chart,
    rows_at,
    together,
)
from webapp.comparison.compared_territories import (
    Territory,
    compared_territories,
    is_of_several_levels,
    references,
)
from webapp.comparison.comparison_legend import shared_legends
from webapp.comparison.comparison_neighbourhood import around, starting_points, to_add
from webapp.comparison.comparison_search import Meant, matching
from webapp.comparison.comparison_sentence import finding
from webapp.comparison.comparison_strips import strips
from webapp.comparison.comparison_suggestions import Suggestions, comparison_address
from webapp.comparison.comparison_table import Line, comparison_csv, table_lines
from webapp.csv_answers import csv_answer
from webapp.maps.quarters import settle_quarters
from webapp.page_state import current_view, page_state, require_usable
from webapp.search.search import LONGEST_QUESTION, search
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.compared_measures import Measure, compared_measures
from webapp.views.provenance import credit
from webapp.views.state import MapState

blueprint = Blueprint("compare_pages", __name__)

IDS, ADDED = "ids", "q"


@dataclass(frozen=True)
class Asked:
    """What the address of a comparison asks for.

    Attributes
    ----------
    ids
        Territories that exist, at most four.
    state
        State of the maps.
    notices
        What could not be used.
    question
        Name of a territory to add, as it was typed.
    meant
        What the name may mean, when it is not one territory alone.
    quarters
        Quarters of the fibre that the maps may show.
    """

    ids: tuple[TerritoryId, ...]
    state: MapState
    notices: tuple[str, ...]
    question: str
    meant: Meant | None
    quarters: tuple[str, ...]

    @property
    def written(self) -> str:
        """Write the territories as the address does."""
        return write_ids(self.ids)

    @property
    def kept(self) -> Mapping[str, str]:
        """Parameters of the state that a form must carry along."""
        return self.state.elsewhere().query()

    def url(self, path: str = "/comparer") -> str:
        """Write the address of `path` with these territories and this state."""
        return comparison_address(self.ids, self.state, path)

    @property
    def is_written_otherwise(self) -> bool:
        """Whether the address says the same thing in another way, and nothing has to be said."""
        given = request.args.getlist(IDS)
        written = [self.written] if self.ids else []
        # A form writes a comma in three letters; an address to copy has the comma itself.
        is_readable = b"%2C" not in request.query_string.upper()
        is_canonical = given == written and ADDED not in request.args and is_readable
        return not (is_canonical or self.notices or self.meant)


@dataclass(frozen=True)
class Comparison:
    """The territories of a page, what stands beside them, and what is measured."""

    territories: tuple[Territory, ...]
    beside: tuple[Territory, ...]
    measures: tuple[Measure, ...]
    lines: list[Line]
    histories: Histories


@blueprint.get("/comparer")
def compare() -> str | Answer:
    """Compare territories; with fewer than two, ask for them."""
    snapshot = current_view()
    asked = _asked(snapshot)
    if asked.is_written_otherwise:
        return redirect(asked.url(), 302)
    compared = _comparison(snapshot, asked)
    common = {
        "asked": asked,
        "state": asked.state,
        "notices": asked.notices,
        "territories": compared.territories,
        "removals": [
            comparison_address([one for one in asked.ids if one != id_], asked.state)
            for id_ in asked.ids
        ],
        "most": MOST_COMPARED,
        "groups": _groups(snapshot, compared.territories, asked.state),
    }
    if len(asked.ids) < FEWEST_COMPARED:
        return render_template("pages/comparer.html", compared=None, **common)
    maps = small_maps(snapshot, compared.territories, asked.state)
    indicators = indicators_for(snapshot.facts)
    return render_template(
        "pages/comparer.html",
        compared=compared,
        finding=finding(compared.territories, [one for one in compared.measures if one.alert]),
        is_of_several_levels=is_of_several_levels(compared.territories),
        maps=maps,
        projection=projection_line(maps),
        legends=shared_legends([one.coloured for one in maps if one.coloured is not None]),
        indicator=indicators[asked.state.indicator],
        indicators=indicators.values(),
        strips=strips(compared.territories, compared.beside, compared.measures),
        rollout=rollout_chart(
            (*compared.territories, *compared.beside),
            compared.histories,
            credit(snapshot.facts, "fibre", "fibre_history"),
        ),
        quarters=[(one, french.quarter(one)) for one in reversed(asked.quarters)],
        csv=asked.url("/comparer.csv"),
        **common,
    )


@blueprint.get("/comparer.csv")
def compare_file() -> Response:
    """Answer with every figure of the comparison, references included."""
    snapshot = current_view()
    asked = _asked(snapshot)
    require_usable(snapshot, asked.notices)
    compared = _comparison(snapshot, asked)
    columns = (*compared.territories, *compared.beside)
    text = comparison_csv(columns, compared.lines, snapshot.id)
    name = f"comparaison-{'-'.join(one.code for one in asked.ids)}"[:120]
    return csv_answer(text, f"{name}.csv")


def _asked(snapshot: LoadedSnapshot) -> Asked:
    """Read the territories, the one to add by its name, and the state of the maps."""
    read = page_state(snapshot, (), IDS, ADDED)
    found = read_ids(
        ",".join(request.args.getlist(IDS)), lambda type_, code: code in snapshot.level(type_)
    )
    question = words_of(request.args.get(ADDED, ""))[:LONGEST_QUESTION]
    ids, meant = found.ids, None
    if question:
        meant = matching(question, search(question, snapshot.names), ids, read.state)
        if meant.added is not None:
            ids, meant = (*ids, meant.added), None
    history = together(histories_of(snapshot, ids))
    state, said = settle_quarters(read.state, history)
    notices = (*read.notices, *found.notices, *said)
    return Asked(ids, state, notices, question, meant, history.quarters)


def _groups(
    snapshot: LoadedSnapshot, territories: Sequence[Territory], state: MapState
) -> list[Suggestions]:
    """Offer territories to add, or to start from."""
    if not territories:
        return starting_points(snapshot, state)
    return to_add(snapshot, territories, state)


def _comparison(snapshot: LoadedSnapshot, asked: Asked) -> Comparison:
    """Gather the rows, at the quarter that is asked for, and every figure."""
    chosen = [(id_, snapshot.territory(id_.type, id_.code)) for id_ in asked.ids]
    others = around(snapshot, compared_territories(chosen))
    histories = histories_of(snapshot, [id_ for id_, _ in (*chosen, *others)])
    quarter = asked.state.quarter
    territories = compared_territories(rows_at(chosen, histories, quarter))
    beside = references(territories, rows_at(others, histories, quarter))
    told = {one.fibre_quarters for one in (*territories, *beside)} - {""}
    measures = compared_measures(snapshot.facts, told)
    lines = table_lines((*territories, *beside), measures, snapshot.facts)
    return Comparison(territories, beside, measures, lines, histories)
