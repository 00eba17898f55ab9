"""Local labels are shown with the places that have them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask

from tests.webapp.published import publish
from tests.webapp.sample import TABLES
from webapp.places.place_labels import labels_of
from webapp.snapshots.loaded_snapshot import load

ROWS = [
    {"id": "fs-173", "label": label, "date": None, "found_by": "id"}
    for label in ("Accueil solidaire", "Pass numérique")
]


def test_a_place_shows_its_labels_where_it_is_listed(
    tmp_path: Path, app_on: Callable[[Path], Flask]
) -> None:
    snapshot = load(publish(tmp_path, {**TABLES, "place_labels": ROWS}))
    assert labels_of(snapshot, ["fs-173", "fs-2046"]) == {
        "fs-173": ("Accueil solidaire", "Pass numérique")
    }
    assert labels_of(snapshot, []) == {}
    client = app_on(tmp_path).test_client()
    for path in ("/commune/29019", "/departement/29/lieux"):
        assert client.get(path).text.count("Accueil solidaire · Pass numérique") == 1
