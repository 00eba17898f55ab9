"""A row laid over another: its own values first, the others untouched."""

from __future__ import annotations

import pytest

from webapp.snapshots.laid_over import LaidOver

UNDER = {"nom": "Argol", "taux_couverture_ftth": 0.9}
ROW = LaidOver(UNDER, {"taux_couverture_ftth": None, "fibre_gain_points": 2.5})


def test_its_own_values_come_first_even_when_missing() -> None:
    assert ROW["taux_couverture_ftth"] is None
    assert ROW.get("fibre_gain_points") == 2.5
    assert ROW["nom"] == "Argol"


def test_it_lists_the_columns_of_both() -> None:
    assert list(ROW) == ["nom", "taux_couverture_ftth", "fibre_gain_points"]
    assert len(ROW) == 3
    assert dict(ROW) == {"nom": "Argol", "taux_couverture_ftth": None, "fibre_gain_points": 2.5}


def test_an_unknown_column_is_refused() -> None:
    with pytest.raises(KeyError):
        ROW["inconnue"]


def test_the_row_under_it_stays_as_it_is() -> None:
    assert UNDER == {"nom": "Argol", "taux_couverture_ftth": 0.9}
