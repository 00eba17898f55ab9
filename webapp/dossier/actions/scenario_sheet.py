"""The sheet of a scenario: its changes, before and after, where, who gains, who loses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carto.drawing.travel_words import travel_words
from carto.drawing.wording import threshold
from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.effect import Effect
from webapp.dossier.actions.scenario_figures import scenario_figures
from webapp.dossier.blocks import Block, SubSection, Table
from webapp.dossier.prose import bullets, paragraph, table
from webapp.dossier.subject import Subject
from webapp.planning.asked_scenario import AskedScenario
from webapp.planning.scenario_effect import scenario_effect
from webapp.scenarios.change_list import change_lines
from webapp.scenarios.effect_communes import Verdict, moved_communes, sides, sides_said
from webapp.scenarios.effect_measures import class_lines, finding, measure_lines
from webapp.scenarios.place_names import PlaceNames

_IGNORED = (
    "Le calcul ignore la capacité d'accueil, la qualité de l'aide et l'accès à un véhicule. C'est "
    "une aide à la discussion, jamais une recommandation de fermer un lieu."
)


def scenario_sheet(subject: Subject, ground: Ground, asked: AskedScenario) -> SubSection:
    """Write the sheet of a scenario.

    Parameters
    ----------
    subject
        The territory.
    ground
        Its communes and places.
    asked
        The changes of the address, all of them usable.
    """
    territory = (subject.type, subject.code)
    effect = scenario_effect(subject.snapshot, territory, ground, asked.scenario, asked.homes)
    time_min = subject.alerts.time_min
    blocks: list[Block] = [
        paragraph(finding(subject.name, effect, asked.scenario.changes, time_min), *asked.notices),
        bullets(
            line.words for line in change_lines(asked.scenario, PlaceNames(ground), "", _nowhere)
        ),
        *_totals(subject, effect),
        *scenario_figures(subject, ground, effect),
        *_communes(subject, ground, effect),
        paragraph(sides_said(effect), _IGNORED),
    ]
    return SubSection("Scénario joint", tuple(blocks))


def _travel(subject: Subject) -> str:
    """Say the threshold of travel times, and what they are."""
    limit = threshold(subject.alerts.time_min)
    return f"Seuil de temps : {limit} min ; {travel_words(subject.facts)}."


def _totals(subject: Subject, effect: Effect) -> Iterator[Table]:
    """Write the measures and the classes of the territory, before and after."""
    time_min = subject.alerts.time_min
    yield table(
        "Mesures du territoire, avant et après le scénario",
        ("Mesure", "Avant#", "Après#", "Écart"),
        [(one.label, one.before, one.after, one.change) for one in measure_lines(effect, time_min)],
        _travel(subject),
    )
    yield table(
        "Communes selon leur classe, avant et après le scénario",
        ("Classe", "Avant#", "Après#", "Écart#"),
        [(one.label, one.before, one.after, one.change) for one in class_lines(effect)],
        "Même règle avant et après.",
    )


def _communes(subject: Subject, ground: Ground, effect: Effect) -> Iterator[Table]:
    """Count who gains and who loses, then list the communes that change."""
    travel = _travel(subject)
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
            f"Communes qui changent : {moved.caption[:1].lower()}{moved.caption[1:]}",
            (
                "Commune",
                "Habitants#",
                "Minutes avant#",
                "Minutes après#",
                "Offre avant#",
                "Offre après#",
                "Classe avant",
                "Classe après",
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


def _nowhere(_parameters: Mapping[str, str]) -> str:
    """Address nothing: a document bears no link to change it."""
    return ""
