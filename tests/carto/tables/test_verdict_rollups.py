"""Every class, type and solidity is counted, communes and people, under its own name."""

from __future__ import annotations

from carto.tables.communes import COMMUNES
from carto.tables.shared import VERDICTS
from carto.tables.verdict_rollups import COPPER_ROLLUPS, VERDICT_ROLLUPS

NAMES = [column.name for column in VERDICT_ROLLUPS]


def test_every_verdict_counts_communes_and_people() -> None:
    for verdict in VERDICTS:
        assert f"communes_verdict_{verdict}" in NAMES
        assert f"population_verdict_{verdict}_share" in NAMES


def test_every_type_counts_communes_and_people() -> None:
    for type_ in {*(COMMUNES.column("typology").choices or ()), "indetermine"} - {"sans_objet"}:
        assert f"communes_type_{type_}" in NAMES
        assert f"population_type_{type_}" in NAMES


def test_every_solidity_is_counted() -> None:
    for robustness in COMMUNES.column("robustness").choices or ():
        assert f"communes_underserved_{robustness}" in NAMES


def test_every_class_of_copper_is_counted() -> None:
    found = [column.name for column in COPPER_ROLLUPS]
    choices = COMMUNES.column("copper_class").choices or ()
    assert found == [f"communes_copper_{name.lower()}" for name in choices]
