"""Sources that could not be brought up to date: their last good file is used, and it is said."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from geodata.fetching.fetch import last_good
from geodata.source_settings import SourceSettings
from geodata.storage.data_dir import DataDir


@dataclass(frozen=True)
class Degraded:
    """A source whose last fetch failed.

    Attributes
    ----------
    source
        Its identifier.
    since
        ISO day of the last time that its publisher gave, or confirmed, the file in use.
    age_days
        Days from then to the day of the build.
    reason
        Why the last fetch failed, in French.
    """

    source: str
    since: str
    age_days: int
    reason: str


def degraded_sources(
    sources: Iterable[SourceSettings], data_dir: DataDir, today: datetime.date
) -> tuple[Degraded, ...]:
    """List the sources whose last fetch failed, by id; local files never are.

    Parameters
    ----------
    sources
        The configured sources.
    data_dir
        Where the records of fetching lie.
    today
        Day of the build (UTC), from which ages are counted.
    """
    found = []
    for source in sorted(sources, key=lambda source: source.id):
        record = last_good(source, data_dir) if source.file is None else None
        if record is not None and record.reason is not None:
            since = record.checked_at[:10]
            age = (today - datetime.date.fromisoformat(since)).days
            found.append(Degraded(source.id, since, max(0, age), record.reason))
    return tuple(found)
