"""What is known of territories is gathered from the sources that are supplied."""

from __future__ import annotations

import pytest

from carto.cog.alignment import Aligned
from carto.cog.history import read_history
from carto.errors import CartoError
from carto.rollups.composition import compose
from carto.rollups.groups import Group
from carto.territories import Perimeter
from tests.mini_france.tables import COG, mouvements, tables


def test_absent_sources_give_empty_lists() -> None:
    found = compose(tables("epci", "ept"), Perimeter(), (), None)
    assert len(found.epci) == len(found.ept) == 0
    assert {"code_insee", "siren_epci"} <= set(found.epci.columns)
    assert {"code_insee", "siren_ept"} <= set(found.ept.columns)


def test_a_commune_of_any_list_exists() -> None:
    """Saint-Hernin is in the COG only, Brest everywhere; Mont-Dauphin has no people here."""
    given = tables()
    people = given["population"]
    given["population"] = people[people["code_insee"] != "05082"]
    group = Group("a", "A", ("29250", "29019", "05082"))
    (found,) = compose(given, Perimeter(), (group,), None).groups
    assert found.communes == ("05082", "29019", "29250")


def test_a_commune_deleguee_is_no_commune() -> None:
    given = tables()
    cog = given["cog"].assign(
        code_insee=given["cog"]["code_insee"].where(given["cog"]["type_commune"] == "COM", "44191")
    )
    with pytest.raises(CartoError, match="« 44191 »"):
        compose(given | {"cog": cog}, Perimeter(), (Group("a", "A", ("44191",)),), None)


def test_old_codes_are_known_with_the_movements_only() -> None:
    group = Group("a", "A", ("29052",))
    aligned = Aligned(tables(), COG, read_history(mouvements()))
    (found,) = compose(tables(), Perimeter(), (group,), aligned).groups
    assert found.carried == {"29052": ("29003",)}
    with pytest.raises(CartoError, match=r"sources\.mouvements"):
        compose(tables(), Perimeter(), (group,), None)
