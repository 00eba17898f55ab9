"""What the repository holds: its files as git tracks them, its modules floor by floor."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("carto", "geodata", "webapp")


def tracked_files() -> list[Path]:
    """List the files that git tracks, relative to the root; empty outside a checkout."""
    if not (ROOT / ".git").exists():
        return []
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    files = (Path(name) for name in listed.stdout.split("\0") if name)
    return sorted(path for path in files if (ROOT / path).is_file())


def modules(floor: str) -> list[Path]:
    """List the Python modules of a floor, relative to the root, packages aside."""
    found = (ROOT / floor).rglob("*.py")
    return sorted(path.relative_to(ROOT) for path in found if path.name != "__init__.py")


def dotted(path: Path) -> str:
    """Turn the path of a module into its dotted name."""
    return ".".join(path.with_suffix("").parts)
