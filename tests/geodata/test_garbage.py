"""The cycle collector is paused, then as it was."""

from __future__ import annotations

import gc

import pytest

from geodata.garbage import collection_paused


@collection_paused()
def fail() -> None:
    assert not gc.isenabled()
    raise ValueError("x")


def test_collection_goes_on_afterwards_whatever_happens() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="x"):
        fail()
    assert gc.isenabled()


def test_pauses_may_be_nested() -> None:
    with collection_paused():
        with collection_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
