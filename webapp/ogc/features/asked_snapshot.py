"""Which snapshot a list of features is read from: the current one, or the one that it began with.

The links from a page to the next name the snapshot, so that a publication in the middle of a
reading never gives half of a release and half of another.
"""

from __future__ import annotations

from webapp.parameters import Query
from webapp.snapshots.current_snapshot import current, pinned
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

SNAPSHOT = "snapshot"


def asked_snapshot(query: Query) -> LoadedSnapshot:
    """Bind this request to the snapshot that it names, to the current one without a name.

    Raises
    ------
    UnknownResourceError
        When no snapshot of this id can be served any more: the reading must begin again.
    """
    return pinned(query[SNAPSHOT]) if SNAPSHOT in query else current()
