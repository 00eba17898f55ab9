"""EPCI membership: the demo, the yearly workbook, and what breaks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.sources.epci import parse
from tests.geodata.raw_files import published_file
from tests.geodata.sources.damage import (
    DemoFile,
    check_empty,
    check_missing_column,
    check_nothing_set_aside,
    check_wrong_encoding,
)

CROZON = "29;200066868;CC Presqu'île de Crozon-Aulne maritime;CC;FPU;29042;"


@pytest.fixture
def demo(demo_data: Path) -> DemoFile:
    return DemoFile(demo_data / "epcicom.csv", "epci", parse, "raison_sociale")


def test_the_demo(demo: DemoFile) -> None:
    parsed = parse(published_file(demo.path, "epci"))
    assert (parsed.rows_in, len(parsed.table)) == (279, 279)
    assert parsed.table["siren_epci"].nunique() == 21
    assert not {"29083", "29155"} & set(parsed.table["code_insee"])
    assert {"22157", "22202", "22351", "22373"} <= set(parsed.table["code_insee"])
    check_nothing_set_aside(parsed)


def test_broken_files(demo: DemoFile, tmp_path: Path) -> None:
    check_empty(demo, tmp_path)
    check_wrong_encoding(demo, tmp_path)
    check_missing_column(demo, tmp_path)


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (CROZON.replace("200066868", "20006686"), "SIREN_INVALIDE"),
        (CROZON.replace("29042", "29"), "CODE_INVALIDE"),
        (CROZON.replace("CC Presqu'île de Crozon-Aulne maritime", " "), "NOM_ABSENT"),
        (CROZON.replace("29042", "29302").replace("2000", "2001"), "CLE_REPETEE"),
    ],
)
def test_a_broken_row_costs_itself_only(
    demo: DemoFile, tmp_path: Path, broken: str, code: str
) -> None:
    parsed = demo.read(tmp_path, demo.replaced(CROZON, broken))
    (refused,) = parsed.refused
    assert (refused.file, refused.code) == ("epcicom.csv", code)
    assert refused.reason
    assert len(parsed.table) == 278


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    parsed = parse(published_file(france_data / "cog" / "epcicom.xlsx", "epci"))
    assert (parsed.rows_in, len(parsed.table)) == (34871, 34871)
    assert parsed.table["siren_epci"].nunique() == 1255
    assert set(parsed.table["nature_juridique"]) == {"CC", "CA", "CU", "METRO", "MET69"}
