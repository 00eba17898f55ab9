"""Questions: their words, and those that cannot be asked."""

from __future__ import annotations

import pytest

from carto.planning.siting.question import QUESTIONS, Question, QuestionError
from carto.typography import typeset


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_question_is_said_in_a_sentence(kind: str) -> None:
    words = typeset(Question(kind, count=1).words)
    assert words.endswith("\u00a0?")
    assert "{" not in words


def test_counts_agree_with_their_nouns() -> None:
    assert "1\u00a0demi-journée par semaine" in Question(count=1).words
    assert "5\u00a0lieux" in Question("temps", count=5).words
    assert "15 min" in Question("tous", radius_min=15).words


@pytest.mark.parametrize(
    ("wrong", "parameter", "said"),
    [
        ({"kind": "nulle"}, "question", "manque, temps"),
        ({"count": 0}, "nombre", "demandez-en de 1 à 60"),
        ({"count": -4}, "nombre", "-4"),
        ({"count": 61, "kind": "temps"}, "nombre", "lieux"),
        ({"radius_min": 0.0}, "rayon", "5 à 60 minutes"),
        ({"radius_min": float("nan")}, "rayon", "5 à 60 minutes"),
        ({"radius_min": 500.0}, "rayon", "5 à 60 minutes"),
    ],
)
def test_what_cannot_be_asked_says_what_can(
    wrong: dict[str, object], parameter: str, said: str
) -> None:
    with pytest.raises(QuestionError, match=said) as error:
        Question(**wrong)  # type: ignore[arg-type]
    assert error.value.parameter == parameter
