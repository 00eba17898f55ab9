"""The territories of an address: written one way, read with care."""

from __future__ import annotations

import pytest

from webapp.comparison.compared_ids import TerritoryId, read_ids, write_ids

PUBLISHED = {
    ("commune", "29019"),
    ("commune", "2A004"),
    ("epci", "242900314"),
    ("departement", "29"),
    ("departement", "53"),
    ("region", "53"),
    ("groupe", "iles-du-ponant"),
    ("france", "FR"),
}


def exists(type_: str, code: str) -> bool:
    return (type_, code) in PUBLISHED


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("29019,242900314", "commune-29019,epci-242900314"),
        ("2A004, FR ,29", "commune-2A004,france-FR,departement-29"),
        ("region-53,departement-53", "region-53,departement-53"),
        ("iles-du-ponant,groupe-iles-du-ponant,29", "groupe-iles-du-ponant,departement-29"),
        ("", ""),
        (",,,", ""),
    ],
)
def test_ids_have_one_way_to_be_written(text: str, written: str) -> None:
    assert write_ids(read_ids(text, exists).ids) == written


def test_what_is_written_reads_back_without_a_notice() -> None:
    ids = tuple(TerritoryId(*one) for one in sorted(PUBLISHED))[:4]
    read = read_ids(write_ids(ids), exists)
    assert read.ids == ids
    assert read.notices == ()


def test_an_ambiguous_code_is_said_with_both_ways_to_write_it() -> None:
    read = read_ids("53,29", exists)
    assert write_ids(read.ids) == "departement-29"
    (notice,) = read.notices
    assert "departement-53 ou region-53" in notice


def test_beyond_four_the_first_are_kept_and_the_others_named() -> None:
    read = read_ids("29019,2A004,29,FR,region-53", exists)
    assert len(read.ids) == 4
    (notice,) = read.notices
    assert "sans region-53" in notice


@pytest.mark.parametrize(
    "text",
    [
        "99999",
        "commune-99999",
        "epci-29019",
        "<script>",
        "٢٩٠١٩",
        "a" * 5000,
        "29\n019",
        "commune-",
    ],
)
def test_what_is_not_published_is_left_aside_and_said(text: str) -> None:
    read = read_ids(f"29019,{text}", exists)
    assert write_ids(read.ids) == "commune-29019"
    (notice,) = read.notices
    assert len(notice) < 150
    assert notice.replace("\u00a0", " ").isprintable()


def test_a_territory_is_shown_once() -> None:
    read = read_ids("29019,commune-29019", exists)
    assert len(read.ids) == 1
    assert len(read.notices) == 1


def test_a_very_long_list_is_cut() -> None:
    read = read_ids(",".join(["zz"] * 5000), exists)
    assert len(read.notices) == 13
