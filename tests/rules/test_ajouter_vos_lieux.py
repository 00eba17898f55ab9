"""The page for those who add their own places: its example is run, and says what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from geodata.column_maps import load_column_map
from geodata.errors import SettingsError
from geodata.source import ParsedTable
from geodata.source_settings import SHIPPED_COLUMNS, read_sources
from geodata.sources.lieux_locaux import parse
from geodata.toml_section import Section, read_toml
from tests.geodata.raw_files import published_file
from tests.rules.repository import ROOT

PAGE = (ROOT / "docs" / "ajouter-vos-lieux.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"```\w+ (\S+)\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write the files of the page."""
    for name, text in BLOCKS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def parsed(folder: Path) -> ParsedTable:
    """Read the list of the page as `carto build` reads it."""
    settings = Section("carto.toml", "", read_toml(folder / "carto.toml")).section("sources")
    (source,) = read_sources(settings, folder)
    assert source.file is not None
    raw = published_file(source.file, source.id, source.date)
    return parse(replace(raw, columns=source.columns))


def test_what_is_said_of_each_line(parsed: ParsedTable) -> None:
    table = re.findall(r"^\| (\d+) \| `(\w+)` \| (.+) \|$", PAGE, re.MULTILINE)
    said = [(row.line, row.code, row.reason) for row in parsed.refused]
    said += [(notice.line, notice.code, notice.message) for notice in parsed.notices]
    spoken = [(str(line), code, text.replace("\u00a0", " ")) for line, code, text in sorted(said)]
    assert table == spoken


def test_what_is_published(parsed: ParsedTable) -> None:
    places = parsed.table.set_index("id")
    assert list(places.index) == [f"lieux_finistere:{number}" for number in (1, 2, 4)]
    first = places.loc["lieux_finistere:1"]
    assert first["horaires"] == "Tu 14:00-18:00; Th 14:00-18:00"
    assert first["modalites_accompagnement"] == "En autonomie"
    assert first["date_maj"] == "2024-04-02"
    assert places.loc["lieux_finistere:2", ["telephone", "horaires"]].isna().all()
    assert places.loc["lieux_finistere:4", ["longitude", "latitude"]].isna().all()


def test_the_error_of_the_page(folder: Path) -> None:
    path = folder / "colonnes.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("nom =", "nomm ="), encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_column_map(path)
    assert str(caught.value).replace("\u00a0", " ").startswith(BLOCKS["erreur"].strip())


def test_every_shipped_map_is_named() -> None:
    for path in SHIPPED_COLUMNS.glob("*.toml"):
        assert f'"{path.stem}"' in PAGE
