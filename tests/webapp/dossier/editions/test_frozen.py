"""The state that a dossier freezes: whole, and the same once read back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from webapp.dossier.blocks import Dossier
from webapp.dossier.editions.frozen import Frozen, frozen_json, frozen_of
from webapp.dossier.subject import Subject


def test_it_holds_every_commune_and_its_class(frozen: Frozen, subject: Subject) -> None:
    release = frozen.release
    assert sorted(release.communes) == sorted(row["code_insee"] for row in subject.communes)
    for row in subject.communes:
        assert release.communes[row["code_insee"]]["verdict"] == row["verdict"]


def test_it_holds_the_figures_of_the_dossier(frozen: Frozen, dossier: Dossier) -> None:
    assert frozen.baseline == dossier.baseline
    assert frozen.baseline.snapshot_id == frozen.release.id


def test_places_beyond_reach_are_left_out(frozen: Frozen, subject: Subject) -> None:
    assert set(frozen.release.sites) < set(subject.snapshot.sites)


def test_it_comes_back_whole_from_its_json(frozen: Frozen) -> None:
    text = frozen_json(frozen)
    back = frozen_of(json.loads(text))
    assert frozen_json(back) == text
    assert back.baseline == frozen.baseline
    assert dict(back.release.communes) == dict(frozen.release.communes)


@pytest.mark.parametrize(
    "change",
    [{"version": 99}, {"format": "autre"}, {"communes": [{"nom": "Sein"}]}, {"rule": None}],
)
def test_another_form_is_refused(frozen: Frozen, change: dict[str, object]) -> None:
    document = json.loads(frozen_json(frozen)) | change
    with pytest.raises((KeyError, TypeError, ValueError)):
        frozen_of(document)


def test_the_rule_says_where_travel_times_come_from(frozen: Frozen) -> None:
    assert isinstance(frozen.release.rule["travel_model"], str)
    assert replace(frozen, date="2020-01-01").release.rule == frozen.release.rule
