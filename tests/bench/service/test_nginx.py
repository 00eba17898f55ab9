"""nginx serves the files of a folder, compressed as they lie, and stops."""

from __future__ import annotations

import gzip
import shutil
import urllib.request
from pathlib import Path

import pytest

from bench.service.nginx import nginx_serving

pytestmark = pytest.mark.skipif(
    (shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")) is None,
    reason="nginx est absent (apt install nginx-light)",
)


def test_a_file_is_served_as_it_lies(tmp_path: Path) -> None:
    root = tmp_path / "files"
    root.mkdir()
    (root / "one.mvt.gz").write_bytes(gzip.compress(b"tile"))
    with nginx_serving(root, tmp_path) as base, urllib.request.urlopen(f"{base}/one.mvt") as answer:  # noqa: S310
        assert answer.headers["Content-Encoding"] == "gzip"
        body = answer.read()
    assert gzip.decompress(body) == b"tile"
