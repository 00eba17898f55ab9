"""Tests of `carto.time_zones`."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from carto.codes import COLLECTIVITES, DEPARTEMENTS
from carto.time_zones import PARIS, time_zone


@pytest.mark.parametrize("code", [*DEPARTEMENTS, *COLLECTIVITES])
def test_every_territory_has_a_known_time(code: str) -> None:
    assert ZoneInfo(time_zone(code)).key == time_zone(code)
    assert (time_zone(code) == PARIS) == (len(code) == 2)
