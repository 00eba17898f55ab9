"""What is said back is short, and prints."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carto.said_back import said_back, words_of


@given(st.text())
def test_what_is_said_back_prints_and_is_short(text: str):
    said = said_back(text)
    assert said.isprintable()
    assert len(said) <= 41


def test_a_short_word_is_said_as_it_is():
    assert said_back("Île-de-Sein") == "Île-de-Sein"


def test_the_spaces_of_a_text_copied_from_a_page_are_spaces():
    assert said_back("1\u202f000\xa0habitants\n") == "1 000 habitants "


@given(st.text())
def test_words_that_are_looked_for_print(text: str):
    assert words_of(text).isprintable()
    assert words_of(words_of(text)) == words_of(text)
