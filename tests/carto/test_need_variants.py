"""Variants of the need: which one is used, and the words that declare it."""

from __future__ import annotations

import pytest

from carto.errors import CartoError
from carto.need_variants import VARIANTS, choose_variant, need_millesime, need_name

INSEE = {"filosofi", "structure_population", "diplomes"}


@pytest.mark.parametrize(
    ("declared", "supplied", "chosen"),
    [
        (None, {"fragilite", *INSEE}, "ifn"),
        (None, INSEE, "insee"),
        (None, INSEE - {"diplomes"}, None),
        (None, {"filosofi"}, None),
        ("revenu", {"fragilite", *INSEE}, "revenu"),
        ("insee", {"fragilite", *INSEE}, "insee"),
        ("revenu", set(), "revenu"),
    ],
)
def test_the_best_variant_is_used_unless_another_is_declared(
    declared: str | None, supplied: set[str], chosen: str | None
) -> None:
    assert choose_variant(declared, supplied) == chosen


def test_a_declared_variant_names_the_source_it_lacks() -> None:
    with pytest.raises(CartoError, match=r"variant = \"insee\".*\[sources.diplomes\]"):
        choose_variant("insee", INSEE - {"diplomes"})


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_names_itself_and_its_year(variant: str) -> None:
    named = need_name(variant, "2021 et 2022")
    assert named.startswith("besoin")
    assert "2021 et 2022)" in named
    assert need_name(variant, "").endswith(f"{'IFN' if variant == 'ifn' else 'INSEE'})")


def test_the_need_without_a_variant_promises_nothing() -> None:
    assert need_name(None, "") == "besoin"


def test_the_vintages_are_those_of_the_sources_of_the_variant() -> None:
    given = {"filosofi": "2021", "filosofi_pauvres": "2021", "diplomes": "2022", "population": "1"}
    assert need_millesime("insee", given) == "2021 et 2022"
    assert need_millesime("ifn", given) == ""
    assert need_millesime(None, given) == ""
