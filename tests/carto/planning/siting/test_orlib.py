"""OR-Library: published optima of the p-median and the p-center, when its files are at hand.

The files `pmed1.txt` to `pmed6.txt` (J. E. Beasley, 1985) are not ours to hold. They are read from
the folder that CARTO_ORLIB names, else from ../shared/data/orlib.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.sparse.csgraph import floyd_warshall

from carto.planning.siting.covering import p_center
from carto.planning.siting.location import p_median
from tests.rules.repository import ROOT

VARIABLE = "CARTO_ORLIB"
FOLDER = Path(os.environ.get(VARIABLE) or ROOT.parent / "shared" / "data" / "orlib")
P_MEDIAN = {1: 5819, 2: 4093, 3: 4250, 4: 3034, 5: 1355, 6: 7824}
P_CENTER = {1: 127, 2: 98, 3: 93, 4: 74, 5: 48, 6: 84}


def read(number: int) -> tuple[NDArray[np.float64], int]:
    """Read the distances between all vertices, and how many to choose; of two edges the last."""
    path = FOLDER / f"pmed{number}.txt"
    if not path.is_file():
        pytest.skip(
            f"OR-Library is not at hand: {path} is missing; put pmed1.txt to pmed6.txt in a folder "
            f"and name it in {VARIABLE}."
        )
    numbers = np.array(path.read_text(encoding="ascii").split(), dtype=int)
    (size, edges, chosen), rows = numbers[:3], numbers[3:].reshape(-1, 3)
    assert len(rows) == edges
    lengths = np.full((size, size), np.inf)
    for start, end, length in rows:
        lengths[start - 1, end - 1] = lengths[end - 1, start - 1] = length
    return np.asarray(floyd_warshall(lengths)), int(chosen)


@pytest.mark.parametrize(("number", "optimum"), P_MEDIAN.items())
def test_no_places_are_nearer_on_the_whole(number: int, optimum: int) -> None:
    distances, count = read(number)
    found = p_median(distances, np.ones(len(distances)), count)
    assert found.objective == optimum
    assert found.gap == 0


@pytest.mark.parametrize(("number", "optimum"), P_CENTER.items())
def test_no_places_shorten_the_longest_trip(number: int, optimum: int) -> None:
    distances, count = read(number)
    assert p_center(distances, count).objective == optimum
