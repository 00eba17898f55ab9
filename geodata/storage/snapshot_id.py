"""What a snapshot says, as one number: independent of file formats, row order and the clock.

Two snapshots have the same id when their tables hold the same values under the same contracts,
computed by the same method.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

ID_LENGTH = 16


def snapshot_id(contents: Mapping[str, Mapping[str, object]], facts: object) -> str:
    """Name a snapshot by its contents.

    Parameters
    ----------
    contents
        For each file its fingerprint, and the schema of its contract if it is a table.
    facts
        What else makes it what it is (method, territory, vintages), as JSON values.

    Returns
    -------
    str
        The first 16 hexadecimal digits of a sha256.
    """
    canonical = json.dumps(
        {"contents": contents, "facts": facts}, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()[:ID_LENGTH]
