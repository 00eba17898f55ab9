"""Tests of the tree: whole files, beside their twins, nowhere else."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from webapp.errors import ServiceError
from webapp.mirroring.tree import Tree

TEXT = "é".encode() * 2000


def test_a_text_has_its_compressed_twins(tmp_path: Path):
    tree = Tree(tmp_path / "www")
    tree.write("/styles/communes.json", TEXT)
    written = tmp_path / "www" / "styles"
    assert (written / "communes.json").read_bytes() == TEXT
    assert gzip.decompress((written / "communes.json.gz").read_bytes()) == TEXT
    assert brotli.decompress((written / "communes.json.br").read_bytes()) == TEXT
    assert tree.files == 3
    assert tree.bytes == sum(path.stat().st_size for path in written.iterdir())


def test_a_short_text_has_none(tmp_path: Path):
    Tree(tmp_path).write("/tuiles/a.json", b"{}")
    assert [path.name for path in (tmp_path / "tuiles").iterdir()] == ["a.json"]


def test_a_tile_is_kept_as_it_is_stored_and_plain(tmp_path: Path):
    packed = gzip.compress(TEXT)
    Tree(tmp_path).write_gzipped("/tuiles/1a/communes/6/1/2.mvt", packed)
    tile = tmp_path / "tuiles" / "1a" / "communes" / "6" / "1" / "2.mvt"
    assert tile.read_bytes() == TEXT
    assert tile.with_name("2.mvt.gz").read_bytes() == packed
    assert brotli.decompress(tile.with_name("2.mvt.br").read_bytes()) == TEXT


def test_the_same_answers_give_the_same_files(tmp_path: Path):
    for name in ("un", "deux"):
        Tree(tmp_path / name).write("/styles/a.json", TEXT)
    un, deux = (sorted((tmp_path / name).rglob("*.json*")) for name in ("un", "deux"))
    assert [path.read_bytes() for path in un] == [path.read_bytes() for path in deux]


def test_an_address_never_leaves_the_folder(tmp_path: Path):
    Tree(tmp_path / "www").write("/donnees/%2e%2e/../../../secret", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["www"]


def test_an_escaped_address_is_the_name_that_a_server_looks_for(tmp_path: Path):
    Tree(tmp_path).write("/integrer/groupe/vall%C3%A9e.html", b"x")
    assert (tmp_path / "integrer" / "groupe" / "vallée.html").is_file()


def test_other_files_are_never_mixed_with(tmp_path: Path):
    (tmp_path / "latest").touch()
    with pytest.raises(ServiceError, match="latest"):
        Tree(tmp_path)
    with pytest.raises(ServiceError, match="fichier"):
        Tree(tmp_path / "latest")


def test_a_tree_is_written_again_over_itself(tmp_path: Path):
    for text in (b"un" * 1000, b"deux" * 1000):
        Tree(tmp_path).write("/integrer.js", text)
    assert (tmp_path / "integrer.js").read_bytes() == b"deux" * 1000
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "integrer.js",
        "integrer.js.br",
        "integrer.js.gz",
    ]
