"""The form of new permanences names every question, and where one may look."""

from __future__ import annotations

from carto.planning.siting.question import QUESTIONS, Question
from webapp.siting.siting_form import siting_form
from webapp.siting.siting_question import AskedSiting


def test_every_question_has_its_words() -> None:
    form = siting_form(AskedSiting(Question(), "toutes", ("toutes", "relais"), is_asked=False))
    assert set(form.aims) == set(QUESTIONS)
    assert list(form.amongs) == ["toutes", "relais"]
    assert set(form.with_radius) < set(QUESTIONS)
