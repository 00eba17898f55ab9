"""Whether this service asks for visitors: not before its data are loaded, nor once it is stopping.

Whoever shares visitors among several services asks `/ready`. A service that is about to stop says
so there first, for as long as the operator chose, and still answers meanwhile.
"""

from __future__ import annotations

from pathlib import Path

_STOPPING = "stopping"


def announce_stop(shared_dir: Path) -> None:
    """Tell every process that the service is about to stop."""
    (shared_dir / _STOPPING).touch()


def is_stopping(shared_dir: Path | None) -> bool:
    """Whether the stop was announced; never when processes share nothing."""
    return shared_dir is not None and (shared_dir / _STOPPING).exists()
