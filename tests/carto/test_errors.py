"""Expected errors are one family, so that one handler shows them as one line."""

from __future__ import annotations

import pytest

from carto.errors import CartoError, ContractError, MixedVintagesError


@pytest.mark.parametrize("error", [ContractError, MixedVintagesError])
def test_every_error_of_the_domain_is_a_carto_error(error: type[CartoError]) -> None:
    assert issubclass(error, CartoError)
    assert str(error("Une ligne.")) == "Une ligne."
