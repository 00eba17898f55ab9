"""Raw files for tests, made of bytes or of a demo file that was damaged on purpose."""

from __future__ import annotations

import hashlib
from pathlib import Path

from geodata.source import RawFile


def raw_file(
    folder: Path,
    data: bytes | str,
    *,
    source: str = "population",
    name: str = "fichier.csv",
    date: str = "2026-06-30",
    encoding: str | None = None,
) -> RawFile:
    """Write bytes (or UTF-8 text) under their hash and describe them."""
    content = data.encode() if isinstance(data, str) else data
    sha256 = hashlib.sha256(content).hexdigest()
    path = folder / sha256
    path.write_bytes(content)
    return RawFile(source, path, name, sha256, len(content), "2026", date, 2026, None, encoding)


def published_file(path: Path, source: str, date: str = "2026-06-30") -> RawFile:
    """Describe a file as published, where it lies."""
    return RawFile(source, path, path.name, "", path.stat().st_size, "2026", date, 2026)
