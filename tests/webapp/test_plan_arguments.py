"""The arguments of `carto plan`: defaults, and what is a misuse of the command."""

from __future__ import annotations

import pytest

from webapp.arguments import command_parser
from webapp.plan_arguments import LIMIT_S


def test_half_days_are_asked_for_by_default() -> None:
    options = command_parser().parse_args(["plan", "29"])
    assert (options.verb, options.territory, options.question) == ("plan", "29", "manque")
    assert (options.half_days, options.places, options.limite) == (None, None, LIMIT_S)


def test_lists_and_decimals_are_read() -> None:
    words = ["plan", "29", "--candidats", "29019,29103", "--rayon", "12,5", "--limite", "5"]
    options = command_parser().parse_args(words)
    assert options.candidats == ("29019", "29103")
    assert (options.rayon, options.limite) == (12.5, 5.0)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["29", "--question", "ailleurs"],
        ["29", "--demi-journees", "dix"],
        ["29", "--demi-journees", "2", "--lieux", "2"],
        ["29", "--rayon", "loin"],
        ["29", "--limite", "0"],
        ["29", "--limite", "9999999"],
    ],
)
def test_a_misuse_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_parser().parse_args(["plan", *words])
    assert ended.value.code == 2
    assert "carto plan --help" in capsys.readouterr().err
