"""`/metrics` for Prometheus, on an address of its own: counts of every process, and their memory.

It lives in the process that starts the others, so that a scrape never waits for a visitor, and
stays readable when they are all busy.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.storage.attempts import last_attempts, utc_now
from geodata.storage.data_dir import DataDir
from webapp.errors import ServiceError

if TYPE_CHECKING:
    from prometheus_client.core import Metric

_PROC = Path("/proc")


def serve_metrics(
    bind: tuple[str, int],
    folder: Path,
    data_dir: DataDir,
    processes: Callable[[], Iterable[int]],
) -> None:
    """Answer scrapes from a thread of this process.

    The library reads where counts are shared from the environment when it is imported: it is
    imported here, once that is said.

    Parameters
    ----------
    bind
        Address and port.
    folder
        Where processes write their counts.
    data_dir
        Names the snapshot published last.
    processes
        Gives the ids of the processes that answer.

    Raises
    ------
    ServiceError
        When the address cannot be listened on.
    """
    from prometheus_client import CollectorRegistry, multiprocess, start_http_server  # noqa: PLC0415

    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry, str(folder))  # type: ignore[no-untyped-call]
    registry.register(_State(data_dir, processes))
    host, port = bind
    try:
        start_http_server(port, host, registry)
    except OSError:
        raise ServiceError(
            f"Impossible d'écouter sur {host}:{port} pour les mesures : changez CARTO_METRICS."
        ) from None


class _State:
    """What is read when it is asked for: processes, their memory, the snapshot published."""

    def __init__(self, data_dir: DataDir, processes: Callable[[], Iterable[int]]) -> None:
        self._data_dir = data_dir
        self._processes = processes

    def collect(self) -> Iterator[Metric]:
        """Give the state of now."""
        from prometheus_client import core  # noqa: PLC0415

        living = list(self._processes())
        yield core.GaugeMetricFamily(
            "carto_processes", "Processus qui répondent.", value=len(living)
        )
        memory = core.GaugeMetricFamily(
            "carto_resident_bytes", "Mémoire occupée par un processus.", labels=("processus",)
        )
        for place, process in enumerate(living, 1):
            memory.add_metric((str(place),), resident_bytes(process))
        yield memory
        published = {"snapshot": next(iter(self._data_dir.latest_ids()), "")}
        yield core.InfoMetricFamily("carto_published", "Instantané publié.", value=published)
        failed = core.GaugeMetricFamily(
            "carto_update_failed", "1 si la dernière fois a échoué.", labels=("command",)
        )
        began = core.GaugeMetricFamily(
            "carto_update_began_seconds", "Date de la dernière fois.", labels=("command",)
        )
        for command, attempt in last_attempts(self._data_dir).items():
            failed.add_metric((command,), attempt.has_failed(utc_now()))
            began.add_metric((command,), datetime.fromisoformat(attempt.began).timestamp())
        yield from (failed, began)


def resident_bytes(process: int) -> int:
    """Memory that a process holds; 0 when this system does not say, or the process has ended."""
    try:
        pages = (_PROC / str(process) / "statm").read_text("ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
