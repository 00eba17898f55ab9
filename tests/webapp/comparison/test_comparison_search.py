"""Adding a territory by its name: added when there is no doubt, offered otherwise."""

from __future__ import annotations

import pytest

from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.comparison_search import Meant, matching, place_id
from webapp.search.search import Found, Group
from webapp.search.search_index import FORMER, Place
from webapp.views.state import MapState

BREST = Place("commune", "29019", "Brest", "/commune/29019", "Finistère")
METROPOLE = Place("epci", "242900314", "Brest Métropole", "/epci/242900314", "")
BRESTOT = Place("commune", "27110", "Brestot", "/commune/27110", "Eure")
OLD = Place(FORMER, "29138", "Logonna-Quimerch", "/commune/29302", "")


def meant(question: str, *places: Place, ids: tuple[str, ...] = ("29232",)) -> Meant:
    found = Found(groups=(Group("Communes", places, len(places)),) if places else ())
    chosen = [TerritoryId("commune", code) for code in ids]
    return matching(question, found, chosen, MapState("fibre"))


@pytest.mark.parametrize("question", ["brest", "BREST", "29019"])
def test_an_equal_name_or_code_is_added(question: str) -> None:
    assert meant(question, BREST, METROPOLE, BRESTOT).added == TerritoryId("commune", "29019")


def test_the_only_answer_is_added() -> None:
    assert meant("bresto", BRESTOT).added == TerritoryId("commune", "27110")


def test_several_answers_are_offered_with_what_tells_them_apart() -> None:
    found = meant("bres", BREST, METROPOLE, BRESTOT)
    assert found.added is None
    assert "lequel" in found.said
    assert [choice.nom for choice in found.choices] == [
        "Brest, commune, Finistère",
        "Brest Métropole, intercommunalité",
        "Brestot, commune, Eure",
    ]
    assert found.choices[1].url == "/comparer?ids=commune-29232,epci-242900314&ind=fibre"


def test_close_spellings_are_offered_when_nothing_matches() -> None:
    found = matching("brext", Found(close=(BREST, OLD)), [], MapState())
    assert "Vouliez-vous dire" in found.said
    assert [choice.url for choice in found.choices] == ["/comparer?ids=commune-29019"]


def test_what_is_compared_already_and_what_does_not_fit_are_said() -> None:
    assert "déjà dans la comparaison" in meant("brest", BREST, ids=("29019",)).said
    assert "pleine" in meant("brest", BREST, ids=("1", "2", "3", "4")).said


def test_a_former_commune_is_no_territory() -> None:
    assert place_id(OLD) is None
    assert meant("logonna", OLD).added is None
