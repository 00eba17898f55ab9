"""One source of carto.toml changed: the rest stays byte for byte, or nothing changes."""

from __future__ import annotations

import tomllib

import pytest

from geodata.errors import SettingsError
from geodata.settings_edit import with_source

VALUES = {"file": "b.csv", "millesime": "2024", "date": "2024-12-31", "cog": 2026}
BEFORE = """\
# Notre territoire
title = "Ici"   # son nom

[sources.activite]   # tenue par Léa
file = 'a.csv'       # chaque mois
millesime = "2023"
date = 2023-12-31
encoding = "cp1252"
cog = 2025

# Le reste
[sources.population]
file = "p.csv"
"""


def test_only_the_lines_of_the_keys_change() -> None:
    after = with_source(BEFORE, "activite", VALUES, "carto.toml")
    old, new = BEFORE.splitlines(), after.splitlines()
    assert [line for line in new if line not in old] == [
        'file = "b.csv"       # chaque mois',
        'millesime = "2024"',
        'date = "2024-12-31"',
        "cog = 2026",
    ]
    assert [line.split("=")[0] for line in old] == [line.split("=")[0] for line in new]


def test_a_new_source_is_put_at_the_end() -> None:
    after = with_source(BEFORE, "enquete", VALUES, "carto.toml")
    assert after.startswith(BEFORE)
    assert tomllib.loads(after)["sources"]["enquete"] == VALUES


def test_the_file_takes_the_place_of_an_address() -> None:
    text = '[sources.activite]\nurl = "https://a.fr/x.csv"\n'
    after = with_source(text, "activite", VALUES, "carto.toml")
    assert tomllib.loads(after)["sources"]["activite"] == VALUES


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_ends_of_lines_are_kept(newline: str) -> None:
    text = BEFORE.replace("\n", newline).rstrip()
    after = with_source(text, "labels_lieux", VALUES, "carto.toml")
    assert after.startswith(text)
    assert after.count("\n") == after.count(newline)


def test_a_mark_of_utf_8_stays_first() -> None:
    after = with_source("\ufeff" + BEFORE, "activite", VALUES, "carto.toml")
    assert after == "\ufeff" + with_source(BEFORE, "activite", VALUES, "carto.toml")


@pytest.mark.parametrize(
    "text",
    [
        'sources.activite = { file = "a.csv" }\n',
        '[sources]\nactivite.file = "a.csv"\n',
        '[sources.activite]\nfile = """\na.csv"""\n',
    ],
)
def test_another_way_of_writing_is_left_alone(text: str) -> None:
    with pytest.raises(SettingsError, match="rien n'est changé"):
        with_source(text, "activite", VALUES, "carto.toml")
