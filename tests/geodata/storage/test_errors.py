"""Tests of the errors of storage."""

from carto.errors import CartoError
from geodata.storage.errors import SnapshotError, StorageError


def test_messages_are_spaced_as_french_wants_and_caught_as_expected_errors():
    refusal = SnapshotError("Le fichier « a » manque : relancez.")
    assert str(refusal) == "Le fichier «\xa0a\xa0» manque\xa0: relancez."
    assert isinstance(refusal, StorageError)
    assert isinstance(refusal, CartoError)
