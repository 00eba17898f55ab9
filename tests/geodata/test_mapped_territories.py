"""Territories that have a map, and their communes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pandas as pd

from carto.assessment import Assessment
from geodata.mapped_territories import territories

COMMUNES = pd.DataFrame(
    {
        "code_insee": ["22157", "29001", "29155", "97411"],
        "departement": ["22", "29", "29", "974"],
        "siren_epci": ["242900744", "242900744", None, "249740119"],
        "is_in_scope": [False, True, True, True],
    }
)


def test_departements_hold_their_scope_and_epci_all_their_members() -> None:
    epci = pd.DataFrame(
        {"siren_epci": ["242900744", "249740119"], "nom": ["CC Poher Communauté", "CINOR"]}
    )
    departement = pd.DataFrame({"code_departement": ["29", "974"]})
    listed = territories(
        cast(Assessment, SimpleNamespace(communes=COMMUNES, epci=epci, departement=departement))
    )
    assert [(one.name, one.nom, one.epsg, one.communes.tolist()) for one in listed] == [
        ("departement-29", "Finistère", 2154, ["29001", "29155"]),
        ("departement-974", "La Réunion", 2975, ["97411"]),
        ("epci-242900744", "CC Poher Communauté", 2154, ["22157", "29001"]),
        ("epci-249740119", "CINOR", 2975, ["97411"]),
    ]
