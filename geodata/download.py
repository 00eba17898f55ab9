"""Fetch one file over http(s): streamed, bounded in size and time, tried three times at most."""

from __future__ import annotations

import time
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import requests

from geodata.errors import DownloadError
from geodata.source_settings import SourceSettings

LARGEST_BYTES = 2**30
SECONDS = 60
TRIES = 3

_CHUNK = 2**16
_STEP_SECONDS = 10
_PAUSE_SECONDS = 1.0
_PASSING_ERRORS = (
    requests.ConnectionError,
    requests.Timeout,
    requests.exceptions.ChunkedEncodingError,
)
_PASSING_STATUS = (429, 500, 502, 503, 504)


def download(source: SourceSettings, folder: Path) -> Path:
    """Fetch the file of a source.

    Parameters
    ----------
    source
        A source with `url`, http or https.
    folder
        Existing folder that receives the file.

    Returns
    -------
    pathlib.Path
        The complete file, named after the last part of the address.

    Raises
    ------
    DownloadError
        In French, when the address is not http(s), when the server refuses or fails three times,
        when the file is truncated, over 1 GiB, or takes over a minute, when the disk refuses it.
    """
    url = source.url or ""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise DownloadError(url, "adresse ni http ni https", _remedy(source))
    path = folder / _name(url, source)
    for attempt in range(1, TRIES + 1):
        try:
            _fetch(url, path, source)
        except requests.RequestException as error:
            if attempt == TRIES or not _may_pass(error):
                raise DownloadError(url, _reason(error), _remedy(source)) from error
            time.sleep(_PAUSE_SECONDS * attempt)
        except OSError as error:
            reason = f"fichier impossible à enregistrer ({error.strerror or error})"
            remedy = "libérez de la place ou corrigez les droits du dossier de données"
            raise DownloadError(url, reason, remedy) from error
        else:
            break
    return path


def _fetch(url: str, path: Path, source: SourceSettings) -> None:
    """Stream one answer to `path`."""
    deadline = time.monotonic() + SECONDS
    size = 0
    with (
        requests.get(url, stream=True, timeout=_STEP_SECONDS) as answer,
        path.open("wb") as file,
    ):
        answer.raise_for_status()
        for chunk in answer.iter_content(_CHUNK):
            size += len(chunk)
            if size > LARGEST_BYTES:
                raise DownloadError(url, "fichier de plus de 1 Gio", _remedy(source))
            if time.monotonic() > deadline:
                reason = f"téléchargement de plus de {SECONDS} secondes"
                raise DownloadError(url, reason, _remedy(source))
            file.write(chunk)


def _name(url: str, source: SourceSettings) -> str:
    """Name of the file: the last part of the address, safe as a file name."""
    last = PurePosixPath(unquote(urlsplit(url).path)).name
    safe = "".join(c for c in last if c.isalnum() or c in "._-").lstrip(".")
    return safe[:100] or source.id


def _may_pass(error: requests.RequestException) -> bool:
    """Whether trying again may help."""
    if isinstance(error, requests.HTTPError):
        return error.response.status_code in _PASSING_STATUS
    return isinstance(error, _PASSING_ERRORS)


def _reason(error: requests.RequestException) -> str:
    """Say in French what went wrong."""
    if isinstance(error, requests.HTTPError):
        return f"le serveur répond {error.response.status_code}"
    if isinstance(error, requests.Timeout):
        return "le serveur ne répond pas à temps"
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return "réponse interrompue avant la fin"
    if isinstance(error, requests.exceptions.TooManyRedirects):
        return "trop de redirections"
    if isinstance(error, requests.ConnectionError):
        return "serveur injoignable"
    return "adresse ou réponse inutilisable"


def _remedy(source: SourceSettings) -> str:
    """Say what the operator can do."""
    return (
        f"réessayez, corrigez url dans [sources.{source.id}] de carto.toml, ou téléchargez le "
        "fichier à la main et donnez file"
    )
