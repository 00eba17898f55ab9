"""Scores recomputed for the country: ranks, secrecy, and files that are not of the country."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.errors import CartoError
from carto.measures.national_scores import SCORES, score_nation
from tests.carto.measures.nation import MAINLAND, nation


def scores(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    return score_nation(tables).set_index("code_insee")


def test_mainland_france_has_ninety_six_departements() -> None:
    assert len(MAINLAND) == 96


def test_scores_are_ranks_in_the_country() -> None:
    found = scores(nation())
    for name in SCORES:
        assert found.loc["01001", name] == 1
        assert found.loc["95001", name] == 10
        assert found[name].value_counts().between(16, 22).all()


def test_secrecy_takes_the_epci_and_says_so() -> None:
    found = scores(nation())
    assert found.loc["29002", "poverty_score"] == found.loc["29001", "poverty_score"]
    assert found.loc[["29001", "29002"], "is_epci_rate"].to_list() == [False, True]


def test_a_published_rate_of_the_epci_replaces_the_mean() -> None:
    tables = nation()
    siren = tables["epci"].set_index("code_insee").loc["01002", "siren_epci"]
    published = pd.DataFrame({"siren_epci": [siren], "taux_pauvrete": [60.0]})
    found = scores(tables | {"filosofi_epci": published})
    assert found.loc["01002", "poverty_score"] == 10
    assert found.loc["01001", "poverty_score"] == 1


def test_nobody_has_no_share() -> None:
    tables = nation()
    empty = tables["structure_population"]["code_insee"] == "55002"
    tables["structure_population"].loc[empty, ["people_count", "people_65_count"]] = 0.0
    assert scores(tables).loc["55002"].isna()["age_score"]


@pytest.mark.parametrize("source", ["structure_population", "diplomes", "filosofi"])
def test_a_file_of_less_than_the_country_is_refused(source: str) -> None:
    tables = nation()
    table = tables[source]
    tables[source] = table[table["code_insee"].str.startswith("29")]
    with pytest.raises(CartoError, match=r"ne couvre pas toute la France .*01, 02") as caught:
        score_nation(tables)
    assert "variante" in str(caught.value)


def test_a_file_without_any_poverty_rate_says_which_one_to_add() -> None:
    tables = nation()
    tables["filosofi"]["taux_pauvrete"] = float("nan")
    with pytest.raises(CartoError, match=r"DISP_PAUVRES.*\[sources.filosofi_pauvres\]"):
        score_nation(tables)


def test_without_epci_secrecy_stays_unknown() -> None:
    tables = nation()
    del tables["epci"]
    found = scores(tables)
    assert found.loc["29002", ["poverty_score"]].isna().all()
    assert not found["is_epci_rate"].any()


def test_the_order_of_rows_is_of_no_weight() -> None:
    tables = nation()
    shuffled = {name: table.sample(frac=1, random_state=1) for name, table in tables.items()}
    pd.testing.assert_frame_equal(score_nation(tables), score_nation(shuffled))
