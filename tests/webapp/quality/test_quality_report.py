"""Tests of `webapp.quality.quality_report`."""

from __future__ import annotations

from flask import Flask

from webapp.quality.quality_report import quality_report
from webapp.snapshots.current_snapshot import current


def test_a_report_counts_the_communes_and_places_of_its_territory(app: Flask) -> None:
    with app.test_request_context("/"):
        snapshot = current()
        whole = quality_report(snapshot, None)
        crozon = quality_report(snapshot, ("epci", "200066868"))
    assert len(whole.communes) == 8
    assert set(crozon.communes) == {"29001", "29042", "29302"}
    assert crozon.places.places < whole.places.places
    assert {doubt.code_insee for doubt in crozon.doubts} <= set(crozon.communes)


def test_a_report_is_computed_once(app: Flask) -> None:
    with app.test_request_context("/"):
        first = quality_report(current(), ("departement", "29"))
        assert quality_report(current(), ("departement", "29")) is first
