"""Which software this is: its version for people, a digest of its code for caches."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_PAGE_MAKERS = (("carto", "*.py"), ("webapp", "*.py"), ("webapp/templates", "*.html"))


def software_version() -> str:
    """Version of the installed package; « source » when it runs from a folder, uninstalled."""
    try:
        return version("carto")
    except PackageNotFoundError:
        return "source"


def code_digest() -> str:
    """Digest of everything that turns a snapshot into pages.

    A version number would not do: an operator who pulls a fix keeps the same one for a while.

    Returns
    -------
    str
        Sixteen hexadecimal digits.
    """
    digest = hashlib.sha256()
    for folder, pattern in _PAGE_MAKERS:
        for path in sorted((_ROOT / folder).rglob(pattern)):
            digest.update(path.relative_to(_ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
