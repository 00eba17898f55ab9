"""Data that PySAL's own wheels carry: read where they are installed, never copied."""

from __future__ import annotations

import csv
from importlib.util import find_spec
from pathlib import Path

import pyogrio
from libpysal.weights import W


def inside(package: str, *parts: str) -> Path:
    """Path of a file of an installed package."""
    spec = find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent.joinpath(*parts)


def example(*parts: str) -> Path:
    """Path of a file of libpysal's bundled examples."""
    return inside("libpysal", "examples", *parts)


def csv_columns(path: Path) -> dict[str, list[str]]:
    """Columns of a comma-separated file, as texts."""
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: [row[name] for row in rows] for name in rows[0]}


def dbf_columns(path: Path, *names: str) -> list[list[float]]:
    """Columns of numbers of a dBase file, in the order of the names."""
    table = pyogrio.read_dataframe(path, columns=list(names), read_geometry=False)
    return [[float(value) for value in table[name]] for name in names]


def neighbours(path: Path) -> W:
    """Weights of a GAL file, row-standardised, in the order of the file."""
    header, *words = path.read_text(encoding="ascii").split("\n", 1)
    count = int(next(word for word in header.split() if word != "0"))
    following = iter(words[0].split())
    linked = {}
    for _ in range(count):
        name, number = next(following), int(next(following))
        linked[name] = [next(following) for _ in range(number)]
    weights = W(linked, id_order=list(linked), silence_warnings=True)
    weights.transform = "r"
    return weights
