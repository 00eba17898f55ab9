"""A selected commune that is no more."""

from __future__ import annotations

from webapp.search.living_selection import living_selection

FORMER = {
    "29138": ({"nom_ancien": "Logonna", "code_insee": "29302", "date": "1965-02-01"},),
    "29998": (
        {"nom_ancien": "Ancienne", "code_insee": "29001", "date": "1970-01-01"},
        {"nom_ancien": "Ancienne", "code_insee": "29042", "date": "1970-01-01"},
    ),
}
COMMUNES = {"29302": {"nom": "Pont"}, "29001": {"nom": "Argol"}, "29042": {"nom": "Crozon"}}


def test_the_heir_is_selected_and_said() -> None:
    query, said = living_selection({"sel": "29138", "ind": "fibre"}, FORMER, COMMUNES)
    assert query == {"sel": "29302", "ind": "fibre"}
    assert said == [
        "Logonna (29138) est dans Pont depuis le 1er février 1965\u00a0: Pont est sélectionnée."
    ]


def test_a_divided_commune_leaves_the_choice() -> None:
    query, said = living_selection({"sel": "29998", "ind": "fibre"}, FORMER, COMMUNES)
    assert query == {"ind": "fibre"}
    assert "partagée entre Argol et Crozon le 1er janvier 1970" in said[0]


def test_a_living_commune_or_none_is_left_alone() -> None:
    for query in ({"sel": "29302"}, {"sel": "inconnue"}, {}):
        assert living_selection(query, FORMER, COMMUNES) == (query, [])


def test_an_arrondissement_that_led_to_its_commune_is_named() -> None:
    paris = {"75056": {"nom": "Paris"}}
    query, said = living_selection({"ancien": "75101", "ind": "fibre"}, {}, paris)
    assert query == {"ind": "fibre"}
    assert said[0].startswith("75101 est un arrondissement")
    assert "Paris (75056)" in said[0]
    assert living_selection({"ancien": "75101"}, {}, {}) == ({"ancien": "75101"}, [])
