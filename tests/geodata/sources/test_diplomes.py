"""Diplomas of those who left school: the columns of the base, alone or in its archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.sources.diplomes import parse
from tests.geodata.raw_files import raw_file
from tests.geodata.zip_files import zip_of

TEXT = (
    "CODGEO;P22_NSCOL15P;P22_NSCOL15P_DIPLMIN;P22_NSCOL15P_BEPC\n"
    "29001;1000.5;240.25;100\n29002;800;s;\n"
)


def test_both_counts_are_read(tmp_path: Path) -> None:
    parsed = parse(raw_file(tmp_path, TEXT, source="diplomes"))
    assert parsed.table.fillna(-1).to_dict("list") == {
        "code_insee": ["29001", "29002"],
        "people_out_of_school_count": [1000.5, 800],
        "people_without_diploma_count": [240.25, -1],
    }


def test_the_archive_of_insee_is_read(tmp_path: Path) -> None:
    members = {
        "base-cc-diplomes-formation-2022.CSV": TEXT,
        "base-cc-diplomes-formation-2022-COM.CSV": "CODGEO;X\n",
        "meta_base-cc-diplomes-formation-2022.CSV": "COD_VAR\n",
        "meta_base-cc-diplomes-formation-2022-COM.CSV": "COD_VAR\n",
    }
    parsed = parse(raw_file(tmp_path, zip_of(members), source="diplomes"))
    assert len(parsed.table) == 2


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="colonne absente"):
        parse(raw_file(tmp_path, "CODGEO;P22_X\n29001;1\n", source="diplomes"))
