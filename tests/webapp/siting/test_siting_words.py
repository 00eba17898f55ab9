"""The words of a proposal: the same as those of the command, and what has to be known of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from carto.planning.grounds.ground import Ground
from carto.planning.siting import wording
from carto.planning.siting.proposal import Loss, Proposal
from carto.planning.siting.propose import Terms, propose
from carto.planning.siting.question import Question
from carto.verdict.parameters import Robustness
from webapp.siting.siting_words import cautions, figures, finding, method, what_it_brings


@pytest.fixture(scope="session")
def proposal(finistere: Ground) -> Proposal:
    return propose(finistere, Question(count=2), Terms(0.285, Robustness()), lambda _: None)


def test_the_finding_is_that_of_the_command_with_names(proposal: Proposal) -> None:
    said = finding(proposal, proposal.chosen)
    assert said.endswith(wording.finding(proposal))
    assert said.startswith(proposal.chosen[0].name)


def test_many_communes_are_not_all_named(proposal: Proposal) -> None:
    many = [replace(proposal.chosen[0], name=f"Commune {rank}") for rank in range(9)]
    assert "Commune 4 et 4\u00a0autres." in finding(proposal, many)


def test_a_plan_that_is_not_proved_says_by_how_much(proposal: Proposal) -> None:
    doubted = replace(proposal, is_best=False, bound=proposal.after.whole / 2)
    assert wording.certainty(doubted) in list(cautions(doubted))
    assert wording.certainty(proposal) not in list(cautions(proposal))


def test_an_unknown_neighbour_is_said(proposal: Proposal) -> None:
    shared = replace(proposal.chosen[0], is_shared_with_unknown=True)
    assert "population inconnue" in what_it_brings(proposal, shared)


def test_figures_and_method_have_no_hole(proposal: Proposal) -> None:
    texts = [*method(proposal), *(f"{one.value} {one.label}" for one in figures(proposal))]
    assert all(text and "None" not in text for text in texts)
    assert any("0,285 h" in text for text in texts), "the reference is said as everywhere"


@pytest.mark.parametrize("kind", ["manque", "temps", "couverture", "tous", "plus-loin"])
def test_a_figure_never_says_its_unit_twice(finistere: Ground, kind: str) -> None:
    found = propose(finistere, Question(kind, 2), Terms(0.285, Robustness()), lambda _: None)
    for one in figures(found):
        words = re.findall(r"[a-zé]{4,}", f"{one.value} {one.label}".split(",")[0])
        assert len(words) == len(set(words)), one


def test_what_is_gained_around_agrees_with_any_amount(proposal: Proposal) -> None:
    more = replace(proposal, before=Loss(9.0, 3.1), after=Loss(5.0, 2.0))
    labels = [one.label for one in figures(more)]
    assert "de manque en moins autour du territoire" in labels


@pytest.mark.parametrize(
    ("communes", "around", "said"),
    [
        (3, 0, "aide 900\u00a0habitants de 3\u00a0communes ;"),
        (3, 1, "600\u00a0habitants de 2\u00a0communes du territoire, et 300\u00a0habitants de 1"),
        (1, 1, "aide 300\u00a0habitants de 1\u00a0commune autour du territoire ;"),
    ],
)
def test_those_helped_around_are_counted_apart(
    proposal: Proposal, communes: int, around: int, said: str
) -> None:
    one = replace(
        proposal.chosen[0],
        communes_helped=communes,
        people_helped=300.0 * communes,
        communes_around=around,
        people_around=300.0 * around,
    )
    assert said in what_it_brings(proposal, one)


@pytest.mark.parametrize(
    ("solid", "count", "said"),
    [
        (0, 1, "La commune proposée n'est pas solide"),
        (0, 3, "Aucune des 3 communes"),
        (1, 3, "Une seule des 3 communes"),
        (2, 3, "2 des 3 communes"),
    ],
)
def test_what_hangs_on_the_roads_is_said_first(
    proposal: Proposal, solid: int, count: int, said: str
) -> None:
    names = tuple(one.roads.name for one in proposal.on_roads)
    ones = [replace(proposal.chosen[0], roads=names if at < solid else ()) for at in range(count)]
    assert next(cautions(replace(proposal, chosen=tuple(ones)))).startswith(said)
    firm = replace(proposal, chosen=(replace(proposal.chosen[0], roads=names),))
    assert not any("solide" in caution for caution in cautions(firm))


def test_hours_supposed_of_a_new_place_are_said(finistere: Ground) -> None:
    found = propose(finistere, Question("temps", 1), Terms(0.285, Robustness()), lambda _: None)
    assert any("7\u00a0h par semaine : une convention" in caution for caution in cautions(found))
