"""Fetch: from the configured address of a source to a raw file, the last good one kept.

What is received is written beside the raw files, checked, then kept under its hash; only then is
the record of the source replaced. A failure changes nothing but the note of the failure.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass

from carto import french
from carto.typography import typeset
from geodata.errors import DownloadError
from geodata.fetching.addresses import DatasetFile, official_address, quarter_of
from geodata.fetching.content_check import require_data
from geodata.fetching.conversation import Conversation
from geodata.fetching.data_gouv import find_file
from geodata.fetching.failure import FetchFailure
from geodata.fetching.limits import FetchLimits
from geodata.fetching.reception import Received, receive
from geodata.fetching.records import FetchRecord, recall, remember
from geodata.source_settings import SourceSettings
from geodata.storage import raw_files
from geodata.storage.data_dir import DataDir
from geodata.storage.durable_files import disk_errors

Report = Callable[[str], None]
_SECONDS_BETWEEN_LINES = 5.0


@dataclass(frozen=True)
class Fetched:
    """What a fetch that succeeded gave: the record of the file, and whether its bytes are new."""

    record: FetchRecord
    is_new: bool


def fetch(
    source: SourceSettings, data_dir: DataDir, limits: FetchLimits, report: Report
) -> Fetched:
    """Fetch one source; when that fails, its last good file stays in use.

    Parameters
    ----------
    source
        A source without `file`.
    data_dir
        Where raw files and records lie; its lock is the caller's to hold.
    limits
        Bounds of time and trust.
    report
        Called with one French line per step.

    Raises
    ------
    DownloadError
        When the publisher gives no usable file; the failure is noted beside the last good one.
    geodata.storage.errors.StorageError
        When the disk refuses the file or the record.
    """
    asked = _asked(source)
    former = recall(data_dir, source.id, asked)
    try:
        record = _receive(source, former, data_dir, limits, report)
    except FetchFailure as failure:
        if former is not None:
            remember(data_dir, source.id, former.failed(_now(), typeset(failure.reason)))
        raise DownloadError(asked, failure.reason, _remedy(source)) from failure
    remember(data_dir, source.id, record)
    return Fetched(record, is_new=former is None or former.sha256 != record.sha256)


def last_good(source: SourceSettings, data_dir: DataDir) -> FetchRecord | None:
    """Return the last good fetch of what carto.toml asks for now, None without one."""
    return recall(data_dir, source.id, _asked(source))


def known_address(source: SourceSettings) -> str | None:
    """Address that a source is fetched from, None when it is to be looked up or not known."""
    if source.url is not None:
        return source.url
    try:
        found = official_address(
            source.id, cog=source.cog, millesime=source.millesime, date=source.date
        )
    except FetchFailure:
        return None
    return found if isinstance(found, str) else None


def _receive(
    source: SourceSettings,
    former: FetchRecord | None,
    data_dir: DataDir,
    limits: FetchLimits,
    report: Report,
) -> FetchRecord:
    """Find the address, receive the file, check it and keep it."""
    with Conversation(limits, time.sleep) as conversation:
        url = _address(source, conversation)
        report(f"téléchargement de {source.id} ({url})")
        known = former if former is not None and former.url == url else None
        progress = _ProgressLines(source.id, report)
        with raw_files.aside(data_dir) as path:
            received = conversation.try_again(
                lambda: receive(conversation, url, path, _conditions(known), progress)
            )
            if received is None:
                assert known is not None  # noqa: S101 - conditions come from it alone
                return known.confirmed(_now())
            with disk_errors("de relire le fichier reçu"):
                require_data(path, source.reader)
            raw_files.adopt(data_dir, path, received.sha256)
    return _record(source, url, received)


def _address(source: SourceSettings, conversation: Conversation) -> str:
    """Address of a source: the operator's, else the official one, looked up if it must be."""
    if source.url is not None:
        return source.url
    found = official_address(
        source.id, cog=source.cog, millesime=source.millesime, date=source.date
    )
    return find_file(conversation, found, source.date) if isinstance(found, DatasetFile) else found


def _asked(source: SourceSettings) -> str:
    """Say what is asked for, in one line that changes with it."""
    if source.url is not None:
        return source.url
    try:
        found = official_address(
            source.id, cog=source.cog, millesime=source.millesime, date=source.date
        )
    except FetchFailure:
        return f"adresse officielle de {source.id}, {source.millesime}"
    if isinstance(found, DatasetFile):
        year, quarter = quarter_of(source.date)
        return f"data.gouv.fr, {found.slug or found.organisation}, {source.id}, T{quarter} {year}"
    return found


def _conditions(known: FetchRecord | None) -> dict[str, str]:
    """Headers that ask for the file only if it has changed."""
    if known is None:
        return {}
    validators = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in validators.items() if value is not None}


def _record(source: SourceSettings, url: str, received: Received) -> FetchRecord:
    """Describe a file just received."""
    moment = _now()
    return FetchRecord(
        asked=_asked(source),
        url=url,
        name=received.name or source.id,
        sha256=received.sha256,
        bytes=received.bytes,
        etag=received.etag,
        last_modified=received.last_modified,
        fetched_at=moment,
        checked_at=moment,
    )


class _ProgressLines:
    """Says how much was received, at most every few seconds."""

    def __init__(self, name: str, report: Report) -> None:
        self._name = name
        self._report = report
        self._said_at = time.monotonic()

    def __call__(self, size: int, announced: int | None) -> None:
        if time.monotonic() - self._said_at < _SECONDS_BETWEEN_LINES:
            return
        self._said_at = time.monotonic()
        whole = "" if announced is None else f" sur {french.number(announced / 1e6, 1, 'Mo')}"
        self._report(f"{self._name} : {french.number(size / 1e6, 1, 'Mo')}{whole}")


def _remedy(source: SourceSettings) -> str:
    """Say what the operator can do."""
    return (
        f"réessayez, corrigez ou donnez url dans [sources.{source.id}] de carto.toml, ou "
        "téléchargez le fichier à la main et donnez file"
    )


def _now() -> str:
    """Return the moment, as records hold it."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
