"""Rollups of local files: sums, what is held outside the centre, relays; unknown is not zero."""

from __future__ import annotations

import numpy as np
import pytest

from carto.rollups.local import roll_up_local
from tests.carto.rollups.sample import one_territory

NAN = float("nan")


def rolled(**changed: list[float]) -> dict[str, float]:
    """Roll three communes up, the second being the centre."""
    columns = {
        "population": [900.0, 16000.0, 2000.0],
        "ateliers_count": [2.0, 1.0, NAN],
        "ateliers_heures": [4.0, 2.5, NAN],
        "permanences_heures": [0.0, 30.0, NAN],
        "seances_heures_par_an": [4.0, 32.5, NAN],
        "mediateurs_etp": [NAN, 0.5, NAN],
        "is_commune_relais": [1.0, 0.0, NAN],
    } | changed
    found = roll_up_local(one_territory(columns), 1607)
    return {name: float(value) for name, (value,) in found.items()}


def test_what_was_held_is_summed() -> None:
    assert rolled(is_commune_relais=[1.0, 0.0, 0.0]) == {
        "ateliers_count": 3,
        "ateliers_heures": 6.5,
        "permanences_heures": 30.0,
        "seances_heures_par_an": 36.5,
        "seances_etp_share": round(36.5 / 803.5, 6),
        "ateliers_outside_centre_share": pytest.approx(2 / 3, abs=1e-6),
        "communes_relais_count": 1,
        "population_relais_share": pytest.approx(900 / 18900, abs=1e-6),
    }


def test_without_files_everything_is_unknown() -> None:
    nothing = [NAN] * 3
    found = rolled(
        ateliers_count=nothing,
        ateliers_heures=nothing,
        permanences_heures=nothing,
        seances_heures_par_an=nothing,
        is_commune_relais=nothing,
    )
    assert np.isnan(list(found.values())).all()


@pytest.mark.parametrize("etp", [NAN, 0.0, 0.02])
def test_sessions_are_no_share_of_a_working_time_that_does_not_hold_them(etp: float) -> None:
    assert np.isnan(rolled(mediateurs_etp=[NAN, etp, NAN])["seances_etp_share"])


def test_nothing_can_be_shared_among_unknown_populations() -> None:
    found = rolled(population=[900.0, NAN, 2000.0])
    assert np.isnan(found["ateliers_outside_centre_share"])
    assert np.isnan(found["population_relais_share"])
    assert found["communes_relais_count"] == 1


def test_a_commune_that_no_list_has_is_not_counted_as_no_relay() -> None:
    found = rolled(is_commune_relais=[1.0, 0.0, NAN])
    assert found["communes_relais_count"] == 1
    assert np.isnan(found["population_relais_share"])


def test_no_workshop_has_no_share_outside() -> None:
    found = rolled(ateliers_count=[0.0, 0.0, NAN])
    assert found["ateliers_count"] == 0
    assert np.isnan(found["ateliers_outside_centre_share"])


def test_of_two_centres_the_first_is_the_centre() -> None:
    found = rolled(population=[900.0, 900.0, 100.0])
    assert found["ateliers_outside_centre_share"] == pytest.approx(1 / 3, abs=1e-6)
