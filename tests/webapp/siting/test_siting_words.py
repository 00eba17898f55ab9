"""The words of a proposal: the same as those of the command, and what has to be known of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.planning.grounds.ground import Ground
from carto.planning.siting import wording
from carto.planning.siting.proposal import Proposal
from carto.planning.siting.propose import Terms, propose
from carto.planning.siting.question import Question
from carto.verdict.parameters import Robustness
from webapp.siting.siting_words import cautions, figures, finding, method, what_it_brings


@pytest.fixture(scope="session")
def proposal(finistere: Ground) -> Proposal:
    return propose(finistere, Question(count=2), Terms(0.3, Robustness()), lambda _: None)


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
    assert any("0,30" in text for text in texts), "the reference is said"
