"""Local files become facts of communes; other tables stay as they are."""

from __future__ import annotations

import pandas as pd

from carto.local_sources import with_local_measures


def test_local_tables_are_by_commune_and_others_untouched() -> None:
    relays = pd.DataFrame({"code_insee": ["29180"], "date_convention": [None]})
    population = pd.DataFrame({"code_insee": ["29180"], "population": [872]})
    found = with_local_measures({"communes_relais": relays, "population": population})
    assert list(found) == ["communes_relais", "population"]
    assert found["communes_relais"]["is_commune_relais"].to_list() == [False]
    assert found["population"] is population
