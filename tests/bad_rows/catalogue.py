"""All kinds of bad rows."""

from __future__ import annotations

from tests.bad_rows.kind import Kind
from tests.bad_rows.kinds import (
    codes,
    coordinates,
    files,
    geometry,
    hours,
    lines,
    need,
    numbers,
    places,
    texts,
)

KINDS: tuple[Kind, ...] = (
    *codes.KINDS,
    *numbers.KINDS,
    *coordinates.KINDS,
    *hours.KINDS,
    *lines.KINDS,
    *places.KINDS,
    *texts.KINDS,
    *texts.PRIVATE,
    *need.KINDS,
    *geometry.KINDS,
    *files.KINDS,
)
