"""The Leaflet page needs this machine alone, and shows the same communes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import brotli

from bench.leaflet_page import PAGE, leaflet_files


def test_the_page_asks_only_for_what_is_gathered(tmp_path: Path) -> None:
    library = tmp_path / "leaflet" / "dist"
    library.mkdir(parents=True)
    for name in ("leaflet.js", "leaflet.css"):
        (library / name).write_text(name)
    files = leaflet_files(tmp_path)
    page = brotli.decompress(files[PAGE]).decode()
    asked = set(re.findall(r"[\"(](/[a-z]+\.(?:js|css|json))\"", page))
    assert asked == set(files) - {PAGE}
    communes = json.loads(brotli.decompress(files["/communes.json"]))["features"]
    assert len(communes) == 277
    assert all(commune["properties"]["taux"] >= 0 for commune in communes)
