"""Relay communes: the example, a commune without a convention, and dates that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.sources.communes_relais import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.rules.repository import ROOT


def test_the_documented_example() -> None:
    path = ROOT / "docs/schemas/communes_relais-exemple.csv"
    parsed = parse(published_file(path, "communes_relais"))
    assert parsed.refused == ()
    dates = parsed.table["date_convention"].fillna("").to_list()
    assert dates == ["", "2022-11-08", "2023-01-17"]


@pytest.mark.parametrize(
    ("date", "code"), [("17/01/2027", "DATE_FUTURE"), ("en cours", "DATE_ILLISIBLE")]
)
def test_a_convention_not_signed_yet_is_refused(tmp_path: Path, date: str, code: str) -> None:
    text = f"Code INSEE;Convention signée le;Maire\n29180;{date};Mme X\n29156;08/11/2022;\n"
    parsed = parse(raw_file(tmp_path, text, source="communes_relais"))
    (refused,) = parsed.refused
    assert (refused.code, len(parsed.table)) == (code, 1)
    assert "Mme X" not in refused.raw
