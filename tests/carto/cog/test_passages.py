"""Every code that is no more leads to the communes that hold its territory."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.cog.history import History, read_history
from carto.cog.passages import passages
from carto.contracts import check
from carto.tables.geography import PASSAGES
from tests.carto.cog.real_movements import real_movements

LIVING = {"44180", "49126", "85084", "85165", "2A004", "08203", "08454", "27676"}


def test_old_codes_and_what_became_of_them() -> None:
    found = passages(read_history(real_movements()), 2026, LIVING)
    assert check(found, PASSAGES) == []
    columns = ["code_ancien", "nom_ancien", "code_insee", "date", "kind"]
    assert found[columns].to_numpy().tolist() == [
        ["08227", "Hocmont", "08203", "1968-03-02", "partage"],
        ["08227", "Hocmont", "08454", "1968-03-02", "partage"],
        ["20004", "Ajaccio", "2A004", "1976-01-01", "changement_de_departement"],
        ["27058", "Les Trois Lacs", "27676", "2023-01-01", "changement_de_code"],
        ["44017", "Bonnœuvre", "44180", "2018-01-01", "fusion"],
        ["49069", "Orée d'Anjou", "49126", "2025-01-01", "changement_de_code"],
        ["49144", "Freigné", "44180", "2018-01-01", "changement_de_departement"],
        ["85030", "Boulogne", "85084", "2016-01-01", "fusion"],
    ]


def test_only_communes_that_can_be_read_are_led_to() -> None:
    found = passages(read_history(real_movements()), 2026, {"08454"})
    assert found["code_insee"].tolist() == ["08454"]


def test_without_movements_nothing_is_known() -> None:
    found = passages(None, 2026, LIVING)
    assert found.empty
    assert check(found, PASSAGES) == []


@pytest.mark.france
def test_every_code_of_france_leads_somewhere(
    france_history: History, france_communes: pd.DataFrame
) -> None:
    communes = set(france_communes.loc[france_communes["type_commune"] == "COM", "code_insee"])
    found = passages(france_history, 2026, communes)
    assert check(found, PASSAGES) == []
    assert set(found["code_ancien"]) == set(france_history.until().last) - communes
    assert set(found["code_insee"]) <= communes
    assert found.set_index("code_ancien").loc["29052", "code_insee"] == "29003"
