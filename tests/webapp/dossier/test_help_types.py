"""Tests of `webapp.dossier.help_types`."""

from __future__ import annotations

from carto.mediation_standard import SERVICES
from webapp.dossier.help_types import HELP_TYPES, UNSAID, help_types, services_of


def test_every_service_of_the_standard_has_a_type() -> None:
    named = [service for type_ in HELP_TYPES for service in services_of(type_)]
    assert sorted(named) == sorted(SERVICES)


def test_a_place_may_give_several_types_or_say_none() -> None:
    assert help_types("|".join(SERVICES)) == HELP_TYPES
    assert help_types("") == help_types("Autre chose") == (UNSAID,)
