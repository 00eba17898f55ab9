"""What the resources of plans read alike: their territory, and values that cannot be used."""

from __future__ import annotations

from webapp.errors import ParameterError
from webapp.planning.planned_territory import PLANNED_TYPES
from webapp.siting.asked_values import AskedValues
from webapp.snapshots.asked_territory import TERRITORY, Territory, split_territory
from webapp.snapshots.loaded_snapshot import KEYS


def planned_territory(said: str) -> Territory:
    """Read the territory of a plan or of a scenario; whether it is published is told by its data.

    Raises
    ------
    ParameterError
        When it is absent, or of a type that nothing is planned in.
    """
    type_, code = split_territory(said)
    if not code or (type_ in KEYS and type_ not in PLANNED_TYPES):
        raise ParameterError(
            TERRITORY,
            "Donnez un territoire, comme territoire=departement-29 ou territoire=epci-242900314.",
        )
    return type_, code


def refuse_unusable(values: AskedValues) -> None:
    """Refuse a question with a value that a page would replace by its default.

    Raises
    ------
    ParameterError
        Naming the first of them.
    """
    for refused in values.refused:
        raise ParameterError(refused.name, f"{refused.reason}.")
