"""The manifest of assets: complete, or refused with the command to run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from webapp.errors import MissingAssetsError
from webapp.front_end.assets_manifest import load_manifest


def test_a_logical_name_leads_to_a_file(static_dir: Path):
    manifest = load_manifest(static_dir)
    assert manifest.path_of("carto.css") == "carto.0123456789ab.css"


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"carto.css": {}}', '{"carto.css": 1}'])
def test_assets_that_are_not_assembled_name_the_command(tmp_path: Path, content: str | None):
    if content is not None:
        (tmp_path / "MANIFEST.json").write_text(content)
    with pytest.raises(MissingAssetsError, match="make setup"):
        load_manifest(tmp_path)


def test_a_missing_file_is_found_at_start(static_dir: Path, tmp_path: Path):
    copy = shutil.copytree(static_dir, tmp_path / "static")
    (copy / "carto.0123456789ab.css").unlink()
    with pytest.raises(MissingAssetsError, match=r"carto\.0123456789ab\.css.*make setup"):
        load_manifest(copy)


def test_an_unknown_name_is_an_error_rather_than_a_broken_link(static_dir: Path):
    with pytest.raises(MissingAssetsError, match=r"absent\.css"):
        load_manifest(static_dir).path_of("absent.css")


def test_the_digest_follows_the_files(static_dir: Path, tmp_path: Path):
    copy = shutil.copytree(static_dir, tmp_path / "static")
    path = copy / "MANIFEST.json"
    path.write_text(json.dumps(json.loads(path.read_text()), indent=1))
    assert load_manifest(copy).digest != load_manifest(static_dir).digest
