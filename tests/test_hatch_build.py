"""No wheel without its browser side."""

import hashlib
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """Load the build hook, which belongs to no package."""
    pytest.importorskip("hatchling", reason="hatchling runs the hook at build only")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository whose only asset is a style sheet."""
    front, static = tmp_path / "webapp" / "front", tmp_path / "webapp" / "static"
    for folder in (front, static):
        folder.mkdir(parents=True)
    content = b"p { margin: 0 }"
    (front / "carto.css").write_bytes(content)
    (static / "carto.0.css").write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    source = "webapp/front/carto.css"
    entry = {
        "file": "carto.0.css",
        "sha256": digest,
        "source": source,
        "source_sha256": digest,
    }
    (static / "MANIFEST.json").write_text(json.dumps({"carto.css": entry}))
    return tmp_path


def test_a_whole_front_end_may_be_packed(hook: ModuleType, repository: Path) -> None:
    assert hook.problems(repository) == []


@pytest.mark.parametrize(
    "path", ["webapp/static/MANIFEST.json", "webapp/static/carto.0.css", "webapp/front/carto.css"]
)
def test_a_partial_or_old_front_end_may_not(hook: ModuleType, repository: Path, path: str) -> None:
    if path.endswith(".json"):
        (repository / path).unlink()
    else:
        (repository / path).write_text("p { margin: 1px }")
    assert len(hook.problems(repository)) == 1
