"""`/planifier`: a question in words, its answer on a map and in tables, the same as CSV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as Answered

from carto.planning.closing.closure_effect import is_place_inside
from carto.said_back import said_back
from carto.verdict.parameters import Alerts
from webapp.asked_query import asked_query
from webapp.csv_answers import csv_answer
from webapp.errors import ParameterError, UnknownResourceError
from webapp.links import territory_page
from webapp.maps.map_units import communes_of
from webapp.page_state import current_view, require_usable
from webapp.planning.grounds import ground_of
from webapp.planning.planned_territory import read_territory, territory_choices
from webapp.planning.proposals import proposal_of
from webapp.planning.scenario_address import query_text, scenario_pairs
from webapp.rule.rule import read_rule
from webapp.rule.ruled_snapshot import rule_of
from webapp.siting.asked_values import AskedValues
from webapp.siting.closure_form import closure_form
from webapp.siting.closure_plan import closure_plan
from webapp.siting.closure_question import CLOSURE_PARAMETERS, read_closure
from webapp.siting.plan import Plan, said
from webapp.siting.questions import KINDS, OPEN, QUESTIONS, TOUR, WITHDRAW, door_of
from webapp.siting.siting_form import siting_form
from webapp.siting.siting_plan import siting_plan
from webapp.siting.siting_question import SITING_PARAMETERS, read_siting
from webapp.siting.tour_address import TOUR as TOUR_TEXT
from webapp.siting.tour_address import tour_text
from webapp.siting.tour_form import tour_form
from webapp.siting.tour_plan import tour_plan
from webapp.siting.tour_question import TOUR_PARAMETERS, read_tour
from webapp.snapshots.asked_territory import TERRITORY, Territory, territory_text
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.snapshots.published_method import judging_parameters
from webapp.views.state import unknown_parameters

blueprint = Blueprint("plan_pages", __name__)

PATH = "/planifier"
QUESTION, TABLE = "question", "tableau"
_PARAMETERS = (
    TERRITORY,
    QUESTION,
    TABLE,
    *CLOSURE_PARAMETERS,
    *TOUR_PARAMETERS,
    *SITING_PARAMETERS,
)


Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answer:
    """A question of the address: its form, its answer, its own parameters."""

    form: Any
    plan: Plan | None
    query: Parameters
    # What a dossier says of it besides its scenario.
    carried: Parameters = ()


@dataclass(frozen=True)
class Asked:
    """What the address asks for, and what had to be said about it."""

    territory: Territory | None
    question: str
    answer: Answer | None
    notices: tuple[str, ...]

    @property
    def query(self) -> Parameters:
        """Parameters of the address of the question."""
        if self.territory is None:
            return ((QUESTION, self.question),) if self.question else ()
        here = ((TERRITORY, territory_text(self.territory)),)
        asked = ((QUESTION, self.question),) if self.question else ()
        return (*here, *asked, *(() if self.answer is None else self.answer.query))


@blueprint.get(PATH)
def planning() -> str | Answered:
    """Show the questions, or one of them with its answer."""
    snapshot = current_view()
    asked = _asked(snapshot)
    rule: Parameters = tuple(rule_of(snapshot).query().items())
    if asked.answer is not None and not asked.notices and _is_written_otherwise(asked, rule):
        return redirect(_address(PATH, (*asked.query, *rule)))
    row = None if asked.territory is None else snapshot.territory(*asked.territory)
    return render_template(
        "pages/planifier.html",
        asked=asked,
        row=row,
        territory="" if asked.territory is None else territory_text(asked.territory),
        territory_path="" if asked.territory is None else territory_page(*asked.territory),
        choices=territory_choices(snapshot, asked.territory),
        questions=QUESTIONS,
        door=door_of(asked.question),
        notices=tuple(map(said, asked.notices)),
        **_addresses(snapshot, asked, rule),
    )


@blueprint.get(f"{PATH}.csv")
def planning_file() -> Response:
    """Answer with a table of the plan."""
    snapshot = current_view()
    asked = _asked(snapshot)
    require_usable(snapshot, asked.notices)
    plan = None if asked.answer is None else asked.answer.plan
    name = request.args.get(TABLE, "")
    table = None if plan is None else plan.table(name)
    if table is None or asked.territory is None:
        raise UnknownResourceError(
            f"Le plan n'a pas de tableau « {said_back(name)} » : suivez un lien CSV de la "
            f"page {PATH}."
        )
    return csv_answer(table.csv(), f"plan-{asked.question}-{table.name}-{asked.territory[1]}.csv")


def _asked(snapshot: LoadedSnapshot) -> Asked:
    """Read the address and answer its question; what is unusable gets a notice."""
    values = AskedValues(dict(request.args.lists()))
    query = asked_query()
    territory, said = read_territory(snapshot, query.get(TERRITORY, ""))
    notices = [*unknown_parameters(query, _PARAMETERS), *read_rule(query)[1], *said]
    question = values.choice(QUESTION, KINDS, "")
    answer = None
    if territory is not None and question:
        answer = _ANSWERS[door_of(question)](snapshot, territory, values)
    return Asked(territory, question, answer, (*notices, *values.notices))


def _withdraw(snapshot: LoadedSnapshot, territory: Territory, values: AskedValues) -> Answer:
    """Answer the question of withdrawals."""
    ground = ground_of(snapshot, *territory)
    places = ground.place_ids[is_place_inside(ground)].tolist()
    asked = read_closure(values, places)
    plan = closure_plan(snapshot, territory, ground, asked, _alerts(snapshot))
    return Answer(closure_form(ground, asked), plan, tuple(asked.query()))


def _travel(snapshot: LoadedSnapshot, territory: Territory, values: AskedValues) -> Answer:
    """Answer the question of a tour."""
    communes = communes_of(snapshot, *territory)
    asked = read_tour(values, communes)
    plan = tour_plan(snapshot, territory, ground_of(snapshot, *territory), asked)
    carried = ((TOUR_TEXT, tour_text(asked)),)
    return Answer(tour_form(communes, asked), plan, tuple(asked.query()), carried)


def _open(snapshot: LoadedSnapshot, territory: Territory, values: AskedValues) -> Answer:
    """Answer the question of new permanences, once it is asked: it may take a while."""
    asked = read_siting(values, asked_query(), communes_of(snapshot, *territory))
    plan = None
    if asked.is_asked:
        try:
            proposal = proposal_of(snapshot, territory, asked.question, _alerts(snapshot))
            plan = siting_plan(snapshot, territory, ground_of(snapshot, *territory), proposal)
        except ParameterError as error:
            values.refuse(error.parameter, str(error))
    return Answer(siting_form(asked), plan, asked.query(), asked.carried)


def _alerts(snapshot: LoadedSnapshot) -> Alerts:
    """Give the thresholds that a reader asks for, or those of the published method."""
    return rule_of(snapshot).applied_to(judging_parameters(snapshot.facts)).alerts


_ANSWERS = {OPEN: _open, WITHDRAW: _withdraw, TOUR: _travel}


def _is_written_otherwise(asked: Asked, rule: Parameters) -> bool:
    """Whether the address says the same thing in another way, as a form does."""
    return sorted(request.args.items(multi=True)) != sorted((*asked.query, *rule))


def _addresses(snapshot: LoadedSnapshot, asked: Asked, rule: Parameters) -> Mapping[str, str]:
    """Write the addresses that lead on from a plan."""
    found = {
        "csv": _address(f"{PATH}.csv", (*asked.query, *rule)),
        "canonical": _address(PATH, asked.query),
        "scenario": "",
        "dossier": "",
    }
    answer = asked.answer
    plan = None if answer is None else answer.plan
    if answer and plan and asked.territory is not None and not plan.scenario.is_empty:
        changes = scenario_pairs(plan.scenario, snapshot.id)
        here = (TERRITORY, territory_text(asked.territory))
        found["scenario"] = _address("/scenario", (here, *changes, *rule))
        # The beginning of a plan says less than the plan itself.
        kept = () if plan.scenario_said and answer.carried else changes
        told = (*kept, *answer.carried, *rule)
        found["dossier"] = _address(f"/dossier{territory_page(*asked.territory)}", told)
    return found


def _address(path: str, query: Parameters) -> str:
    """Write an address; a parameter may be repeated."""
    return f"{path}?{query_text(query)}" if query else path
