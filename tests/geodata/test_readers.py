"""Every reader reads what settings accept, and says who publishes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geodata.readers import READERS, reader_for, titles_read
from geodata.source_settings import READER_IDS
from tests.geodata.demo_tables import raw_demo


def test_settings_accept_the_readers_in_their_order() -> None:
    assert tuple(READERS) == READER_IDS


@pytest.mark.parametrize("reader", READERS)
def test_a_layout_is_described(reader: str) -> None:
    assert READERS[reader]
    for layout in READERS[reader]:
        assert layout.description.id == reader
        assert layout.description.licence
        is_local = layout.description.producer == "Territoire"
        assert is_local or layout.description.homepage.startswith("https://")


def test_each_file_of_the_demonstration_is_recognised() -> None:
    for raw in raw_demo():
        layouts = READERS[raw.source]
        assert reader_for(raw) in layouts
        assert reader_for(raw).recognises(raw)


def test_titles_are_those_of_the_layouts_read(tmp_path: Path) -> None:
    (demo,) = (raw for raw in raw_demo() if raw.source == "fibre")
    coverage = tmp_path / "mci.csv"
    coverage.write_text("code_insee,nbr,elig_ftth\n29001,779,595\n", encoding="utf-8")
    other = replace(demo, source="fibre_mci", path=coverage, name=coverage.name)
    assert "fibre" in titles_read([demo])["fibre"]
    assert titles_read([other])["fibre"].startswith("Ma connexion internet")
    both = titles_read([demo, other, other])["fibre"]
    assert both == f"{titles_read([demo])['fibre']} ; {titles_read([other])['fibre']}"
