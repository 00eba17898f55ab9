"""The sheets of the plan: one per scenario or proposal that the address of a dossier asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carto.drawing.travel_words import travel_words
from carto.planning.siting.question import LARGEST_COUNT, MANQUE, Question
from carto.said_back import said_back
from webapp.dossier.actions.plan_sheet import plan_sheet
from webapp.dossier.actions.scenario_sheet import scenario_sheet
from webapp.dossier.blocks import SubSection
from webapp.dossier.prose import said
from webapp.dossier.subject import Subject, subject_of
from webapp.planning.asked_scenario import asked_scenario
from webapp.planning.grounds import ground_of
from webapp.planning.proposals import proposal_of
from webapp.planning.scenario_address import CHANGE_PARAMETERS, SCENARIO_PARAMETERS
from webapp.siting.siting_plan import siting_plan
from webapp.siting.siting_question import HALF_DAYS
from webapp.siting.tour_address import TOUR, read_tour_text
from webapp.siting.tour_plan import tour_plan
from webapp.siting.tour_question import AskedTour
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

SHEET_PARAMETERS = (*SCENARIO_PARAMETERS, HALF_DAYS, TOUR)
_COUNT = re.compile(r"[0-9]{1,3}")

Values = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class AskedSheets:
    """Sheets of the plan, and what cannot be used of the address."""

    sheets: tuple[SubSection, ...] = ()
    notices: tuple[str, ...] = ()


def asked_sheets(snapshot: LoadedSnapshot, type_: str, code: str, values: Values) -> AskedSheets:
    """Write the sheets that an address asks for; none when it asks for nothing.

    Parameters
    ----------
    snapshot
        Under the rule of the dossier.
    type_, code
        The territory.
    values
        Every value of the parameters `SHEET_PARAMETERS`.

    Raises
    ------
    UnusableAddressError, NotOfferedError
        When nothing can be computed for this territory.
    BusyError
        When too many proposals are asked for at once.
    """
    subject = subject_of(snapshot, type_, code)
    count, notices = _half_days(values)
    sheets = []
    if any(values.get(name) for name in CHANGE_PARAMETERS):
        ground = ground_of(snapshot, type_, code)
        asked = asked_scenario(snapshot, ground, values)
        if asked.refusals:
            notices = (*asked.notices, *notices)
        else:
            sheets.append(scenario_sheet(subject, ground, asked))
    if count:
        sheets.append(_proposal_sheet(subject, count))
    tour, unread = _tour(subject, values)
    if tour is not None:
        sheets.append(_tour_sheet(subject, tour))
    notices = (*notices, *unread)
    return AskedSheets(tuple(sheets), notices)


def _half_days(values: Values) -> tuple[int, tuple[str, ...]]:
    """Read how many half-days a proposal is asked for; none when nothing is asked."""
    text = (values.get(HALF_DAYS) or ("",))[-1]
    if not text:
        return 0, ()
    if _COUNT.fullmatch(text) and 1 <= int(text) <= LARGEST_COUNT:
        return int(text), ()
    notice = (
        f"« {HALF_DAYS}={said_back(text)} » n'est pas compris (attendu : un nombre de 1 à "
        f"{LARGEST_COUNT}) : aucune proposition n'est faite."
    )
    return 0, (said(notice),)


def _tour(subject: Subject, values: Values) -> tuple[AskedTour | None, tuple[str, ...]]:
    """Read the tour that is asked for; none when nothing is asked."""
    text = (values.get(TOUR) or ("",))[-1]
    if not text:
        return None, ()
    tour = read_tour_text(text, {str(row["code_insee"]) for row in subject.communes})
    if tour is not None:
        return tour, ()
    notice = (
        f"« {TOUR}={said_back(text)} » n'est pas compris : aucune tournée n'est jointe. "
        "Reprenez le lien « Mettre dans le dossier » de la page « Planifier »."
    )
    return None, (said(notice),)


def _proposal_sheet(subject: Subject, count: int) -> SubSection:
    """Write the sheet of a proposal: where half-days make up most of what is missing."""
    territory = (subject.type, subject.code)
    question = Question(MANQUE, count)
    proposal = proposal_of(subject.snapshot, territory, question, subject.alerts)
    ground = ground_of(subject.snapshot, *territory)
    plan = siting_plan(subject.snapshot, territory, ground, proposal)
    title = "Proposition : où tenir des demi-journées"
    return plan_sheet(title, plan, question.words, said(travel_words(subject.facts)))


def _tour_sheet(subject: Subject, tour: AskedTour) -> SubSection:
    """Write the sheet of a tour: its days, its order, its kilometres."""
    territory = (subject.type, subject.code)
    ground = ground_of(subject.snapshot, *territory)
    plan = tour_plan(subject.snapshot, territory, ground, tour)
    return plan_sheet("Tournée jointe", plan, "", said(travel_words(subject.facts)))
