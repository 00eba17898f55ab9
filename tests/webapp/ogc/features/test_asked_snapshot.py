"""A reading of several pages stays in the snapshot that it began with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask

from tests.webapp.published import publish
from tests.webapp.sample import TABLES


def _read(client: Any, address: str) -> dict[str, Any]:
    answer = client.get(address.removeprefix("http://localhost"))
    assert answer.status_code == 200
    document: dict[str, Any] = answer.get_json()
    return {**document, "snapshot": answer.headers["Carto-Snapshot"]}


def _next(document: dict[str, Any]) -> str | None:
    return next((one["href"] for one in document["links"] if one["rel"] == "next"), None)


def test_a_publication_in_the_middle_mixes_nothing(
    app_on: Callable[[Path], Flask], own_snapshot_dir: Path
):
    client = app_on(own_snapshot_dir).test_client()
    first = _read(client, "/ogc/collections/communes/items?limit=3&properties=nom")
    renamed = [{**row, "nom": f"{row['nom']} bis"} for row in TABLES["communes"]]
    later = publish(own_snapshot_dir, {**TABLES, "communes": renamed})
    names, page = [], first
    while True:
        assert page["snapshot"] == first["snapshot"] != later.id
        names += [feature["properties"]["nom"] for feature in page["features"]]
        address = _next(page)
        if address is None:
            break
        page = _read(client, address)
    assert len(names) == first["numberMatched"] == 8
    assert not any(name.endswith(" bis") for name in names)
    again = _read(client, "/ogc/collections/communes/items?limit=3&properties=nom")
    assert again["snapshot"] == later.id
    assert again["features"][0]["properties"]["nom"].endswith(" bis")


def test_a_snapshot_that_is_gone_says_to_begin_again(app: Flask):
    client = app.test_client()
    for name in ("0123456789abcdef", "../../etc", "", "x" * 5000):
        answer = client.get(f"/ogc/collections/communes/items?snapshot={name}")
        assert answer.status_code == 404
        assert answer.content_type == "application/problem+json"
