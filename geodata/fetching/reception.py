"""One answer received into a file: hashed while it is read, bounded, held to its length."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import requests

from geodata.fetching.content_check import largest_size
from geodata.fetching.conversation import NOT_MODIFIED, Conversation
from geodata.fetching.failure import FetchFailure
from geodata.storage.durable_files import disk_errors

Progress = Callable[[int, int | None], None]

_CHUNK = 2**16
_LONGEST_NAME = 100
_LONGEST_VALIDATOR = 1000


@dataclass(frozen=True)
class Received:
    """A file received whole.

    Attributes
    ----------
    url
        Where the redirections ended.
    name
        Last part of that address, safe as the name of a file; may be empty.
    sha256, bytes
        Fingerprint and size.
    etag, last_modified
        What the server gave to ask again conditionally, None without.
    """

    url: str
    name: str
    sha256: str
    bytes: int
    etag: str | None
    last_modified: str | None


def receive(
    conversation: Conversation,
    url: str,
    path: Path,
    conditions: Mapping[str, str],
    progress: Progress,
) -> Received | None:
    """Receive the file at `url` into `path`, which is replaced.

    Parameters
    ----------
    conversation
        Where the request is made.
    url
        Address, http or https.
    path
        Receives the bytes, in an existing folder.
    conditions
        Conditional headers (`If-None-Match`); empty to have the file in any case.
    progress
        Called with the bytes received and those announced, None when they are not.

    Returns
    -------
    Received or None
        None when the server says that the file has not changed (304).

    Raises
    ------
    FetchFailure
        When the answer is refused, cut, too large or late.
    geodata.storage.errors.StorageError
        When the disk refuses the bytes.
    """
    with conversation.answer(url, conditions) as response:
        if response.status_code == NOT_MODIFIED:
            if not conditions:
                raise FetchFailure("le serveur répond 304 sans qu'on ait rien gardé de lui")
            return None
        sha256, size = _write(response, path, progress)
        if conversation.deadline.remaining == 0:
            raise FetchFailure("réponse interrompue avant la fin")
        return Received(
            url=response.url,
            name=file_name(response.url),
            sha256=sha256,
            bytes=size,
            etag=_validator(response, "ETag"),
            last_modified=_validator(response, "Last-Modified"),
        )


def _write(response: requests.Response, path: Path, progress: Progress) -> tuple[str, int]:
    """Write the body to `path`; return its fingerprint and size."""
    announced = _announced_size(response)
    digest = hashlib.sha256()
    size = 0
    largest = 0
    with disk_errors("d'enregistrer le fichier téléchargé"), path.open("wb") as file:
        while chunk := response.raw.read1(_CHUNK, decode_content=True):
            if size == 0:
                largest = largest_size(chunk)
            size += len(chunk)
            if max(size, announced or 0) > largest:
                raise FetchFailure(f"fichier de plus de {largest // 2**20} Mio")
            digest.update(chunk)
            file.write(chunk)
            progress(size, announced)
    if announced is not None and response.raw.tell() < announced:
        raise FetchFailure("réponse interrompue avant la fin", may_pass=True)
    return digest.hexdigest(), size


def _announced_size(response: requests.Response) -> int | None:
    """Size that the server announces, None without (a chunked answer ends by itself)."""
    value = response.headers.get("Content-Length", "")
    if "chunked" in response.headers.get("Transfer-Encoding", "").lower():
        return None
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else None


def _validator(response: requests.Response, header: str) -> str | None:
    """Return the validator given by the server, if it can be sent back as it is."""
    value = response.headers.get(header, "").strip()
    is_usable = value.isascii() and value.isprintable() and 0 < len(value) <= _LONGEST_VALIDATOR
    return value if is_usable else None


def file_name(url: str) -> str:
    """Last part of an address, safe as the name of a file; may be empty.

    >>> file_name("https://publisher.example/files/population%202023.csv?x=1")
    'population2023.csv'
    """
    last = PurePosixPath(unquote(urlsplit(url).path)).name
    safe = "".join(c for c in last if c.isalnum() or c in "._-").lstrip(".")
    return safe[-_LONGEST_NAME:]
