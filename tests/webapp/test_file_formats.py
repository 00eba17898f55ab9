"""Tests of `webapp.file_formats`."""

from __future__ import annotations

from webapp.file_formats import COMMUNES, FILE_FORMATS, PLACES, TERRITORIES, offered_files


def test_a_file_of_each_format_keeps_the_query_of_the_page() -> None:
    offered = offered_files("/departement/29/tableau?q=br", COMMUNES, 12)
    assert [file.url for file in offered] == [
        f"/departement/29/tableau.{suffix}?q=br" for suffix in FILE_FORMATS
    ]


def test_every_format_says_what_it_is_for_and_about_what_it_weighs() -> None:
    for kind in (COMMUNES, TERRITORIES, PLACES):
        for file in offered_files("/france/tableau", kind, 35_000):
            assert file.format.use.endswith(".")
            assert file.weight.endswith(("Ko", "Mo"))
