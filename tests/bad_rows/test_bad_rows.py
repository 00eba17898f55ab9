"""Every kind of bad row: nothing crashes, nothing is lost, what is wrong is seen.

`python -m tests.bad_rows` prints the figures.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from carto.territories import Territories
from geodata.readers import reader_for
from tests.bad_rows.catalogue import KINDS
from tests.bad_rows.clean_rows import SOURCES, clean_file, has_excerpt, path_of
from tests.bad_rows.kind import Kind, SettledKind
from tests.bad_rows.kinds.positions import KINDS as SETTLED
from tests.bad_rows.kinds.texts import PERSONAL, PRIVATE
from tests.bad_rows.settled_trial import territories, try_settled
from tests.bad_rows.trial import Measure, choose, parse_bytes, try_kind
from tests.geodata.raw_files import published_file

ROWS_OF_EACH_KIND = 12
ROWS_OF_EACH_KIND_IN_FRANCE = 100
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
    assert len(KINDS) + len(SETTLED) >= 40


@pytest.mark.parametrize("kind", [k for k in KINDS if has_excerpt(k.source)], ids=named)
def test_a_kind(kind: Kind, tmp_path: Path) -> None:
    check(try_kind(kind, ROWS_OF_EACH_KIND, tmp_path))


@pytest.mark.france
@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_a_kind_in_the_rows_of_france(kind: Kind, france_data: Path, tmp_path: Path) -> None:
    check(try_kind(kind, ROWS_OF_EACH_KIND_IN_FRANCE, tmp_path, france_data))


@pytest.mark.france
@pytest.mark.parametrize("source", SOURCES)
def test_clean_rows_of_france_are_kept(source: str, france_data: Path) -> None:
    raw = published_file(path_of(source, france_data), source)
    parsed = reader_for(raw).parse(raw)
    assert len(parsed.refused) <= MOST_DISTURBED * parsed.rows_in


@pytest.fixture(scope="module")
def finistere() -> Territories:
    return territories(None)


@pytest.fixture(scope="module")
def france(france_data: Path) -> Territories:
    return territories(france_data)


@pytest.mark.parametrize("kind", SETTLED, ids=named)
def test_a_kind_of_place(kind: SettledKind, finistere: Territories, tmp_path: Path) -> None:
    check(try_settled(kind, 2 * ROWS_OF_EACH_KIND, tmp_path, finistere))


@pytest.mark.france
@pytest.mark.parametrize("kind", SETTLED, ids=named)
def test_a_kind_of_place_in_france(
    kind: SettledKind, france: Territories, france_data: Path, tmp_path: Path
) -> None:
    check(try_settled(kind, ROWS_OF_EACH_KIND_IN_FRANCE, tmp_path, france, france_data))


@pytest.mark.parametrize("kind", PRIVATE, ids=named)
def test_nothing_of_a_person_is_kept(kind: Kind, tmp_path: Path) -> None:
    """Not in the table, and not in the account of the file either."""
    rows = choose(kind, clean_file(kind.source, None), ROWS_OF_EACH_KIND)
    data = clean_file(kind.source, None).file_of([row.written for row in rows])
    parsed = parse_bytes(kind.source, data, tmp_path)
    assert any(word in data.decode() for word in PERSONAL)
    account = (parsed.origins, parsed.refused, parsed.merged, parsed.notices)
    for word in PERSONAL:
        assert word not in parsed.table.to_csv()
        assert word not in repr(account)
