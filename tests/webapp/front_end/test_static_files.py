"""Assets: precompressed, immutable, and nothing else than what the manifest lists."""

from __future__ import annotations

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.front_end.static_files import asset_address

CSS = "/static/carto.0123456789ab.css"


def test_an_asset_is_immutable_and_compressed_beforehand(client: FlaskClient):
    plain = client.get(CSS)
    packed = client.get(CSS, headers={"Accept-Encoding": "gzip, br"})
    assert plain.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert packed.headers["Content-Encoding"] == "br"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert brotli.decompress(packed.data) == plain.data


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("carto", "text/css"), ("carte", "text/javascript")],
)
def test_browsers_get_the_media_type_they_insist_on(
    client: FlaskClient, name: str, media_type: str
):
    suffix = "css" if media_type == "text/css" else "mjs"
    assert client.get(f"/static/{name}.0123456789ab.{suffix}").mimetype == media_type


@pytest.mark.parametrize(
    "path",
    ["MANIFEST.json", "carto.0123456789ab.css.br", "../conftest.py", "..%2f..%2fetc/passwd", ""],
)
def test_what_the_manifest_does_not_list_is_not_served(client: FlaskClient, path: str):
    assert client.get(f"/static/{path}").status_code == 404


def test_templates_name_assets_by_their_logical_name(app: Flask):
    with app.test_request_context():
        assert asset_address("carto.css") == CSS
        assert app.jinja_env.globals["asset"] is asset_address
