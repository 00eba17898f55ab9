"""Tests of `webapp.evolutions.choices`."""

from __future__ import annotations

from webapp.evolutions.choices import ChoiceReader, by_name


def test_names_are_in_the_order_of_a_french_reader() -> None:
    assert by_name([("2", "Évran"), ("3", "Brest"), ("1", "Évran")]) == [
        ("3", "Brest"),
        ("1", "Évran"),
        ("2", "Évran"),
    ]


def test_a_value_that_does_not_exist_is_left_aside_and_said() -> None:
    reader = ChoiceReader({"epci": "1", "departement": "29", "cause": ""})
    assert reader.one("departement", {"29"}, "tout est montré") == "29"
    assert reader.one("cause", {"FIBRE"}, "toutes sont listées") is None
    assert reader.notices == []
    assert reader.one("epci", {"2"}, "tout est montré") is None
    assert reader.notices == ["«\u00a0epci=1\u00a0» n'existe pas ici\u00a0: tout est montré."]
