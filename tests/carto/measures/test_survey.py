"""A survey: counts as given; a small one, or the small rest it would tell, is not published."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.flags import EFFECTIF_TROP_PETIT
from carto.measures.survey import measure_survey


def answered(asked: int, troubled: int | None) -> dict[str, object]:
    survey = pd.DataFrame(
        {"code_insee": ["29103"], "repondants": [asked], "en_difficulte": [troubled]}
    ).assign(sans_equipement=None, sans_connexion=None)
    return dict(measure_survey(survey.astype({"en_difficulte": "Int64"})).iloc[0])


def test_large_counts_are_published_as_given() -> None:
    found = answered(214, 61)
    assert (found["enquete_repondants_count"], found["enquete_en_difficulte_count"]) == (214, 61)
    assert pd.isna(found["enquete_en_difficulte_count_reason"])


@pytest.mark.parametrize(("asked", "troubled"), [(214, 10), (214, 0), (70, 60), (70, 70)])
def test_a_small_count_and_a_small_rest_are_left_out(asked: int, troubled: int) -> None:
    found = answered(asked, troubled)
    assert found["enquete_repondants_count"] == asked
    assert pd.isna(found["enquete_en_difficulte_count"])
    assert found["enquete_en_difficulte_count_reason"] == EFFECTIF_TROP_PETIT


@pytest.mark.parametrize(("asked", "troubled"), [(22, 11), (11, None)])
def test_eleven_people_are_enough(asked: int, troubled: int | None) -> None:
    found = answered(asked, troubled)
    assert found["enquete_repondants_count"] == asked
    assert pd.isna(found["enquete_en_difficulte_count_reason"])


def test_few_respondents_tell_nothing() -> None:
    found = answered(10, 5)
    assert pd.isna(found["enquete_repondants_count"])
    assert pd.isna(found["enquete_en_difficulte_count"])


def test_a_question_that_was_not_asked_is_not_small() -> None:
    found = answered(214, None)
    assert pd.isna(found["enquete_en_difficulte_count"])
    assert pd.isna(found["enquete_en_difficulte_count_reason"])
