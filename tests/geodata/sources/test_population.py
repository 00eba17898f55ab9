"""Populations: the demo, the national file, and what breaks them."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from geodata.sources.population import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.geodata.sources.damage import (
    DemoFile,
    check_empty,
    check_missing_column,
    check_nothing_set_aside,
    check_wrong_encoding,
)


@pytest.fixture
def demo(demo_data: Path) -> DemoFile:
    return DemoFile(demo_data / "population.csv", "population", parse, "PMUN")


def test_the_demo(demo: DemoFile) -> None:
    parsed = parse(published_file(demo.path, "population"))
    assert (parsed.rows_in, len(parsed.table)) == (277, 277)
    check_nothing_set_aside(parsed)
    populations = parsed.table.set_index("code_insee")["population"]
    assert populations["29001"] == 1065


def test_broken_files(demo: DemoFile, tmp_path: Path) -> None:
    check_empty(demo, tmp_path)
    check_wrong_encoding(demo, tmp_path)
    check_missing_column(demo, tmp_path)


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("29001;Argol;s", "POPULATION_ABSENTE"),
        ("29001;Argol;-3", "NOMBRE_NEGATIF"),
        ("29001;Argol;beaucoup", "NOMBRE_ILLISIBLE"),
        ("0null;Argol;1065", "CODE_INVALIDE"),
        ('29001;"Argol;1065', "GUILLEMETS"),
    ],
)
def test_a_broken_row_costs_itself_only(
    demo: DemoFile, tmp_path: Path, broken: str, code: str
) -> None:
    parsed = demo.read(tmp_path, demo.replaced("29001;Argol;1065", broken))
    (refused,) = parsed.refused
    assert (refused.file, refused.line, refused.code) == ("population.csv", 2, code)
    assert refused.raw == broken
    assert len(parsed.table) == 276


@pytest.mark.parametrize("name", ["pmun", "pmun_2025", "PMUN", "population"])
def test_the_column_may_be_renamed(demo: DemoFile, tmp_path: Path, name: str) -> None:
    assert len(demo.read(tmp_path, demo.replaced("PMUN", name)).table) == 277


def test_the_archive_of_insee_is_opened_at_its_communes(tmp_path: Path) -> None:
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("donnees_communes.csv", "COM;PMUN\n29001;1065\n")
        archive.writestr("donnees_departements.csv", "DEP;PMUN\n29;1\n")
    parsed = parse(raw_file(tmp_path, held.getvalue(), name="ensemble.zip"))
    assert parsed.table["population"].tolist() == [1065]


def test_repairs_are_noticed(tmp_path: Path) -> None:
    parsed = parse(raw_file(tmp_path, "COM;PMUN\n1001;1 234\n02001;5\n"))
    assert parsed.table["code_insee"].to_list() == ["01001", "02001"]
    (notice,) = parsed.notices
    assert (notice.line, notice.subject, notice.code) == (2, "01001", "CODE_REPARE")


@pytest.mark.parametrize(
    ("cells", "code"),
    [("976;;;601;", "97601"), ("976;;;601;Acoua", "97601"), ("975;;;502;", "97502")],
)
def test_overseas_the_code_is_made_of_two_columns(tmp_path: Path, cells: str, code: str) -> None:
    header = "CODREG;REG;DEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT"
    parsed = parse(raw_file(tmp_path, f"{header}\n06;;{cells};5192;192;5384\n"))
    assert parsed.table.to_numpy().tolist() == [[code, 5192]]
    check_nothing_set_aside(parsed)


@pytest.mark.france
def test_mayotte(france_data: Path) -> None:
    parsed = parse(
        published_file(france_data / "cog" / "donnees_communes_mayotte.csv", "population")
    )
    assert (parsed.rows_in, len(parsed.table)) == (17, 17)
    assert parsed.table["code_insee"].to_list() == [str(97601 + rank) for rank in range(17)]
    assert parsed.table["population"].sum() == 256_518


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    parsed = parse(published_file(france_data / "cog" / "donnees_communes.csv", "population"))
    assert (parsed.rows_in, len(parsed.table), len(parsed.refused)) == (34900, 34858, 0)
    populations = parsed.table.set_index("code_insee")["population"]
    assert populations["75056"] == 2_103_778
    assert populations["55139"] == 0
