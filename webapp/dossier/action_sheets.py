"""The sheets of the plan: one per scenario or proposal that the address of a dossier asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from carto.drawing.travel_words import travel_words
from carto.drawing.wording import threshold
from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.effect import Effect
from carto.planning.siting.question import LARGEST_COUNT, MANQUE, Question
from webapp.dossier.blocks import Block, SubSection, Table
from webapp.dossier.prose import bullets, paragraph, said, table
from webapp.dossier.subject import Subject, subject_of
from webapp.planning.asked_scenario import AskedScenario, asked_scenario
from webapp.planning.grounds import ground_of
from webapp.planning.proposals import proposal_of
from webapp.planning.scenario_address import CHANGE_PARAMETERS, SCENARIO_PARAMETERS
from webapp.planning.scenario_effect import scenario_effect
from webapp.scenarios.change_list import change_lines
from webapp.scenarios.effect_communes import Verdict, moved_communes, sides, sides_said
from webapp.scenarios.effect_measures import class_lines, finding, measure_lines
from webapp.scenarios.place_names import PlaceNames
from webapp.siting.siting_plan import siting_plan
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

HALF_DAYS = "demi_journees"
SHEET_PARAMETERS = (*SCENARIO_PARAMETERS, HALF_DAYS)
_IGNORED = (
    "Le calcul ignore la capacité d'accueil, la qualité de l'aide et l'accès à un véhicule. C'est "
    "une aide à la discussion, jamais une recommandation de fermer un lieu."
)

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
            sheets.append(_scenario_sheet(subject, ground, asked))
    if count:
        sheets.append(_proposal_sheet(subject, count))
    return AskedSheets(tuple(sheets), notices)


def _half_days(values: Values) -> tuple[int, tuple[str, ...]]:
    """Read how many half-days a proposal is asked for; none when nothing is asked."""
    text = (values.get(HALF_DAYS) or ("",))[-1]
    if not text:
        return 0, ()
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= LARGEST_COUNT:
        return int(text), ()
    notice = (
        f"« {HALF_DAYS}={text[:20]} » n'est pas compris (attendu : un nombre de 1 à "
        f"{LARGEST_COUNT}) : aucune proposition n'est faite."
    )
    return 0, (said(notice),)


def _scenario_sheet(subject: Subject, ground: Ground, asked: AskedScenario) -> SubSection:
    """Write the sheet of a scenario: its changes, before and after, who gains, who loses."""
    territory = (subject.type, subject.code)
    effect = scenario_effect(subject.snapshot, territory, ground, asked.scenario, asked.homes)
    time_min = subject.alerts.time_min
    blocks: list[Block] = [
        paragraph(finding(subject.name, effect, asked.scenario.changes, time_min), *asked.notices),
        bullets(
            line.words for line in change_lines(asked.scenario, PlaceNames(ground), "", _nowhere)
        ),
        *_tables(subject, ground, effect),
        paragraph(sides_said(effect), _IGNORED),
    ]
    return SubSection("Scénario joint", tuple(blocks))


def _tables(subject: Subject, ground: Ground, effect: Effect) -> Iterator[Table]:
    """Write the tables of a scenario."""
    time_min = subject.alerts.time_min
    travel = f"Seuil de temps : {threshold(time_min)} min ; {travel_words(subject.facts)}."
    yield table(
        "Mesures du territoire, avant et après le scénario",
        ("Mesure", "Avant#", "Après#", "Écart"),
        [(one.label, one.before, one.after, one.change) for one in measure_lines(effect, time_min)],
        travel,
    )
    yield table(
        "Communes selon leur classe, avant et après le scénario",
        ("Classe", "Avant#", "Après#", "Écart#"),
        [(one.label, one.before, one.after, one.change) for one in class_lines(effect)],
        "Même règle avant et après.",
    )
    yield table(
        "Qui y gagne, qui y perd",
        ("Où", "Communes qui gagnent#", "Habitants#", "Communes qui perdent#", "Habitants#"),
        [
            (one.where, one.gaining, one.people_gaining, one.losing, one.people_losing)
            for one in sides(subject.name, ground, effect)
        ],
        travel,
    )
    moved = moved_communes(ground, effect, frozenset(subject.snapshot.communes))
    if moved.listed:
        yield table(
            f"Communes qui changent ({moved.caption})",
            (
                "Commune",
                "Habitants#",
                "Minutes, avant#",
                "après#",
                "Offre, avant#",
                "après#",
                "Classe, avant",
                "après",
            ),
            [
                (
                    one.nom,
                    one.population,
                    one.minutes_before,
                    one.minutes_after,
                    one.access_before,
                    one.access_after,
                    *map(_class, (one.verdict_before, one.verdict_after)),
                )
                for one in moved.listed
            ],
            f"{travel} Offre en heures par semaine pour 1 000 habitants.",
        )


def _class(verdict: Verdict | None) -> str:
    """Write a class; a commune around the perimeter may have none."""
    return "non publiée" if verdict is None else verdict.words


def _proposal_sheet(subject: Subject, count: int) -> SubSection:
    """Write the sheet of a proposal: where half-days make up most of what is missing."""
    territory = (subject.type, subject.code)
    question = Question(MANQUE, count)
    proposal = proposal_of(subject.snapshot, territory, question, subject.alerts)
    ground = ground_of(subject.snapshot, *territory)
    plan = siting_plan(subject.snapshot, territory, ground, proposal)
    listed = plan.tables[0]
    rows = [tuple(cell.text for cell in row) for row in listed.rows]
    blocks: list[Block] = [paragraph(question.words, plan.finding)]
    if rows:
        titles = [column.title for column in listed.columns]
        blocks.append(table("Communes proposées, et pourquoi", titles, rows, listed.note))
    blocks.append(bullets((*plan.cautions, *plan.method)))
    return SubSection("Proposition : où tenir des demi-journées", tuple(blocks))


def _nowhere(_parameters: Mapping[str, str]) -> str:
    """Address nothing: a document bears no link to change it."""
    return ""
