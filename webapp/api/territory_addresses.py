"""Addresses of the territories of every type in the API."""

from __future__ import annotations

from webapp import links
from webapp.snapshots.loaded_snapshot import (
    COMMUNE,
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUP,
    REGION,
)

# Type of territory wider than a commune → its name in addresses, from the widest.
LEVELS = {
    FRANCE: "france",
    REGION: "regions",
    DEPARTEMENT: "departements",
    EPCI: "epci",
    EPT: "ept",
    GROUP: "groupes",
}


def territory_address(type_: str, code: str) -> str:
    """Address a territory of any type.

    >>> territory_address("commune", "29019"), territory_address("france", "FR")
    ('/api/v1/communes/29019', '/api/v1/france')
    """
    if type_ == COMMUNE:
        return links.commune(code)
    return links.territory(LEVELS[type_], None if type_ == FRANCE else code)
