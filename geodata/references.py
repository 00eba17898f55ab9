"""The frozen references of the method, one JSON file for each vintage (`carto calibrate`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from carto.reference import Reference

FOLDER = Path(__file__).with_suffix("")
VINTAGE = "2026"


@cache
def frozen_reference(vintage: str = VINTAGE) -> Reference:
    """Read the reference of a vintage.

    Raises
    ------
    FileNotFoundError
        When no such vintage was calibrated.

    Examples
    --------
    >>> frozen_reference().supply(["france_services"]).apl_ref
    0.57
    """
    return Reference.from_json(json.loads(reference_path(vintage).read_text("utf-8")))


def reference_path(vintage: str, folder: Path = FOLDER) -> Path:
    """Name the file of a vintage."""
    return folder / f"{vintage}.json"


def reference_text(reference: Reference) -> str:
    """Write a reference as JSON, one row of a table a line, always in the same order."""
    return "".join(_lines(reference.to_json()))


def _lines(values: Mapping[str, Any]) -> Iterator[str]:
    """Write an object, each of its members a line, lists a line for each item."""
    members = []
    for key, value in values.items():
        if isinstance(value, list) and value and isinstance(value[0], (list, dict)):
            rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in value)
            members.append(f" {json.dumps(key)}: [\n{rows}\n ]")
        else:
            members.append(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    yield "{\n" + ",\n".join(members) + "\n}\n"
