"""Share of people who cannot use digital tools, expected from the ages of a commune.

    f_i = Σ_c n_ic · r_c / n_i          n_ic people of the census class c, n_i people of all ages

Rates are those of the survey of INSEE by age (`demand.by_age`: 15–24, 25–39, 40–59, 60–74, 75 and
more). The census has other classes; the ages inside one are taken as equally many, so that a class
astride two rates has their mean by years of age. No rate is known under 15: children count among
the people and add nothing, so that P·f is a number of people in difficulty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

# Census class: share of its years of age in each class of the rates.
CLASSES: Mapping[str, tuple[float, ...]] = {
    "people_15_29_count": (10 / 15, 5 / 15, 0, 0, 0),
    "people_30_44_count": (0, 10 / 15, 5 / 15, 0, 0),
    "people_45_59_count": (0, 0, 1, 0, 0),
    "people_60_74_count": (0, 0, 0, 1, 0),
    "people_75_count": (0, 0, 0, 0, 1),
}


def has_ages(structure: pd.DataFrame) -> bool:
    """Whether the classes of at least one commune are all known."""
    return bool(structure[list(CLASSES)].notna().all(axis=1).any())


def expected_share(structure: pd.DataFrame, by_age: Sequence[float]) -> pd.Series:
    """Expect the share of people in difficulty from the age structure.

    Parameters
    ----------
    structure
        `people_count` and the `CLASSES`, people; a missing class makes the share missing.
    by_age
        Rates per 100 people of 15–24, 25–39, 40–59, 60–74, 75 years and more.

    Returns
    -------
    pandas.Series of float
        0 to 1; missing without inhabitants or with an unknown class.

    Examples
    --------
    >>> counts = dict.fromkeys(CLASSES, 0.0) | {"people_count": 100.0, "people_15_29_count": 30.0}
    >>> expected_share(pd.DataFrame([counts]), (2, 5, 8, 24, 62)).round(4).tolist()
    [0.009]
    """
    people = structure["people_count"].astype(float)
    rates = {name: float(np.dot(years, by_age)) / 100 for name, years in CLASSES.items()}
    in_difficulty = sum(
        (structure[name].astype(float) * rate for name, rate in rates.items()),
        start=pd.Series(0.0, index=structure.index),
    )
    return in_difficulty / people.where(people > 0)
