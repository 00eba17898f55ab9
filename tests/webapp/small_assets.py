"""Assets in small: one file per logical name, with its compressed twins."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import brotli

import webapp
from webapp.front_end.asset_names import front_files

FRONT = Path(webapp.__file__).parent / "front"
ASSETS = (*front_files(FRONT), "maplibre-gl.mjs", "maplibre-gl.css")


def write_small_assets(folder: Path) -> Path:
    """Fill a folder as `python -m webapp.assets` would, without anything to assemble."""
    manifest = {}
    for name in ASSETS:
        stem, _, suffix = name.rpartition(".")
        file = f"{stem}.0123456789ab.{suffix}"
        content = f"/* {name} */\n".encode() * 100
        (folder / file).write_bytes(content)
        (folder / f"{file}.br").write_bytes(brotli.compress(content))
        (folder / f"{file}.gz").write_bytes(gzip.compress(content, mtime=0))
        manifest[name] = {"file": file}
    (folder / "MANIFEST.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder
