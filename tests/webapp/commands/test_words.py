"""Words for the person at the terminal."""

from __future__ import annotations

import pytest

from webapp.commands.words import say


def test_words_go_to_stderr_typeset(capsys: pytest.CaptureFixture[str]):
    say("attention : relisez")
    assert capsys.readouterr() == ("", "attention\u00a0: relisez\n")
