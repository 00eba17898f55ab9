"""Where a reader means: names, codes, degrees, points of the map, and what is none of them."""

from __future__ import annotations

import pytest

from carto.planning.scenarios.scenario import Where
from tests.webapp.sample import TABLES
from webapp.scenarios.typed_place import Meant, meant_by
from webapp.search.search_index import search_index

LEVELS = {"commune": {row["code_insee"]: row for row in TABLES["communes"]}}
NAMES = search_index(LEVELS, {}, [])
COMMUNES = {row["code_insee"]: row["nom"] for row in TABLES["communes"]} | {"22001": "Ailleurs"}


def meant(asked: str) -> Meant:
    return meant_by(asked, COMMUNES, NAMES, lambda point: (point[0] / 100, point[1] / 10))


@pytest.mark.parametrize("asked", ["29019", "Brest", "brest", " BREST "])
def test_a_commune_by_its_name_or_its_code(asked: str) -> None:
    assert meant(asked).where == Where(commune="29019")


def test_a_commune_around_has_no_page_and_is_found() -> None:
    assert meant("ailleurs").where == Where(commune="22001")


@pytest.mark.parametrize("asked", ["48.3904, -4.4861", "48,3904 ; -4,4861", "48.39044,-4.48606"])
def test_degrees_are_read_latitude_first(asked: str) -> None:
    assert meant(asked).where == Where(lon_lat=(-4.4861, 48.3904))


def test_a_point_of_the_map_is_read_by_its_frame() -> None:
    assert meant("@-450,484.5").where == Where(lon_lat=(-4.5, 48.45))
    without = meant_by("@1,2", COMMUNES, NAMES, None)
    assert without.where is None
    assert "nom d'une commune" in without.said


def test_an_unknown_name_is_said_with_the_closest_ones() -> None:
    found = meant("Bresd")
    assert found.where is None
    assert "ne s'appelle" in found.said
    assert ("29019", "Brest") in found.choices


@pytest.mark.parametrize("asked", ["", "  "])
def test_nothing_typed_asks_for_something(asked: str) -> None:
    assert meant(asked).said.startswith("Dites où")


def test_hostile_words_are_said_back_short_and_clean() -> None:
    found = meant("\x00" + "z" * 500)
    assert found.where is None
    assert "\x00" not in found.said
    assert "z" * 60 not in found.said
