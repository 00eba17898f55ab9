"""The territory of a plan in the API."""

from __future__ import annotations

import pytest

from webapp.api.asked_plan import planned_territory, refuse_unusable
from webapp.errors import ParameterError
from webapp.siting.asked_values import AskedValues


def test_a_hand_made_group_is_a_territory() -> None:
    assert planned_territory("groupe-29103-29105") == ("groupe", "29103-29105")


@pytest.mark.parametrize("said", ["", "departement", "29", "france-FR", "commune-29019"])
def test_other_territories_are_refused(said: str) -> None:
    with pytest.raises(ParameterError, match="departement-29"):
        planned_territory(said)


def test_the_first_unusable_value_is_named() -> None:
    values = AskedValues({})
    refuse_unusable(values)
    values.refuse("heures", "Trop", "7 est gardé")
    with pytest.raises(ParameterError) as caught:
        refuse_unusable(values)
    assert caught.value.parameter == "heures"
    assert str(caught.value) == "Trop.", "a resource goes on with nothing"
