"""`/scenario`: add, move, remove places and hours, and see beforehand what that changes.

A gesture (a click, a drag, a form) is an address too: the answer leads to the address of the
scenario that follows, or says why nothing changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from carto.planning.scenarios.scenario import Scenario
from carto.said_back import words_of
from carto.typography import typeset
from webapp.asked_query import asked_query
from webapp.planning.asked_scenario import asked_scenario, asked_values
from webapp.planning.planned_territory import territory_choices
from webapp.planning.scenario_address import (
    SCENARIO_PARAMETERS,
    STATE,
    VERSION,
    Pair,
    scenario_pairs,
)
from webapp.planning.scenario_effect import scenario_effect
from webapp.rule.ruled_snapshot import rule_of
from webapp.scenarios.asked_gesture import Knowledge, Refused, asked_gesture
from webapp.scenarios.asked_page import Asked, asked_page
from webapp.scenarios.change_list import CHOSEN
from webapp.scenarios.gesture import TYPED, after
from webapp.scenarios.scenario_territory import read_perimeter
from webapp.scenarios.scenario_view import ScenarioView
from webapp.scenarios.suggested_place import PATH
from webapp.scenarios.written_changes import Written, written_changes
from webapp.search.search import LONGEST_QUESTION
from webapp.snapshots.current_snapshot import current
from webapp.views.state import MapState

blueprint = Blueprint("scenario_pages", __name__)


@blueprint.get(PATH)
def scenario() -> str | Response:
    """Show a scenario; a gesture leads to the one that follows it."""
    perimeter, notices = read_perimeter(current(), asked_query())
    if perimeter is None:
        return render_template(
            "pages/scenario-territoire.html",
            notices=notices,
            choices=territory_choices(current(), None),
        )
    asked = asked_page(perimeter)
    found = _after_gesture(asked)
    if isinstance(found, Scenario):
        return redirect(replace(asked.page, scenario=found).url())
    page, query = asked.page, asked_query()
    wanted = _told([*page.pairs, *_chosen_pair(query)])
    if not (found or asked.notices) and _told(request.args.items(multi=True)) != wanted:
        return redirect(page.url(dict(_chosen_pair(query))))
    territory = page.perimeter.type, page.perimeter.code
    ground = asked.surface.names.ground
    view = ScenarioView(
        published=current(),
        snapshot=asked.snapshot,
        page=page,
        surface=asked.surface,
        effect=scenario_effect(
            asked.snapshot, territory, ground, page.scenario, asked.changes.homes
        ),
        chosen_id=query.get(CHOSEN, ""),
        refusal=found if isinstance(found, Refused) else None,
        typed=words_of(query.get(TYPED, ""))[:LONGEST_QUESTION] if found else "",
        written=_written(asked),
    )
    return render_template(
        "pages/scenario.html",
        page=view,
        row=view.row,
        state=MapState(rule=rule_of(asked.snapshot)),
        notices=asked.notices,
    )


def _written(asked: Asked) -> Written | None:
    """List the changes of the address, when they are not applied."""
    if not asked.changes.refusals:
        return None
    return written_changes(asked.snapshot, asked.surface.names, asked.page, asked_values())


def _told(pairs: Iterable[Pair]) -> list[Pair]:
    """Leave out what an address may lack: its version, and the data that it was made on."""
    return [pair for pair in pairs if pair[0] not in (VERSION, STATE)]


def _chosen_pair(query: dict[str, str]) -> list[Pair]:
    """Write the place whose form is open."""
    return [(CHOSEN, query[CHOSEN])] if query.get(CHOSEN) else []


def _after_gesture(asked: Asked) -> Scenario | Refused | None:
    """Make the scenario that follows the gesture of the address; None without a gesture.

    What follows is read as an address would be: a place put at sea is refused for the same reason.
    """
    frame, names = asked.surface.frame, asked.surface.names
    known = Knowledge(names, asked.snapshot.names, None if frame is None else frame.lon_lat)
    gesture = asked_gesture(asked_query(), asked.page.scenario, known)
    if gesture is None or isinstance(gesture, Refused):
        return gesture
    today = {id_: named.hours_week for id_, named in names.places.items()}
    wanted = after(asked.page.scenario, gesture, today)
    values: dict[str, list[str]] = {name: [] for name in SCENARIO_PARAMETERS}
    for name, value in scenario_pairs(wanted, asked.snapshot.id):
        values[name].append(value)
    found = asked_scenario(asked.snapshot, names.ground, values)
    if found.refusals:
        return Refused(typeset(f"{found.refusals[0].reason} Rien n'est changé."))
    return wanted
