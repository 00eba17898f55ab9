"""Kinds of actions as people write them."""

from __future__ import annotations

import pytest

from carto.tables.local_inputs import ACTIVITY_KINDS
from geodata.values.action_kinds import read_action_kind
from geodata.values.verdicts import UnusableValueError


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("RDV", "rendez_vous"),
        ("Rendez-vous", "rendez_vous"),
        ("Ateliers éclair", "atelier"),
        ("Points d’information", "point_information"),
        ("STAGES", "stage"),
    ],
)
def test_accents_case_and_plural_do_not_count(written: str, kind: str) -> None:
    assert read_action_kind(written, ACTIVITY_KINDS) == kind


def test_other_words_may_be_given() -> None:
    assert read_action_kind("Nouveau lieu", ("lieu",), {"nouveau_lieu": "lieu"}) == "lieu"


def test_an_unknown_kind_is_refused_with_those_accepted() -> None:
    with pytest.raises(UnusableValueError, match="écrivez permanence, rendez_vous"):
        read_action_kind("réunion", ACTIVITY_KINDS)
