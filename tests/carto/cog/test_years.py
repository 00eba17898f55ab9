"""Tables of different COG years do not meet unaware."""

from __future__ import annotations

import pytest

from carto.cog.years import require_same_year, require_until
from carto.errors import MixedVintagesError


def test_the_shared_year_is_returned() -> None:
    assert require_same_year({"contours": 2026, "fibre": 2026}) == 2026


def test_mixed_years_are_refused_and_named() -> None:
    with pytest.raises(MixedVintagesError, match=r"fibre : 2025, population : 2026.*carto\.toml"):
        require_same_year({"population": 2026, "fibre": 2025})


def test_movements_that_end_too_early_are_refused() -> None:
    require_until(2026, {"contours": 2026, "fibre": 2018})
    with pytest.raises(
        MixedVintagesError, match=r"COG 2024, avant.*contours : 2026.*mouvements.*carto\.toml"
    ):
        require_until(2024, {"contours": 2026, "fibre": 2018})
