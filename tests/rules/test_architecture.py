"""The arrows point down: webapp → geodata → carto; and the core does no input, no output."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from tests.rules.repository import ROOT, modules

IMPURE = {"flask", "requests", "urllib", "http", "socket", "pyarrow", "pyogrio", "sqlite3"}
OPENING = {"open", "read_text", "write_text", "read_bytes", "write_bytes", "read_csv"}
HEAVY = ("pandas", "geopandas", "shapely", "scipy", "numba", "pyproj")
# What the serving process takes from the floors below; it starts in a fraction of a second.
SERVED = (
    "carto.contracts",
    "carto.tables.published",
    "carto.tables.inputs",
    "carto.french",
    "carto.codes",
    "carto.flags",
    "carto.crs",
    "carto.verdict.parameters",
    "carto.drawing.indicators.classification",
    "carto.drawing.palettes",
    "carto.drawing.static_map",
    "geodata.errors",
    "geodata.storage.snapshot",
    "geodata.storage.manifest",
    "webapp",
)


def imported_by(path: Path) -> set[str]:
    """List the first names of everything that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def called_by(path: Path) -> set[str]:
    """List the last names of everything that a file calls."""
    return {
        getattr(node.func, "id", getattr(node.func, "attr", ""))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }


def test_import_contracts_are_kept() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


def test_the_core_is_pure() -> None:
    forbidden = IMPURE | {"geodata", "webapp"}
    found = {path: imported_by(ROOT / path) & forbidden for path in modules("carto")}
    assert {path: names for path, names in found.items() if names} == {}


def test_the_core_opens_no_file() -> None:
    found = {path: called_by(ROOT / path) & OPENING for path in modules("carto")}
    assert {path: names for path, names in found.items() if names} == {}


def test_the_serving_process_loads_no_table_library() -> None:
    script = (
        "import importlib, sys\n"
        f"for name in {SERVED!r}: importlib.import_module(name)\n"
        f"print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == []
