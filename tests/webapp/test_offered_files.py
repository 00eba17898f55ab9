"""Tests of `webapp.offered_files`."""

from __future__ import annotations

from carto.drawing.indicators.units import UNITS
from webapp.file_formats import FILE_FORMATS
from webapp.offered_files import PLACES, offered_files


def test_a_file_of_each_format_keeps_the_query_of_the_page() -> None:
    offered = offered_files("/departement/29/tableau?q=br", "commune", 12)
    assert [file.url for file in offered] == [
        f"/departement/29/tableau.{suffix}?q=br" for suffix in FILE_FORMATS
    ]


def test_every_format_says_what_it_is_for_and_about_what_it_weighs() -> None:
    for kind in (*UNITS, PLACES):
        for file in offered_files("/france/tableau", kind, 35_000):
            assert file.format.use.endswith(".")
            assert file.weight.endswith(("ko", "Mo"))
