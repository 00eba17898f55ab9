"""What the resources of plans read alike: their territory, and values that cannot be used."""

from __future__ import annotations

from webapp.errors import ParameterError
from webapp.siting.asked_values import AskedValues
from webapp.siting.plan_territory import PLANNED_TYPES

TERRITORY = "territoire"


def planned_territory(said: str) -> tuple[str, str]:
    """Read the territory of a plan: its type and code.

    Raises
    ------
    ParameterError
        When it is absent, or of a type that no plan is made for.
    """
    type_, _, code = said.partition("-")
    if not code or type_ not in PLANNED_TYPES:
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
    for name, notice in values.refused:
        raise ParameterError(name, notice)
