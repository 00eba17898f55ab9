"""Every kind of bad row: nothing crashes, nothing is lost, what is wrong is seen.

`python -m tests.bad_rows` prints the figures.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bad_rows.catalogue import KINDS
from tests.bad_rows.clean_rows import SOURCES, clean_file
from tests.bad_rows.kind import Kind
from tests.bad_rows.trial import Measure, parse_bytes, try_kind

ROWS_OF_EACH_KIND = 12
ROWS_OF_EACH_KIND_IN_FRANCE = 250
LEAST_DETECTED = 0.95
MOST_DISTURBED = 0.005


def check(found: Measure) -> None:
    """Hold a measure to what is promised."""
    assert found.spoiled > 0
    assert found.lost == 0
    assert found.detection >= LEAST_DETECTED, found.missed
    assert found.disturbed <= MOST_DISTURBED * found.untouched


def named(kind: Kind) -> str:
    return f"{kind.source}: {kind.name}"


def test_there_are_at_least_forty_kinds_of_rows() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert len(KINDS) >= 40


@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_a_kind(kind: Kind, tmp_path: Path) -> None:
    check(try_kind(kind, ROWS_OF_EACH_KIND, tmp_path))


@pytest.mark.france
@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_a_kind_in_the_rows_of_france(kind: Kind, france_data: Path, tmp_path: Path) -> None:
    check(try_kind(kind, ROWS_OF_EACH_KIND_IN_FRANCE, tmp_path, france_data))


@pytest.mark.france
@pytest.mark.parametrize("source", SOURCES)
def test_clean_rows_of_france_are_kept(source: str, france_data: Path, tmp_path: Path) -> None:
    clean = clean_file(source, france_data)
    texts = [clean.text(number) for number in range(len(clean))]
    parsed = parse_bytes(source, clean.file_of(texts), tmp_path)
    assert len(parsed.refused) <= MOST_DISTURBED * parsed.rows_in
