"""Characters that no value may hold, whoever wrote it: nothing published has any.

Control characters break XML, hence maps, documents and workbooks; marks that reverse the direction
of text make it read as another; halves of characters can be written in no file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def hold_forbidden(texts: Sequence[object]) -> NDArray[np.bool_]:
    r"""Find the texts that hold a forbidden character; what is no text holds none.

    Examples
    --------
    >>> hold_forbidden(["Argol", "Br\x00est", 3]).tolist()
    [False, True, False]
    """
    written = [text if isinstance(text, str) else "" for text in texts]
    if not FORBIDDEN.search("".join(written)):
        return np.zeros(len(written), dtype=bool)
    return np.array([bool(FORBIDDEN.search(text)) for text in written], dtype=bool)
