"""The tables of the demonstration, parsed from the publishers' files."""

from __future__ import annotations

from pathlib import Path

from geodata.readers import reader_for
from geodata.source import ParsedTable, RawFile
from tests.demo import demo_settings


def raw_demo() -> list[RawFile]:
    """Describe the files of the demonstration where they lie."""
    described = []
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
        described.append(raw)
    return described


def parse_demo() -> dict[str, ParsedTable]:
    """Parse every source of the demonstration."""
    return {raw.source: reader_for(raw).parse(raw) for raw in raw_demo()}
