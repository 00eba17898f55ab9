"""Codes of composed groups: read in any order, written in one, and nothing else is a group."""

from __future__ import annotations

import pytest

from carto.group_code import LONGEST_NAME, GroupCode, read_group_code, usual_name


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("29103-29105", "29103-29105"),
        ("29105-29103-29105", "29103-29105"),
        ("2b033-2A004", "2A004-2B033"),
        ("29103", "29103"),
        ("29103-29105_Pays_de_Léon", "29103-29105_Pays_de_Léon"),
        ("29105-29103_ Pays__de_Léon_", "29103-29105_Pays_de_Léon"),
        ("29103-29105_", "29103-29105"),
    ],
)
def test_a_group_is_written_one_way(text: str, written: str) -> None:
    group = read_group_code(text)
    assert str(group) == written
    assert read_group_code(written) == group


@pytest.mark.parametrize(
    "text",
    [
        *("", "leon", "2910-29105", "29103,29105", "29103--29105", "-29103", "29103-"),
        *("29103-29105_<b>", "29103-29105_a/b", "29103-29105_a?b", "29103-29105_--"),
        f"29103-29105_{'a' * (LONGEST_NAME + 1)}",
    ],
)
def test_any_other_text_is_no_group(text: str) -> None:
    assert read_group_code(text) is None


def test_a_name_that_cannot_be_one_is_refused() -> None:
    with pytest.raises(ValueError, match="<b>"):
        GroupCode.of(["29103", "29105"], "<b>")


def test_a_group_without_a_name_is_named_after_its_communes() -> None:
    noms = ["Dirinon", "Landerneau", "Loperhet", "Le Faou"]
    assert usual_name(noms[:3], "Landerneau") == "Dirinon, Landerneau et Loperhet"
    assert usual_name(noms, "Le Faou") == "4 communes autour du Faou"
