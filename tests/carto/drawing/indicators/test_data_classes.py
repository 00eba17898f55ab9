"""Classes made from the values: same communes together as PySAL, colours and worst end kept."""

from __future__ import annotations

import mapclassify
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.indicators.data_classes import METHODS, can_be_cut, cut_by_values

pytestmark = pytest.mark.filterwarnings("ignore:Numba not installed:UserWarning")

CUT = [indicator for indicator in INDICATORS.values() if can_be_cut(indicator)]
RATES = st.lists(st.integers(0, 1_000_000), min_size=1, max_size=40)


def rows_of(millionths):
    return [{"taux_couverture_ftth": value / 1_000_000} for value in millionths]


def test_only_numbers_of_one_date_are_cut() -> None:
    assert [indicator.id for indicator in CUT] == ["fibre", "reste", "temps", "acces", "besoin"]


@pytest.mark.parametrize("indicator", CUT, ids=lambda indicator: indicator.id)
def test_fixed_thresholds_change_nothing(indicator, make_row) -> None:
    assert cut_by_values(indicator, [make_row()], "seuils", "Carrés").indicator is indicator


@pytest.mark.parametrize(
    ("method", "reference"),
    [("jenks", mapclassify.FisherJenks), ("quantiles", mapclassify.Quantiles)],
)
@pytest.mark.parametrize("key", ["fibre", "reste"])
def test_communes_are_together_as_in_the_reference(method, reference, key) -> None:
    random = np.random.Generator(np.random.PCG64(11))
    rows = rows_of(random.integers(0, 1_000_001, 300).tolist())
    indicator = INDICATORS[key]
    cut = cut_by_values(indicator, rows, method, "Carrés").indicator
    expected = reference([indicator.scale.number(row) for row in rows], k=5).yb.tolist()
    assert [cut.class_of(row) for row in rows] == expected


@pytest.mark.parametrize("method", ["jenks", "quantiles"])
@given(RATES)
def test_every_class_has_a_commune_and_the_colours_keep_their_ends(method, millionths) -> None:
    rows = rows_of(millionths)
    for key in ("fibre", "reste"):
        indicator = INDICATORS[key]
        cut = cut_by_values(indicator, rows, method, "Carrés").indicator
        assert {cut.class_of(row) for row in rows} == set(range(len(cut.classes)))
        assert cut.class_of({}) is None
        if len(cut.classes) > 1:
            ends = (indicator.classes[0], indicator.classes[-1])
            assert [cut.classes[place].colour for place in (0, -1)] == [end.colour for end in ends]
            assert [cut.classes[place].is_worst for place in (0, -1)] == [
                end.is_worst for end in ends
            ]


def test_what_is_no_number_keeps_its_class(make_row) -> None:
    rows = [make_row(nearest_site_min=minutes) for minutes in (2, 4, 9, 30, 31)]
    cut = cut_by_values(INDICATORS["temps"], rows, "quantiles", "Carrés").indicator
    island = make_row(nearest_site_min=None, reasons={"nearest_site_min": "ILE_SANS_LIEU"})
    assert cut.classes[cut.class_of(island)].key == "aucun"
    assert [class_.is_worst for class_ in cut.classes].count(True) == 1


def test_whole_scores_keep_whole_bounds(make_row) -> None:
    rows = [make_row(need=need) for need in (2, 2, 3, 3, 8, 8, 9, 9)]
    cut = cut_by_values(INDICATORS["besoin"], rows, "jenks", "Carrés")
    assert cut.indicator.scale.bounds == (3, 8, 9)
    assert cut.indicator.classes[0].label == "moins de 3\xa0sur 10"


def test_the_note_says_method_values_and_bounds(make_row) -> None:
    rows = [make_row(taux_couverture_ftth=rate) for rate in (0.1, 0.2, None)]
    note = cut_by_values(INDICATORS["fibre"], rows, "jenks", "Carrés").note
    assert note.replace("\xa0", " ").startswith(
        "Seuils naturels (Jenks), d'après les valeurs de 2 communes (Carrés). Bornes : 20 %."
    )


def test_without_a_value_the_fixed_thresholds_stay(make_row) -> None:
    row = make_row(taux_couverture_ftth=None)
    cut = cut_by_values(INDICATORS["fibre"], [row], "jenks", "Carrés")
    assert cut.indicator is INDICATORS["fibre"]
    assert "seuils fixes" in cut.note


def test_methods_are_named_in_plain_french() -> None:
    assert METHODS == {
        "seuils": "seuils fixes",
        "jenks": "seuils naturels (Jenks)",
        "quantiles": "effectifs égaux",
    }
