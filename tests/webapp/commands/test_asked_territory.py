"""The territory of a command, told by its code alone or with its type."""

from __future__ import annotations

import pytest

from webapp.commands.asked_territory import read_territory
from webapp.errors import ServiceError


@pytest.mark.parametrize(
    ("written", "territory"),
    [
        ("29", ("departement", "29")),
        ("2A", ("departement", "2A")),
        ("departement:29", ("departement", "29")),
        ("29019", ("commune", "29019")),
        ("242900801", ("epci", "242900801")),
        ("ept:200054781", ("ept", "200054781")),
        ("FR", ("france", "FR")),
        ("groupe:leon", ("groupe", "leon")),
        ("groupe:29105-29103-29105", ("groupe", "29103-29105")),
        ("groupe:29105-29103_Deux rives", ("groupe", "29103-29105_Deux_rives")),
        ("pays:29", ("departement", "pays:29")),
    ],
)
def test_a_territory_is_read_with_its_type(written: str, territory: tuple[str, str]) -> None:
    assert read_territory(written) == territory


@pytest.mark.parametrize("written", ["", "groupe:", "epci:", "pays:"])
def test_a_type_alone_is_no_territory(written: str) -> None:
    with pytest.raises(ServiceError, match="donnez son code, par exemple"):
        read_territory(written)
