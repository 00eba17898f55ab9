"""A country in small: two communes in each département of mainland France, one of them secret."""

from __future__ import annotations

import pandas as pd

from carto.codes import DEPARTEMENTS

MAINLAND = sorted(code for code in DEPARTEMENTS if not code.startswith("97"))


def nation() -> dict[str, pd.DataFrame]:
    """Tables of INSEE where need rises with the number of the département.

    The first commune of each (…001) has 1,000 people and its rates; the second (…002), 100 people,
    has no poverty rate; both are of one EPCI.
    """
    codes = [f"{departement}00{n}" for departement in MAINLAND for n in (1, 2)]
    rank = [float(i // 2 + 1) for i in range(len(codes))]
    people = [1000.0 if code.endswith("1") else 100.0 for code in codes]
    frame = pd.DataFrame({"code_insee": codes, "rank": rank, "people": people})
    poverty = (5 + frame["rank"] / 10).where(frame["code_insee"].str.endswith("1"))
    return {
        "structure_population": pd.DataFrame(
            {
                "code_insee": frame["code_insee"],
                "people_count": frame["people"],
                "people_65_count": frame["people"] * frame["rank"] / 200,
            }
        ),
        "diplomes": pd.DataFrame(
            {
                "code_insee": frame["code_insee"],
                "people_out_of_school_count": frame["people"] / 2,
                "people_without_diploma_count": frame["people"] / 2 * frame["rank"] / 300,
            }
        ),
        "filosofi": pd.DataFrame(
            {
                "code_insee": frame["code_insee"],
                "niveau_vie_median": 20_000.0,
                "taux_pauvrete": poverty,
            }
        ),
        "epci": pd.DataFrame(
            {
                "code_insee": frame["code_insee"],
                "siren_epci": [f"2{int(value):08d}" for value in rank],
                "nom_epci": "CC",
                "nature_juridique": "CC",
            }
        ),
    }
