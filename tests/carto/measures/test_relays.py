"""Relay communes: a date makes one, and it gives no hours."""

from __future__ import annotations

import pandas as pd

from carto.measures.relays import measure_relays


def test_a_listed_commune_is_a_relay_when_it_has_a_date() -> None:
    listed = pd.DataFrame(
        {"code_insee": ["29156", "29180"], "date_convention": ["2022-11-08", None]}
    )
    found = measure_relays(listed)
    assert found["is_commune_relais"].to_list() == [True, False]
    assert found["relais_date"].fillna("").to_list() == ["2022-11-08", ""]


def test_relays_give_no_hours() -> None:
    listed = pd.DataFrame({"code_insee": ["29180"], "date_convention": ["2023-01-17"]})
    columns = measure_relays(listed).columns
    assert set(columns) == {"code_insee", "is_commune_relais", "relais_date"}
