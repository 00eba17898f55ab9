"""The parser speaks French, whatever argparse says."""

from __future__ import annotations

import pytest

from webapp.french_parser import FrenchParser

# Words that only argparse's own English messages hold.
ENGLISH = ("required", "unrecognized", "expected", "invalid", "allowed", "usage:", "error:")


@pytest.fixture
def parser() -> FrenchParser:
    parser = FrenchParser(prog="outil", description="Un outil.")
    parser.add_argument("table", choices=["a", "b"], help="une table")
    parser.add_argument("--nombre", type=int, help="un nombre")
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--demo", action="store_true", help="la démonstration")
    either.add_argument("--config", help="un fichier")
    return parser


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "il manque : table"),
        (["a"], "il faut une de ces options : --demo --config"),
        (["c", "--demo"], "'c' n'est pas un choix ; choisissez parmi"),
        (["a", "--demo", "--config", "x"], "les options --config et --demo s'excluent"),
        (["a", "--demo", "--vite"], "argument inconnu : --vite"),
        (["a", "--config"], "l'option --config attend une valeur"),
        (["a", "--demo=1"], "l'option --demo n'attend pas de valeur"),
        (["a", "--demo", "--nom"], "argument inconnu : --nom"),
    ],
)
def test_a_misuse_is_one_french_line_and_exit_code_2(
    parser: FrenchParser, capsys: pytest.CaptureFixture[str], words: list[str], said: str
):
    with pytest.raises(SystemExit) as stopped:
        parser.parse_args(words)
    out, err = capsys.readouterr()
    assert stopped.value.code == 2
    assert out == ""
    assert said in err.replace("\u00a0", " ")
    assert err.count("\n") == 1
    assert "outil --help" in err
    assert not [word for word in ENGLISH if word in err]


def test_help_is_in_french(parser: FrenchParser, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        parser.parse_args(["--help"])
    out = capsys.readouterr().out.replace("\u00a0", " ")
    assert stopped.value.code == 0
    assert out.startswith("Usage : outil")
    assert "Options :" in out
    assert "affiche cette aide" in out
    for english in ("show this help", "usage:", "options:", "positional"):
        assert english not in out
