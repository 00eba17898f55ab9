"""The arguments of `carto import`."""

from __future__ import annotations

from pathlib import Path

import pytest

from webapp.arguments import command_parser


def test_a_kind_and_a_file_are_enough() -> None:
    options = command_parser().parse_args(["import", "activite", "a.csv"])
    assert (options.kind, options.file, options.config) == (
        "activite",
        Path("a.csv"),
        Path("carto.toml"),
    )
    assert (options.date, options.millesime, options.encoding) == (None, None, None)
    assert not options.dry_run
    assert not options.modele
    assert not options.json


def test_a_trial_and_an_empty_file_exclude_each_other() -> None:
    with pytest.raises(SystemExit):
        command_parser().parse_args(["import", "activite", "--modele", "--dry-run"])
