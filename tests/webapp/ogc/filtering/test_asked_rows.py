"""The rows of one question: texts are folded and asked once each."""

from __future__ import annotations

from tests.webapp.ogc.filtering.small_table import small_table
from webapp.ogc.filtering.asked_rows import AskedRows


def test_a_question_is_asked_once_of_each_different_text() -> None:
    rows, asked = AskedRows(small_table()), list[str]()

    def is_town(text: str) -> bool:
        asked.append(text)
        return text == "ville"

    truth = rows.where_text("zone", frozenset({"casei"}), is_town)
    assert sorted(asked) == sorted(["ville", "ville", "île", "bourg", "a_b", "", "œ"])
    assert truth.true.nonzero()[0].tolist() == [0, 1]
    assert not (truth.true | truth.false)[[2, 7]].any()


def test_texts_are_folded_once() -> None:
    rows = AskedRows(small_table())
    folded = rows.texts("nom", frozenset({"casei"}))
    assert rows.texts("nom", frozenset({"casei"})) is folded
    assert "l'hôpital" in folded
