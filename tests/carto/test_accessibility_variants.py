"""The alert by each variant: a threshold that follows its median, never a missing commune."""

from __future__ import annotations

import numpy as np
import pytest

from carto.accessibility_variants import variant_references
from carto.assessment import assess
from carto.contracts import check
from carto.measures.accessibility import Bounds
from carto.measures.variants import VARIANTS
from carto.tables.accessibility_variants import ACCESSIBILITY_VARIANTS
from carto.territories import Perimeter
from carto.verdict.parameters import Alerts
from tests.mini_france.tables import assessed, question, tables


def test_every_published_commune_has_a_row_by_variant() -> None:
    found = assessed(Perimeter())
    rows = found.complements["accessibility_variants"]
    assert check(rows, ACCESSIBILITY_VARIANTS) == []
    assert len(rows) == len(found.communes) * len(VARIANTS)
    pairs = rows[["code_insee", "variant"]].to_numpy().tolist()
    assert pairs == sorted(pairs)


def test_the_steps_give_the_published_bounds_and_alert() -> None:
    found = assessed(Perimeter())
    rows = found.complements["accessibility_variants"]
    steps = rows[rows["variant"] == "paliers"].reset_index(drop=True)
    communes = found.communes.sort_values("code_insee", ignore_index=True)
    for column in ("accessibility_low", "accessibility_high"):
        assert steps[column].equals(communes[column].astype(float))
    peopled = communes["verdict"] != "sans_objet"
    assert steps["alert_offre"][peopled].equals(communes["alert_offre"].astype("boolean")[peopled])


@pytest.mark.parametrize("factor", [0.5, 1.0, 3.0])
def test_a_variant_that_only_changes_the_unit_changes_no_alert(factor: float) -> None:
    values, people = np.array([0.1, 0.4, 0.6, 2.0]), np.array([10.0, 20.0, 30.0, 40.0])
    base, scaled = Bounds(values, values), Bounds(values * factor, values * factor)
    reference = variant_references({"x": scaled}, base, people, Alerts())["x"]
    assert reference == pytest.approx(Alerts().apl_ref * factor)


def test_without_anything_to_compare_the_reference_stays() -> None:
    nothing = Bounds(np.zeros(2), np.zeros(2))
    people = np.array([10.0, 10.0])
    assert variant_references({"x": nothing}, nothing, people, Alerts()) == {"x": Alerts().apl_ref}


def test_without_places_there_is_no_row() -> None:
    found = assess(tables("sites"), question()).complements["accessibility_variants"]
    assert found.empty
    assert list(found.columns) == list(ACCESSIBILITY_VARIANTS.names)
