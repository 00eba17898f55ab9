"""What is counted of the requests: how many, how long, how many bytes, by kind and status.

Kinds are few and come from the code, never from an address: nobody outside can make their number
grow. Each process counts in files of the shared folder, which are read together.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from webapp.operation.access_log import Access

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

SHARED_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
SHARED_FOLDER = "metrics"
PAGE = "page"
_KINDS = {
    "api": "api",
    "ogc": "ogc",
    "tuiles": "tuile",
    "styles": "style",
    "donnees": "donnees",
    "static": "ressource",
    "fond": "fond",
    "dossier": "dossier",
    "integrer": "integration",
    "health": "etat",
    "sante": "etat",
    "ready": "etat",
}
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


def kind_of(path: str) -> str:
    """Name the kind of an address.

    >>> kind_of("/api/v1/communes"), kind_of("/commune/29019"), kind_of("/../../etc")
    ('api', 'page', 'page')
    """
    return _KINDS.get(path[1:].partition("/")[0], PAGE)


def request_counter(registry: CollectorRegistry | None = None) -> Callable[[Access], None]:
    """Make what counts a request.

    The library reads where to share its counts from the environment when it is imported: it is
    imported here, once `carto serve` has said where, and only when metrics are asked for.

    Parameters
    ----------
    registry
        Where counts are read in this process alone; one of its own when None.
    """
    from prometheus_client import CollectorRegistry, Counter, Histogram  # noqa: PLC0415

    registry = registry or CollectorRegistry()
    requests = Counter(
        "carto_requests", "Demandes répondues.", ("kind", "status"), registry=registry
    )
    seconds = Histogram(
        "carto_request_seconds",
        "Durée des réponses.",
        ("kind",),
        buckets=_SECONDS,
        registry=registry,
    )
    sent = Counter("carto_sent_bytes", "Octets des réponses.", ("kind",), registry=registry)

    def count(access: Access) -> None:
        kind = kind_of(access.path)
        requests.labels(kind, access.status).inc()
        seconds.labels(kind).observe(access.duration_ms / 1000)
        sent.labels(kind).inc(access.size)

    return count


def shared_folder(shared_dir: Path) -> Path:
    """Folder of the counts of all the processes."""
    return shared_dir / SHARED_FOLDER
