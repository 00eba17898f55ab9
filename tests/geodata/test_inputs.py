"""Inputs: what is kept of the configured sources, and in which tables they end."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest

from carto.errors import CartoError, MixedVintagesError
from geodata import inputs
from geodata.errors import DownloadError
from geodata.fetching.limits import FetchLimits
from geodata.inputs import align_all, collect, parse_all, software_digest, tables_of
from geodata.second_process import SecondProcess
from geodata.source import RawFile
from geodata.storage.data_dir import DataDir
from geodata.storage.parsed_table_file import to_bytes
from geodata.storage.stage_cache import StageCache
from tests.demo import DEMO, demo_settings, without
from tests.geodata.fetching.publisher import Publisher

CONFIGURED = {source.id for source in demo_settings().sources}


def silent(_: str) -> None:
    """Ignore progress."""


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> dict[str, RawFile]:
    """Collect the files of the demonstration."""
    return collect(demo_settings(), DataDir(tmp_path_factory.mktemp("data")), silent)


def test_the_bytes_are_kept_under_their_hash(raw: dict[str, RawFile]) -> None:
    assert list(raw) == sorted(CONFIGURED)
    for kept in raw.values():
        published = (DEMO / kept.name).read_bytes()
        assert kept.path.read_bytes() == published
        assert kept.path.name == kept.sha256 == hashlib.sha256(published).hexdigest()
        assert kept.bytes == len(published)
    assert (raw["fibre"].millesime, raw["fibre"].date) == ("T2 2026", "2026-06-30")


def test_a_source_with_an_address_is_fetched_once(tmp_path: Path, publisher: Publisher) -> None:
    publisher.files["/population.csv"] = (DEMO / "population.csv").read_bytes()
    url = publisher.url("/population.csv")
    settings = replace(
        demo_settings(),
        sources=tuple(
            replace(source, file=None, url=url) if source.id == "population" else source
            for source in demo_settings().sources
        ),
        fetch=FetchLimits(allow_hosts=("127.0.0.1",)),
    )
    said: list[str] = []
    kept = collect(settings, DataDir(tmp_path), said.append)["population"]
    assert said == [f"téléchargement de population ({url})"]
    assert (kept.url, kept.name) == (url, "population.csv")
    assert kept.path.read_bytes() == (DEMO / "population.csv").read_bytes()
    assert collect(settings, DataDir(tmp_path), said.append)["population"] == kept
    assert len(publisher.asked) == len(said) == 1


def test_a_source_that_was_never_fetched_and_cannot_be_stops_the_build(tmp_path: Path) -> None:
    source = replace(demo_settings().sources[0], file=None, url="http://127.0.0.1:9/a.geojson")
    settings = demo_settings()
    sources = (source, *settings.sources[1:])
    with pytest.raises(DownloadError, match="adresse privée"):
        collect(replace(settings, sources=sources), DataDir(tmp_path), silent)


@pytest.mark.parametrize("source", inputs.REQUIRED)
def test_a_required_source_is_named(tmp_path: Path, source: str) -> None:
    with pytest.raises(CartoError, match=rf"ajoutez \[sources\.{source}\] avec file ou url"):
        collect(without(demo_settings(), source), DataDir(tmp_path), silent)


def test_places_of_all_sources_stand_together(raw: dict[str, RawFile]) -> None:
    said: list[str] = []
    parsed = parse_all(raw, said.append)
    assert said[:2] == [
        "lecture de bilan_activite (bilan-activite-landerneau-2023.csv)",
        "lecture de contours (communes-50m.geojson)",
    ]
    assert len(said) == len(CONFIGURED)
    read = {source_id: table.table for source_id, table in parsed.items()}
    tables = tables_of(read)
    assert set(tables) == (CONFIGURED - {"france_services"}) | {"sites"}
    assert len(tables["sites"]) == 99
    del read["france_services"]
    assert "sites" not in tables_of(read)


def test_tables_of_one_year_are_left_as_they_are(raw: dict[str, RawFile]) -> None:
    parsed = parse_all(raw, silent)
    aligned = align_all(parsed, raw)
    assert aligned.cog == 2026
    assert all(aligned.tables[source_id] is parsed[source_id].table for source_id in parsed)
    other = raw | {"population": replace(raw["population"], cog=2025)}
    with pytest.raises(MixedVintagesError, match=r"population : 2025.*\[sources\.mouvements\]"):
        align_all(parsed, other)


def test_the_fingerprint_of_the_code_is_stable() -> None:
    assert re.fullmatch("[0-9a-f]{64}", software_digest())
    assert software_digest() == software_digest()


def test_two_processes_give_the_tables_of_one(
    raw: dict[str, RawFile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "WORTH_SHARING_BYTES", 1)
    alone = parse_all(raw, silent)
    with SecondProcess() as second:
        cache = StageCache(tmp_path / "stages", "v1")
        shared = parse_all(raw, silent, cache, second)
        again = parse_all(raw, silent, cache, second)
    for parsed in (shared, again):
        assert {name: to_bytes(table) for name, table in parsed.items()} == {
            name: to_bytes(table) for name, table in alone.items()
        }
