"""Inert words: the same words to a reader of HTML, and signs of nothing else."""

from __future__ import annotations

import html
import json

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template

from carto.drawing.inert import inert

WORDS = st.text(st.sampled_from("{}%#`$\\<>&\"'/a é") | st.characters(codec="utf-8"))


@given(WORDS)
def test_html_gives_the_words_back(words) -> None:
    assert html.unescape(inert(words)) == html.unescape(html.escape(words))


@given(WORDS)
def test_no_sign_of_a_template_a_script_or_markup_is_left(words) -> None:
    assert not set("{}`$\\<>\"'") & set(inert(words))


@given(st.text(st.sampled_from("{}%#-+ `$\\a7*")))
def test_two_renderings_change_nothing(words) -> None:
    once = Template(inert(words)).render()
    assert Template(once).render() == inert(words)
    assert json.loads(f'"{once}"') == once
