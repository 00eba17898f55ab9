"""The tables of the demonstration, parsed from the publishers' files."""

from __future__ import annotations

from pathlib import Path

from geodata.inputs import SOURCES
from geodata.source import ParsedTable, RawFile
from tests.demo import demo_settings


def parse_demo() -> dict[str, ParsedTable]:
    """Parse every source of the demonstration where its file lies."""
    parsed = {}
    for source in demo_settings().sources:
        path = source.file or Path()
        raw = RawFile(
            source=source.id,
            path=path,
            name=path.name,
            sha256="",
            bytes=path.stat().st_size,
            millesime=source.millesime,
            date=source.date,
            cog=source.cog,
        )
        parsed[source.id] = SOURCES[source.id].parse(raw)
    return parsed
