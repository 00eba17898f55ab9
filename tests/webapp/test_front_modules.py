"""The browser's modules: their types hold, their tests pass, they stay small."""

import re
import subprocess

import pytest

from carto.drawing import palettes
from webapp.assets import ROOT
from webapp.front_end.npm_packages import find_tool


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    node = find_tool("node")
    if node is None:
        pytest.skip("no Node.js: run make setup")
    return subprocess.run(
        [node, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


def test_types_hold() -> None:
    done = run("node_modules/typescript/bin/tsc", "--project", "tsconfig.json")
    assert done.returncode == 0, done.stdout


def test_pure_functions() -> None:
    tests = sorted(str(path) for path in (ROOT / "tests" / "front").glob("*.test.mjs"))
    done = run("--test", *tests)
    assert done.returncode == 0, done.stdout


def test_both_maps_have_the_same_colours() -> None:
    text = (ROOT / "webapp" / "front" / "couleurs.mjs").read_text()
    colours = dict(re.findall(r"(\w+): '(#\w{6})'", text))
    assert colours == {
        "absent": palettes.MISSING,
        "hachureAbsent": palettes.HATCH_ON_MISSING,
        "hachurePire": palettes.HATCH_ON_COLOUR,
        "contour": palettes.OUTLINE,
        "limite": palettes.BORDER,
        "encre": palettes.INK,
        "halo": palettes.HALO,
        "anneau": palettes.SITE_RING,
        "disque": palettes.SITE_DISC,
        "cercle": palettes.CIRCLE,
    }


def test_no_module_is_two_ideas() -> None:
    for path in (ROOT / "webapp" / "front").glob("*.mjs"):
        assert len(path.read_text().splitlines()) <= 300, path.name
