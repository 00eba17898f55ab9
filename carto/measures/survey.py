"""A local survey by commune: counts as given, small ones left out.

A count is not published when fewer than 11 people gave that answer, nor when fewer than 11 gave
another one: the difference from all respondents would tell as much.
"""

from __future__ import annotations

import pandas as pd

from carto.flags import EFFECTIF_TROP_PETIT

SMALLEST_COUNT = 11
_ANSWERS = ("en_difficulte", "sans_equipement", "sans_connexion")


def measure_survey(survey: pd.DataFrame) -> pd.DataFrame:
    """Leave the small counts out of a survey.

    Parameters
    ----------
    survey
        Meets the contract `enquete`.

    Returns
    -------
    pandas.DataFrame
        Columns `code_insee`, `enquete_repondants_count`, and one `enquete_…_count` per answer,
        missing where it is small or was not asked; the reason is in `…_count_reason`.
    """
    asked = survey["repondants"].astype("Int64")
    published = pd.DataFrame({"code_insee": survey["code_insee"]})
    counts = {"repondants": asked} | {name: survey[name].astype("Int64") for name in _ANSWERS}
    for name, count in counts.items():
        others = asked if name == "repondants" else asked - count
        is_small = ((count < SMALLEST_COUNT) | (others < SMALLEST_COUNT)).fillna(False)
        published[f"enquete_{name}_count"] = count.mask(is_small)
        reason = pd.Series(None, index=survey.index, dtype=object)
        published[f"enquete_{name}_count_reason"] = reason.mask(is_small, EFFECTIF_TROP_PETIT)
    return published
