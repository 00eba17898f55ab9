"""The arguments of every verb, and the choices they share with the code that serves them."""

from __future__ import annotations

from pathlib import Path

import pytest

from carto.drawing.indicators.classification import INDICATORS
from geodata.exports import FORMATS
from webapp import arguments
from webapp.arguments import command_parser
from webapp.operation.run_settings import run_settings


def parse(*words: str):
    return command_parser().parse_args(words)


def test_the_choices_are_those_of_the_code():
    assert tuple(sorted(FORMATS)) == arguments.EXPORT_FORMATS
    of_one_date = tuple(key for key in INDICATORS if key != "evolution")
    assert of_one_date == arguments.INDICATORS


def test_the_data_folder_may_come_before_or_after_the_verb(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("CARTO_DATA_DIR", raising=False)
    assert parse("list").data_dir == Path("carto-data")
    assert parse("--data-dir", "a", "list").data_dir == Path("a")
    assert parse("list", "--data-dir", "b").data_dir == Path("b")
    monkeypatch.setenv("CARTO_DATA_DIR", "c")
    assert parse("list").data_dir == Path("c")
    assert parse("list", "--data-dir", "b").data_dir == Path("b")


def test_defaults_are_those_of_the_documentation():
    serve = parse("serve")
    assert (serve.host, serve.port, serve.workers, serve.site) == (None, None, None, None)
    assert run_settings({}).port == 8000
    exported = parse("export", "communes", "--territory", "29")
    assert (exported.format, exported.output) == ("csv", Path())
    drawn = parse("map", "--territory", "29")
    assert (drawn.indicateur, drawn.output) == ("verdict", Path("carte.html"))


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("dance",),
        ("build",),
        ("build", "--demo", "--config", "carto.toml"),
        ("serve", "--port", "65536"),
        ("serve", "--port", "-1"),
        ("serve", "--port", "٨٠"),
        ("serve", "--workers", "0"),
        ("export", "cantons"),
        ("export", "communes", "--format", "doc"),
        ("map",),
        ("map", "--territory", "29", "--indicateur", "pluie"),
        ("list", "extra"),
    ],
)
def test_a_misuse_exits_with_2(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        parse(*words)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("erreur")


def test_every_option_is_explained(capsys: pytest.CaptureFixture[str]):
    for verb in ("build", "verify", "list", "serve", "export", "map"):
        with pytest.raises(SystemExit):
            parse(verb, "--help")
        assert "--data-dir DOSSIER" in capsys.readouterr().out
