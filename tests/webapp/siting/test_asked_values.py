"""Values of an address: read, or replaced by their default with a notice."""

from __future__ import annotations

import pytest

from webapp.siting.asked_values import AskedValues


@pytest.mark.parametrize(("text", "value"), [("14", 14.0), ("3,5", 3.5), ("3.5", 3.5), ("", 7.0)])
def test_a_number_is_read_as_people_write_it(text: str, value: float) -> None:
    values = AskedValues({"heures": [text]})
    assert values.number("heures", (3.5, 35), 7.0) == value
    assert values.notices == []


@pytest.mark.parametrize("text", ["-1", "99", "nan", "1e3", "٣", "3h", "1" * 400])
def test_an_unusable_number_gets_its_default_and_a_notice(text: str) -> None:
    values = AskedValues({"heures": [text]})
    assert values.number("heures", (3.5, 35), 7.0) == 7.0
    assert [refused.name for refused in values.refused] == ["heures"]
    assert len(values.notices[0]) < 120


def test_a_whole_number_is_not_cut() -> None:
    values = AskedValues({"nombre": ["2,5"]})
    assert values.whole("nombre", (1, 10), 3) == 3
    assert "entier" in values.notices[0]


def test_the_last_value_of_a_repeated_parameter_counts() -> None:
    values = AskedValues({"comment": ["moins", "choix"]})
    assert values.choice("comment", ("moins", "choix"), "moins") == "choix"
    assert values.choice("absent", ("a",), "a") == "a"


def test_an_unknown_word_is_said() -> None:
    values = AskedValues({"comment": ["tout"]})
    assert values.choice("comment", ("moins", "choix"), "moins") == "moins"
    assert "parmi moins, choix" in values.notices[0]
    assert values.notices[0].endswith(" : « moins » est gardé.")


def test_a_word_without_a_default_chooses_nothing() -> None:
    values = AskedValues({"question": ["zzz"]})
    assert values.choice("question", ("manque",), "") == ""
    assert values.notices[0].endswith(" : rien n'est choisi.")


def test_a_list_keeps_each_value_once_in_its_order() -> None:
    values = AskedValues({"arret": ["29019", "", "29001", "29019"]})
    assert values.listed("arret") == ("29019", "29001")
    assert values.has("arret")
    assert not values.has("depart")
