"""A collection as a page: its count, its period, every property with its definition."""

from __future__ import annotations

from flask.testing import FlaskClient

from carto.tables.published import SNAPSHOT_TABLES


def test_every_property_is_defined(client: FlaskClient):
    page = client.get("/ogc/collections/communes?f=html").text
    for column in SNAPSHOT_TABLES["communes"].columns:
        assert (f"<code>{column.name}</code>" in page) == (column.type != "geometry")


def test_the_fibre_has_a_period(client: FlaskClient):
    page = client.get("/ogc/collections/fibre_history?f=html").text.replace("\u00a0", " ")
    assert "1er avril 2026 au 30 juin 2026" in page
    assert "EPSG:2154" in page
