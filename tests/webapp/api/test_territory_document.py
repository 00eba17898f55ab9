"""A territory as the API writes it: verdicts and types gathered, lists as lists."""

from __future__ import annotations

import pytest

from carto.tables.rollups import DEPARTEMENT, EPCI, GROUPE, REGION
from webapp.api.territory_document import LISTS, territory_document


@pytest.mark.parametrize("contract", [EPCI, DEPARTEMENT, REGION, GROUPE])
def test_every_column_is_written_once(contract) -> None:
    row = {name: f"a|{name}" for name in contract.names if name != "geometry"}
    document = territory_document(row)
    verdicts, types = document.pop("verdicts"), document.pop("types")
    gathered = [one for group in (verdicts, types) for parts in group.values() for one in parts]
    assert len(document) + len(gathered) == len(row)
    for name, value in document.items():
        assert value == (["a", name] if name in LISTS else f"a|{name}")


def test_an_empty_list_is_empty() -> None:
    row = dict.fromkeys(EPCI.names, None) | {"departements": ""}
    document = territory_document(row)
    assert (document["departements"], document["fibre_quarters"]) == ([], [])
