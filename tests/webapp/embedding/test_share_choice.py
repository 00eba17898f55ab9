"""Tests of `webapp.embedding.share_choice`."""

from __future__ import annotations

import pytest

from webapp.embedding.share_choice import ShareChoice, read_share_choice


def test_the_size_of_the_frame_is_read_within_bounds() -> None:
    asked = {"largeur": "400", "hauteur": "900", "script": "1"}
    assert read_share_choice(asked) == (ShareChoice(400, 900, True), ())


@pytest.mark.parametrize("value", ["10", "99999", "-400", "4e2", "٤٠٠", "400px", '"><script>'])
def test_another_size_is_said_and_left_out(value: str) -> None:
    choice, notices = read_share_choice({"largeur": value, "hauteur": value, "script": value})
    assert choice == ShareChoice()
    assert len(notices) == 3
