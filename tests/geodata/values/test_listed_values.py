"""Values of the lists of the standard: known in any spelling, the others said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.mediation_standard import LISTS
from geodata.values.listed_values import folded, read_listed


def read(text: str, column: str) -> tuple[str | None, list[str]]:
    said: list[str] = []
    return read_listed(text, column, lambda code, _: said.append(code)), said


def test_no_two_values_of_a_list_look_the_same() -> None:
    for values in LISTS.values():
        assert len({folded(value) for value in values}) == len(values)


@given(
    st.sampled_from(sorted(LISTS)).flatmap(
        lambda name: st.tuples(
            st.just(name), st.lists(st.sampled_from(LISTS[name]), min_size=1, unique=True)
        )
    )
)
def test_values_of_the_list_come_back(case: tuple[str, list[str]]) -> None:
    column, values = case
    joined = "|".join(values)
    assert read(joined, column) == (joined, [])
    assert read(";".join(values).upper(), column) == (joined, [])


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("Étapes numériques(La Poste)", "formations_labels", "Étapes numériques (La Poste)"),
        ("Point d’accès numérique CAF", "dispositif_programmes_nationaux",
         "Point d'accès numérique CAF"),
        ("PE|RFS|PE", "typologie", "FT|RFS"),
        (" | ", "services", None),
        ("", "services", None),
    ],
)  # fmt: skip
def test_spellings(text: str, column: str, value: str | None) -> None:
    assert read(text, column) == (value, [])


def test_a_value_outside_the_list_is_said() -> None:
    assert read("Gratuit|Troc|", "frais_a_charge") == ("Gratuit", ["VALEUR_HORS_LISTE"])
    assert read("Troc", "frais_a_charge") == (None, ["VALEUR_HORS_LISTE"])
