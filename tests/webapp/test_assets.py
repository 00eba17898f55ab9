"""The assembled folder: whole, compressed, traceable, and left alone when it is current."""

import gzip
import hashlib
import json
import os
from pathlib import Path

import brotli
import pytest

from webapp import assets
from webapp.front_end.asset_names import FrontEndError
from webapp.front_end.assets_manifest import load_manifest


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with one page script, one style sheet and tiny packages."""
    for package, files in assets.VENDORED.items():
        folder = tmp_path / "node_modules" / package
        for source, name in files:
            (folder / source).parent.mkdir(parents=True, exist_ok=True)
            (folder / source).write_text(f"/* {name} */")
        facts = {"name": package, "version": "1.2.3", "license": "ISC"}
        (folder / "package.json").write_text(json.dumps(facts))
    front = tmp_path / "webapp" / "front"
    front.mkdir(parents=True)
    (front / "carte.mjs").write_text("import { mesh } from 'topojson-client';")
    (front / "carto.css").write_text("p { margin: 0 }")
    own = {"name": "carto-front", "version": "0.1.0", "license": "MIT"}
    (tmp_path / "package.json").write_text(json.dumps(own))
    return tmp_path


def test_the_manifest_describes_every_file(repository: Path) -> None:
    made = assets.assemble(repository)
    static = repository / "webapp" / "static"
    for entry in json.loads((static / "MANIFEST.json").read_text()).values():
        content = (static / entry["file"]).read_bytes()
        source = (repository / entry["source"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
        assert hashlib.sha256(source).hexdigest() == entry["source_sha256"]
        assert len(content) == entry["bytes"]
        assert entry["licence"] in {"ISC", "MIT"}
    assert set(load_manifest(static).files) == set(made)


def test_texts_are_compressed_beforehand(repository: Path) -> None:
    static = repository / "webapp" / "static"
    for asset in assets.assemble(repository).values():
        file = static / asset.file
        twins = [file.with_name(file.name + end) for end in (".br", ".gz")]
        if file.suffix == ".png":
            assert not any(twin.exists() for twin in twins)
        else:
            assert brotli.decompress(twins[0].read_bytes()) == file.read_bytes()
            assert gzip.decompress(twins[1].read_bytes()) == file.read_bytes()


def test_maplibre_lies_beside_its_worker(repository: Path) -> None:
    made = assets.assemble(repository)
    main, worker = Path(made["maplibre-gl.mjs"].file), Path(made["maplibre-gl-worker.mjs"].file)
    assert main.parent == worker.parent == Path("vendor/maplibre-gl-1.2.3")
    assert (main.name, worker.name) == ("maplibre-gl.mjs", "maplibre-gl-worker.mjs")


def test_every_package_brings_its_licence(repository: Path) -> None:
    made = assets.assemble(repository)
    assert all(f"{package}-LICENSE.txt" in made for package in assets.VENDORED)


def test_what_is_current_is_recognised(repository: Path) -> None:
    assert not assets.is_current(repository)
    assets.assemble(repository)
    assert assets.is_current(repository)


@pytest.mark.parametrize("change", ["edit", "add", "remove", "lose", "package"])
def test_what_is_not_current_is_recognised(repository: Path, change: str) -> None:
    made = assets.assemble(repository)
    front = repository / "webapp" / "front"
    if change == "edit":
        (front / "carto.css").write_text("p { margin: 1px }")
    elif change == "add":
        (front / "neuf.mjs").write_text("")
    elif change == "remove":
        (front / "carto.css").unlink()
    elif change == "lose":
        (repository / "webapp" / "static" / made["carte.mjs"].file).unlink()
    else:
        (repository / made["leaflet.js"].source).write_text("/* altered */")
    assert not assets.is_current(repository)


def test_what_nothing_names_any_more_is_removed(repository: Path) -> None:
    before = assets.assemble(repository)["carto.css"].file
    (repository / "webapp" / "front" / "carto.css").write_text("p { margin: 1px }")
    after = assets.assemble(repository)["carto.css"].file
    static = repository / "webapp" / "static"
    assert after != before
    assert not (static / before).exists()
    assert not (static / f"{before}.br").exists()


def test_a_missing_file_stops_everything(repository: Path) -> None:
    (repository / "node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs").unlink()
    with pytest.raises(FrontEndError, match=r"maplibre-gl-worker\.mjs est introuvable"):
        assets.assemble(repository)
    assert not (repository / "webapp" / "static" / "MANIFEST.json").exists()


def test_same_sources_give_the_same_bytes(repository: Path) -> None:
    def digest() -> dict[str, str]:
        static = repository / "webapp" / "static"
        return {
            path.relative_to(static).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in static.rglob("*")
            if path.is_file()
        }

    assets.assemble(repository)
    first = digest()
    for path in (repository / "webapp" / "static").rglob("*"):
        if path.is_file():
            path.unlink()
    os.utime(repository / "webapp" / "front" / "carto.css", (0, 0))
    assets.assemble(repository)
    assert digest() == first


def test_the_lock_file_names_no_registry() -> None:
    lock = (assets.ROOT / "package-lock.json").read_text()
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') >= len(assets.VENDORED)
