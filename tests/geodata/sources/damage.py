"""Demo files damaged on purpose, and what every parser must say about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.source import ParsedTable, RawFile
from tests.geodata.raw_files import raw_file

Parse = Callable[[RawFile], ParsedTable]


@dataclass(frozen=True)
class DemoFile:
    """A demo file, its parser, and one of its columns (or properties) that is required."""

    path: Path
    source: str
    parse: Parse
    required: str
    date: str = "2026-06-30"

    def read(self, folder: Path, data: bytes) -> ParsedTable:
        """Parse other bytes under the name of the demo file."""
        name = self.path.name
        return self.parse(raw_file(folder, data, source=self.source, name=name, date=self.date))

    def replaced(self, old: str, new: str) -> bytes:
        """Bytes of the demo file with one text replaced, once."""
        text = self.path.read_bytes().decode()
        assert old in text
        return text.replace(old, new, 1).encode()


def check_nothing_set_aside(parsed: ParsedTable) -> None:
    """Check that every row was kept as it stands."""
    assert parsed.refused == ()
    assert parsed.merged == ()
    assert parsed.notices == ()


def check_empty(demo: DemoFile, folder: Path) -> None:
    """Check that an empty file is named, with its line and the remedy."""
    with pytest.raises(SourceError, match=r"ligne 1.*fichier vide.*téléchargez") as caught:
        demo.read(folder, b"")
    assert str(caught.value).startswith(demo.path.name)


def check_wrong_encoding(demo: DemoFile, folder: Path) -> None:
    """Check that a file in cp1252 is not guessed at: line, byte and remedy are said."""
    text = demo.path.read_bytes().decode("utf-8-sig")
    first = next(n for n, line in enumerate(text.split("\n"), start=1) if not line.isascii())
    data = text.encode("cp1252", "replace")
    with pytest.raises(SourceError) as caught:
        demo.read(folder, data)
    said = str(caught.value)
    assert said.startswith(f"{demo.path.name}, ligne {first}\u00a0:")
    assert "impossible en utf-8" in said
    assert f'encoding = "cp1252" à la source {demo.source} dans carto.toml' in said
    assert len(demo.parse(_stated(demo, folder, data)).table) > 0


def check_missing_column(demo: DemoFile, folder: Path) -> None:
    """Check that a missing column is named, with its line, what was found and the remedy."""
    with pytest.raises(SourceError) as caught:
        demo.read(folder, demo.replaced(demo.required, "inconnue"))
    said = str(caught.value)
    assert said.startswith(f"{demo.path.name}, ligne 1, colonne ")
    assert "inconnue" in said
    assert "renommez la colonne" in said


def _stated(demo: DemoFile, folder: Path, data: bytes) -> RawFile:
    """Describe the same bytes, with their encoding stated by the operator."""
    return raw_file(
        folder,
        data,
        source=demo.source,
        name=demo.path.name,
        date=demo.date,
        encoding="cp1252",
    )
