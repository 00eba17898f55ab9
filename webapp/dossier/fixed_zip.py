"""Archives whose bytes only depend on what they hold: no clock, no rights, always one order."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest date that the format can say: the same for every file.
_DATE = (1980, 1, 1, 0, 0, 0)
_RIGHTS = 0o644 << 16
_UNIX = 3


def fixed_zip(members: Mapping[str, bytes]) -> bytes:
    """Write an archive.

    Parameters
    ----------
    members
        Contents by path, in the order to write them.

    Examples
    --------
    >>> once, twice = fixed_zip({"a.txt": b"1"}), fixed_zip({"a.txt": b"1"})
    >>> once == twice
    True
    """
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for path, content in members.items():
            member = ZipInfo(path, _DATE)
            member.create_system = _UNIX
            member.external_attr = _RIGHTS
            archive.writestr(member, content, ZIP_DEFLATED)
    return written.getvalue()


def refixed(archive: bytes) -> bytes:
    """Write an archive made elsewhere again, without the date at which it was made."""
    with ZipFile(io.BytesIO(archive)) as made:
        return fixed_zip({name: made.read(name) for name in made.namelist()})
