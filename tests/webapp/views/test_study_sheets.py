"""Tests of `webapp.views.study_sheets`: complete, with the numbers of the snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from carto.vocabulary import TERRITORY_TYPES
from webapp.views.commune_study import CommuneStudy, commune_study
from webapp.views.method_sheets import sheets
from webapp.views.study_sheets import study_sheets


@pytest.fixture
def study(communes: Mapping[str, Any], facts: Mapping[str, Any]) -> CommuneStudy:
    row = {**communes["29001"], "typology": "cumul"}
    return commune_study(row, lambda *_: [], facts, {})


def test_every_sheet_is_complete(facts: Mapping[str, Any], study: CommuneStudy) -> None:
    found = study_sheets(facts, study)
    ids = [sheet.id for sheet in (*sheets(facts, {}), *found)]
    assert len(set(ids)) == len(ids)
    for sheet in found:
        assert sheet.title
        assert sheet.question.endswith("?")
        assert sheet.formula
        assert sheet.sources
        assert sheet.limits


def test_every_type_is_spelt_out(facts: Mapping[str, Any], study: CommuneStudy) -> None:
    (types,) = [sheet for sheet in study_sheets(facts, study) if sheet.id == "types"]
    text = " ".join(types.formula)
    assert all(found.words in text for found in TERRITORY_TYPES.values())
    assert types.example is not None
    assert TERRITORY_TYPES["cumul"].words in types.example.lines[0]


def test_numbers_are_those_of_the_snapshot(facts: Mapping[str, Any], study: CommuneStudy) -> None:
    parameters = facts["method"]["parameters"]
    tried = {**parameters["robustness"], "input_draws": 321}
    method = {**facts["method"], "parameters": {**parameters, "robustness": tried}}
    (found,) = [s for s in study_sheets({**facts, "method": method}, study) if s.id == "solidite"]
    assert found.formula[0].startswith("321 fois")
