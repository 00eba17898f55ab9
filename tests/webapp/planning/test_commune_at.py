"""The commune of a point: by its outline, an islet too, and none at sea."""

from __future__ import annotations

import pytest

from tests.demo import Built
from webapp.planning.commune_at import commune_at
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


def test_every_commune_holds_its_point(sample: LoadedSnapshot) -> None:
    for code, row in sample.communes.items():
        assert commune_at(sample, row["longitude"], row["latitude"]) == code


@pytest.mark.parametrize("point", [(-4.7, 48.2), (2.35, 48.85), (55.5, -21.1), (-4.31788, 89.9)])
def test_the_sea_and_the_rest_of_the_world_are_in_none(
    sample: LoadedSnapshot, point: tuple[float, float]
) -> None:
    assert commune_at(sample, *point) is None


def test_real_outlines(built_demo: Built) -> None:
    demo = load(built_demo.snapshot)
    for code, row in demo.communes.items():
        assert commune_at(demo, row["longitude"], row["latitude"]) == code
    # The roadstead of Brest, and the channel to Ouessant.
    assert commune_at(demo, -4.46, 48.34) is None
    assert commune_at(demo, -4.95, 48.42) is None
