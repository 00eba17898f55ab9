"""Tests of what is mirrored: each file is what the service answers at its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.front_end.assets_manifest import load_manifest
from webapp.mirroring.mirror import Mirror
from webapp.mirroring.tree import Tree
from webapp.snapshots.current_snapshot import current
from webapp.tiles.tile_archives import current_archive, published_layers

TWINS = (".gz", ".br")


def write(app: Flask, folder: Path, static_dir: Path, service: str = "") -> None:
    """Mirror the whole sample."""
    client = app.test_client()
    mirror = Mirror(lambda path: bytes(client.get(path).data), Tree(folder), service)
    with app.test_request_context():
        mirror.assets(load_manifest(static_dir))
        mirror.published(current())
        for layer in published_layers():
            mirror.tiles(current_archive(layer))
        mirror.embeds(current(), lambda _: None)
        mirror.descriptions(current(), published_layers())


@pytest.fixture(scope="module")
def www(app: Flask, static_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the mirror of the sample."""
    folder = tmp_path_factory.mktemp("www")
    write(app, folder, static_dir)
    return folder


def files(www: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the content of each file but the twins."""
    for path in sorted(www.rglob("*")):
        if path.is_file() and path.suffix not in TWINS and path.name != "MANIFEST.json":
            yield f"/{path.relative_to(www).as_posix()}", path.read_bytes()


def test_each_file_is_what_the_service_answers(www: Path, client: FlaskClient):
    checked = 0
    for address, content in files(www):
        if not address.endswith("/valeurs.json") and not address.endswith("/fibre.json"):
            response = client.get(address.removesuffix(".html"))
            assert response.status_code == 200, address
            assert response.data == content, address
            checked += 1
    assert checked > 50


def test_what_the_maps_of_pages_load_is_there(www: Path):
    pages = [*(www / "integrer").rglob("*.html")]
    assert {page.parent.name for page in pages} >= {"departement", "epci"}
    for page in pages:
        for address in re.findall(r'(?:data-[a-z]+|src)="(/[^"?]+)', page.read_text("utf-8")):
            assert (www / address[1:]).is_file(), address


def test_every_tile_and_description_is_there(www: Path, snapshot_id: str, tile_name: str):
    assert (www / "tuiles" / snapshot_id / "communes" / f"{tile_name}.mvt.gz").is_file()
    for name in ("tuiles/communes.json", "styles/lieux.json", "styles/communes/fibre.json"):
        assert (www / name).is_file()
    assert (www / "donnees" / snapshot_id / "datapackage.json").is_file()


def test_pages_lead_to_a_service_elsewhere(app: Flask, tmp_path: Path, static_dir: Path):
    write(app, tmp_path / "www", static_dir, "https://carte.exemple.fr")
    page = (tmp_path / "www" / "integrer" / "departement" / "29.html").read_text("utf-8")
    leading = re.findall(r'href="([^"]+)"', page)
    assert "https://carte.exemple.fr/departement/29" in leading
    assert all(
        href.startswith(("https://", "http://", "/static/", "data:", "#")) for href in leading
    )
