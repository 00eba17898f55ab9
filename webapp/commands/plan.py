"""`carto plan`: where to hold half-days, or to open places."""

from __future__ import annotations

import argparse
from pathlib import Path

import orjson

from carto.planning.siting.proposal import Proposal
from carto.planning.siting.propose import Terms, propose
from carto.planning.siting.question import MANQUE, USUAL_COUNTS, Question, QuestionError
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.commands.asked_territory import read_territory
from webapp.commands.progress import reporting
from webapp.commands.words import say
from webapp.errors import ServiceError
from webapp.planning.grounds import ground_of
from webapp.planning.plan_text import plan_csv, plan_text
from webapp.planning.planning_method import robustness_of
from webapp.planning.proposal_document import proposal_document
from webapp.snapshots.compatibility import require_same_software
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load
from webapp.snapshots.published_method import judging_parameters


def run(options: argparse.Namespace) -> int:
    """Answer the question, and write it on stdout; the file too, if one is asked for."""
    question = question_of(options)
    snapshot = load(*open_latest(DataDir(options.data_dir), require_same_software))
    for warning in snapshot.warnings:
        say(f"attention : {warning}")
    territory = read_territory(options.territory)
    row = snapshot.territory(*territory)
    proposal = _answer(snapshot, territory, question, options.limite)
    if options.output is not None:
        _write(options.output, plan_csv(proposal))
    if options.json:
        named = {"type": territory[0], "code": territory[1], "nom": row["nom"]}
        head = {"snapshot": snapshot.id, "territory": named}
        print(orjson.dumps(head | proposal_document(proposal)).decode())
    else:
        print(plan_text(row["nom"], proposal))
    return 0


def question_of(options: argparse.Namespace) -> Question:
    """Read the question of the options.

    Raises
    ------
    QuestionError
        When half-days are counted for a question about places, or places for one about half-days.
    """
    count, other = options.half_days, options.places
    names = "--demi-journees", "--lieux"
    if options.question != MANQUE:
        count, other, names = other, count, names[::-1]
    if other is not None:
        raise QuestionError(
            "nombre",
            f"{names[1]} ne va pas avec --question {options.question} : donnez {names[0]}.",
        )
    return Question(
        kind=options.question,
        count=USUAL_COUNTS[options.question] if count is None else count,
        radius_min=options.rayon,
        candidates=options.candidats,
        without=options.sans,
        is_inside_only=options.perimetre_seul,
    )


def _answer(
    snapshot: LoadedSnapshot, territory: tuple[str, str], question: Question, limit_s: float
) -> Proposal:
    """Answer the question, telling the progress on stderr."""
    alerts = judging_parameters(snapshot.facts).alerts
    terms = Terms(alerts.accessibility_min, robustness_of(snapshot.facts), limit_s)
    ground = ground_of(snapshot, *territory)
    with reporting(expected_steps=question.count + 2) as report:
        return propose(ground, question, terms, report)


def _write(path: Path, text: str) -> None:
    """Write a file, and say where."""
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError:
        raise ServiceError(
            f"Impossible d'écrire « {path} » : vérifiez que le dossier existe, qu'il est "
            "accessible en écriture et qu'il reste de la place."
        ) from None
    say(f"écrit : {path}")
