"""One named test per trouble of duplicates."""

from __future__ import annotations

import pytest

from carto.sites.duplicates import merge_places, merge_records
from carto.sites.records import with_records
from carto.verdict.parameters import Sites
from tests.carto.sites.rows import parsed, placed, site

PIVOT = {"pivot": "21290024900010"}
OTHER_NAME = {"nom": "Mission locale"}


def codes(*rows: dict[str, object]) -> list[str]:
    return [row.code for row in merge_places(placed(*rows), Sites()).left_out]


def test_the_same_record_in_two_lists_is_one_row() -> None:
    rows = with_records(parsed(site("lieux:France-Services_1", None), site("france_services:1")))
    found = merge_records(rows)
    assert found.sites["id"].tolist() == ["france_services:1"]
    assert [(row.key, row.code, row.into) for row in found.left_out] == [
        ("lieux:France-Services_1", "MEME_FICHE", "france_services:1")
    ]


def test_a_place_found_in_several_lists_is_no_point_of_service() -> None:
    both = site("lieux:France-Services_1__conseiller-numerique_2")
    rows = parsed(both, site("france_services:1"), site("conseillers_numeriques:2"))
    found = merge_records(with_records(rows)).sites
    assert sorted(found["id"]) == ["conseillers_numeriques:2", "france_services:1"]


@pytest.mark.parametrize(
    ("east_m", "own", "code"),
    [
        (40, {}, "MEME_LIEU"),
        (60, {}, None),
        (40, OTHER_NAME, None),
        (40, PIVOT | OTHER_NAME, "MEME_PIVOT"),
        (60, PIVOT | OTHER_NAME, None),
        (450, PIVOT, "MEME_PIVOT"),
        (550, PIVOT, None),
        (0, {"kind": "point_de_service"}, None),
        (0, {"code_insee": "29152"}, None),
        (0, {"is_itinerant": True, "format": "bus"}, None),
    ],
    ids=[
        "same name near",
        "same name farther",
        "neighbours",
        "same pivot near",
        "an employer's places",
        "one address geocoded twice",
        "an employer's places alike",
        "another nature",
        "another commune",
        "a vehicle at its base",
    ],
)
def test_two_rows(east_m: float, own: dict[str, object], code: str | None) -> None:
    assert codes(site("a", **PIVOT), site("b", east_m, **own)) == ([code] if code else [])


def test_an_employers_pivot_at_27_stops_merges_none() -> None:
    stops = [site(f"s{n:02}", 3000 * n - 9000, nom=f"Permanence {n}", **PIVOT) for n in range(27)]
    assert codes(*stops) == []


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (PIVOT, PIVOT, "MEME_PIVOT"),
        (PIVOT, PIVOT | OTHER_NAME, None),
        (PIVOT, PIVOT | {"adresse": "30 place de la Gare"}, None),
        (PIVOT, PIVOT | {"code_insee": "29152"}, None),
        ({}, {}, "MEME_ADRESSE"),
        ({}, {"adresse": "30 place de la Gare"}, None),
        ({}, {"adresse": None}, None),
    ],
)
@pytest.mark.parametrize("east_m", [None, 0])
def test_a_row_without_a_point(
    first: dict[str, object], second: dict[str, object], code: str | None, east_m: float | None
) -> None:
    found = codes(site("a", east_m, **first), site("b", None, **second))
    assert found == ([code] if code else [])


def test_two_records_of_a_curated_list_are_compared_by_their_whole_names() -> None:
    main = site("france_services:1", nom="France services Carhaix-Plouguer")
    antenne = site("france_services:2", nom="France services Gourin - Antenne de Carhaix")
    twice = site("france_services:3", nom="France services de Carhaix Plouguer")
    assert codes(main, antenne) == []
    assert codes(main, twice) == ["MEME_LIEU"]


def test_resemblances_make_no_chain() -> None:
    rows = [site(f"s{n}", 40 * n, date_maj=f"2024-01-{9 - n:02}") for n in range(4)]
    found = merge_places(placed(*rows), Sites())
    assert {(row.key, row.into) for row in found.left_out} == {("s1", "s0"), ("s3", "s2")}


def test_what_a_row_takes_may_prove_another_pair() -> None:
    """The pivot that `a` takes from `b` is also that of `c`."""
    rows = (
        site("a", date_maj="2024-01-03"),
        site("b", 10, date_maj="2024-01-02", **PIVOT),
        site("c", -40, date_maj="2024-01-01", **(PIVOT | OTHER_NAME)),
    )
    found = merge_places(placed(*rows), Sites())
    assert found.sites["id"].tolist() == ["a"]
    assert found.sites["merged_ids"].tolist() == ["b|c"]


def test_merging_again_merges_nothing() -> None:
    once = merge_places(placed(*(site(f"s{n}", 20 * n, **PIVOT) for n in range(9))), Sites())
    twice = merge_places(once.sites, Sites())
    assert twice.left_out == ()
    assert twice.sites["id"].tolist() == once.sites["id"].tolist()
