"""Noise depends on the seed, the use and the name, and on nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from carto.verdict.robustness.noise import generator, normals, uniforms

NAMES = [f"29{row:03d}" for row in range(400)]


@pytest.mark.parametrize("draw", [normals, uniforms])
def test_the_draws_of_a_name_do_not_depend_on_the_others(draw) -> None:
    together = draw(NAMES, 30, 7, "need")
    backwards = draw(NAMES[::-1], 30, 7, "need")
    assert (together == backwards[::-1]).all()
    assert (draw(NAMES[3:5], 30, 7, "need") == together[3:5]).all()
    assert (draw(NAMES, 10, 7, "need") == together[:, :10]).all()


@pytest.mark.parametrize(
    "other", [(8, "need", "29001"), (7, "taux", "29001"), (7, "need", "29002")]
)
def test_another_seed_use_or_name_draws_otherwise(other: tuple[int, str, str]) -> None:
    assert generator(*other).random() != generator(7, "need", "29001").random()


def test_laws() -> None:
    normal, uniform = normals(NAMES, 100, 1, "need"), uniforms(NAMES, 100, 1, "need")
    assert normal.mean() == pytest.approx(0, abs=0.02)
    assert normal.std() == pytest.approx(1, abs=0.02)
    assert 0 <= uniform.min() <= uniform.max() < 1
    assert uniform.mean() == pytest.approx(0.5, abs=0.01)
    assert abs(np.corrcoef(normal[:-1].ravel(), normal[1:].ravel())[0, 1]) < 0.02


def test_nobody_draws_nothing() -> None:
    assert normals([], 5, 1, "hours").shape == (0, 5)
