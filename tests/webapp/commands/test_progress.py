"""A bar where there is a terminal to draw it, plain lines where there is none."""

from __future__ import annotations

import io
import sys

import pytest

from webapp.commands.progress import reporting


class Terminal(io.StringIO):
    """A terminal that remembers what it is shown."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


def test_without_a_terminal_each_step_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting(2) as report:
        report("lecture de fibre")
        report("attention : deux lignes")
    said = capsys.readouterr()
    assert said.err == "  lecture de fibre\n  attention\u00a0: deux lignes\n"
    assert said.out == ""


def test_on_a_terminal_a_bar_counts_steps_and_warnings_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with reporting(9) as report:
        report("lecture de fibre")
        report("attention : [deux] lignes")
        report("jointure")
    shown = terminal.getvalue()
    assert "0/9" in shown
    assert "2/2" in shown
    assert "attention\u00a0: [deux] lignes\n" in shown.replace("\r", "")
    assert "\x1b[" in shown
