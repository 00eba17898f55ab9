"""Refuse to make a wheel without its browser side.

A wheel built before ``python -m webapp.assets`` would install and serve pages without map or
style. The check is on bytes: every file of the manifest must be there, whole, made from the
present sources. Editable installs come before the assets, and are let through.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ADVICE = "run « python -m webapp.assets », then build again"


class FrontEndHook(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling before each build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check the assembled assets; `version` is ``standard`` or ``editable``."""
        if version == "editable":
            return
        missing = problems(Path(self.root))
        if missing:
            raise RuntimeError(f"webapp/static: {missing[0]}: {ADVICE}")
        build_data["artifacts"].append("webapp/static/**")


def problems(root: Path) -> list[str]:
    """List what is wrong with the assembled assets of a repository; empty when nothing is."""
    static = root / "webapp" / "static"
    manifest = static / "MANIFEST.json"
    if not manifest.is_file():
        return ["MANIFEST.json is missing"]
    entries = json.loads(manifest.read_text(encoding="utf-8")).values()
    found = [
        f"{entry['file']} is missing or altered"
        for entry in entries
        if _sha256(static / entry["file"]) != entry["sha256"]
    ]
    known = {entry["source"]: entry["source_sha256"] for entry in entries}
    for path in sorted((root / "webapp" / "front").iterdir()):
        source = path.relative_to(root).as_posix()
        if known.get(source) != _sha256(path):
            found.append(f"{source} was changed since")
    return found


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
