"""Rollups of local files: sums, what is held outside the centre, relays; unknown is not zero."""

from __future__ import annotations

import numpy as np
import pytest

from carto.local_rollups import roll_up_local

NAN = float("nan")


def group(**changed: list[float]) -> dict[str, np.ndarray]:
    """Three communes, the second being the centre."""
    columns = {
        "population": [900.0, 16000.0, 2000.0],
        "ateliers_count": [2.0, 1.0, NAN],
        "ateliers_heures": [4.0, 2.5, NAN],
        "permanences_heures": [0.0, 30.0, NAN],
        "is_commune_relais": [1.0, 0.0, NAN],
    } | changed
    return {name: np.array(values) for name, values in columns.items()}


def test_what_was_held_is_summed() -> None:
    assert roll_up_local(group()) == {
        "ateliers_count": 3,
        "ateliers_heures": 6.5,
        "permanences_heures": 30.0,
        "ateliers_outside_centre_share": pytest.approx(2 / 3, abs=1e-6),
        "communes_relais_count": 1,
    }


def test_without_files_everything_is_unknown() -> None:
    nothing = [NAN] * 3
    found = roll_up_local(
        group(
            ateliers_count=nothing,
            ateliers_heures=nothing,
            permanences_heures=nothing,
            is_commune_relais=nothing,
        )
    )
    assert set(found.values()) == {None}


def test_a_centre_cannot_be_told_among_unknown_populations() -> None:
    found = roll_up_local(group(population=[900.0, NAN, 2000.0]))
    assert found["ateliers_outside_centre_share"] is None


def test_no_workshop_has_no_share_outside() -> None:
    found = roll_up_local(group(ateliers_count=[0.0, 0.0, NAN]))
    assert found["ateliers_count"] == 0
    assert found["ateliers_outside_centre_share"] is None
