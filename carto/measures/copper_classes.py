"""Classes of the closure of copper as they are published, read back as numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

CLASSES = ("CU0", "CU1", "CU2", "CU3", "CU4")


def judged_levels(
    copper_class: Sequence[object] | NDArray[np.object_],
    fermeture_technique: Sequence[object] | NDArray[np.object_],
) -> NDArray[np.float64]:
    """Read the published classes as numbers, for the alert.

    A commune whose closure is not announced has at least three years before it, by the rules of
    the regulator: it counts as CU0. One that has a date and no class is unknown, NaN. Whatever is
    no text is a missing value.

    Examples
    --------
    >>> judged_levels(["CU3", None, None], ["2027-01-31", "2027-01-31", None]).tolist()
    [3.0, nan, 0.0]
    """
    levels = {code: float(level) for level, code in enumerate(CLASSES)}
    return np.array(
        [
            levels.get(str(code), np.nan) if isinstance(date, str) else 0.0
            for code, date in zip(copper_class, fermeture_technique, strict=True)
        ],
        dtype=float,
    )
