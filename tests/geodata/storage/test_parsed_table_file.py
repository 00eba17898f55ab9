"""A parsed table comes back equal: values, types, contract, and the account of its source."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from shapely import Point

from carto.contracts import Column, TableContract
from carto.errors import ContractError
from geodata.frames import frame_of
from geodata.source import MergedRow, Notice, Origin, ParsedTable, RefusedRow
from geodata.sources import contours, france_services
from geodata.storage.parsed_table_file import from_bytes, to_bytes
from tests.geodata.raw_files import published_file

CONTRACT = TableContract(
    "essai",
    "Essai",
    "Toutes les sortes de colonnes : « vides » comprises.",
    ("code",),
    (
        Column("code", "string", "Code", "", pattern="[a-z]"),
        Column("texte", "string", "Texte", "", nullable=True, choices=("é", " a ")),
        Column("jour", "date", "Jour", "", nullable=True),
        Column("compte", "integer", "Compte", ""),
        Column("perhaps", "integer", "Peut-être", "", nullable=True, minimum=0),
        Column("mesure", "number", "Mesure", "", nullable=True, maximum=1),
        Column("est", "boolean", "Est", ""),
        Column("rdv", "boolean", "Rendez-vous", "", nullable=True),
        Column("geometry", "geometry", "Point", ""),
    ),
)
ROWS = [
    ("b", "é", "2026-11-22", 2**53 + 1, 2**40, 0.1, True, None, Point(1, 2)),
    ("a", None, None, -1, None, None, False, False, Point(-4.5, 48.25)),
]


def sample() -> ParsedTable:
    rows = [dict(zip(CONTRACT.names, row, strict=True)) for row in ROWS]
    return ParsedTable(
        source="essai",
        contract=CONTRACT,
        table=frame_of(rows, CONTRACT),
        rows_in=4,
        file="essai.csv",
        origins=(Origin(2, "b;é\r"), Origin(5, 'a;"\n"')),
        refused=(RefusedRow("essai", "essai.csv", 3, "?;é", "CODE_INVALIDE", "refusé"),),
        merged=(MergedRow("essai", "essai.csv", 4, "b", "DOUBLON", "déjà lu", "b"),),
        notices=(Notice("essai", "essai.csv", 2, "b", "CODE_REPARE", "réparé"),),
    )


def check_equal(again: ParsedTable, parsed: ParsedTable) -> None:
    assert type(again.table) is type(parsed.table)
    assert_frame_equal(pd.DataFrame(again.table), pd.DataFrame(parsed.table))
    if isinstance(parsed.table, gpd.GeoDataFrame):
        assert again.table.crs == parsed.table.crs
    for field in fields(ParsedTable):
        if field.name != "table":
            assert getattr(again, field.name) == getattr(parsed, field.name)


def test_every_type_and_every_account_comes_back() -> None:
    check_equal(from_bytes(to_bytes(sample())), sample())


@pytest.mark.parametrize(
    ("name", "source"),
    [("communes-50m.geojson", contours), ("france-services-20240801.csv", france_services)],
)
def test_what_readers_give_comes_back(demo_data: Path, name: str, source: object) -> None:
    raw = published_file(demo_data / name, source.DESCRIPTION.id)  # type: ignore[attr-defined]
    parsed = source.parse(raw)  # type: ignore[attr-defined]
    check_equal(from_bytes(to_bytes(parsed)), parsed)


def test_the_same_table_gives_the_same_bytes() -> None:
    assert to_bytes(sample()) == to_bytes(from_bytes(to_bytes(sample())))


def test_the_contract_is_held_again() -> None:
    assert b'"maximum":1' in to_bytes(sample())
    with pytest.raises(ContractError, match="mesure"):
        from_bytes(to_bytes(sample()).replace(b'"maximum":1', b'"maximum":0'))
