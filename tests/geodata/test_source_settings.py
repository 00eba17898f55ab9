"""A source is named after its reader, with a suffix when there are several files."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SettingsError
from geodata.source_settings import READER_IDS, SHIPPED_COLUMNS, read_sources, reader_of
from geodata.toml_section import Section

DATED = {"file": "lieux.csv", "millesime": "2024", "date": "2024-01-01", "cog": 2026}


def section(sources: dict[str, object]) -> Section:
    return Section("carto.toml", "sources", sources)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Hold a file and a map of columns."""
    (tmp_path / "lieux.csv").write_text("", encoding="utf-8")
    (tmp_path / "colonnes.toml").write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("reader", READER_IDS)
def test_a_reader_reads_the_source_of_its_name(reader: str) -> None:
    assert reader_of(reader) == reader
    assert reader_of(f"{reader}_2018") == reader


@pytest.mark.parametrize("name", ["lieu", "lieux_", "lieux_A", "fibrehistory", "_fibre", ""])
def test_another_name_has_no_reader(name: str) -> None:
    with pytest.raises(KeyError):
        reader_of(name)


def test_several_files_of_one_reader(base: Path) -> None:
    written = {"lieux_nord": DATED, "lieux": DATED}
    assert [s.id for s in read_sources(section(written), base)] == ["lieux", "lieux_nord"]
    assert {s.reader for s in read_sources(section(written), base)} == {"lieux"}


def test_a_map_of_columns_is_a_file_beside_the_settings(base: Path) -> None:
    (source,) = read_sources(section({"lieux_nord": DATED | {"colonnes": "colonnes.toml"}}), base)
    assert source.columns == base / "colonnes.toml"


def test_a_shipped_map_is_known_by_its_name(base: Path) -> None:
    for shipped in SHIPPED_COLUMNS.glob("*.toml"):
        written = {"lieux_nord": DATED | {"colonnes": shipped.stem}}
        assert read_sources(section(written), base)[0].columns == shipped


def test_an_unknown_map_is_refused(base: Path) -> None:
    with pytest.raises(SettingsError, match=r"sources\.lieux_nord\.colonnes.*absent"):
        read_sources(section({"lieux_nord": DATED | {"colonnes": "absent.toml"}}), base)
