"""Files written by a process of their own: GDAL, Shapely and pandas stay out of the service.

Such a process takes half a second to start, then ends with its file, and gives its memory back.
One at a time for each process of the service; a few visitors wait, the last files are kept.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import cast

from flask import Flask, current_app

from geodata.row_request import RowRequest
from webapp.errors import BusyError
from webapp.long_answers import Kept, LongAnswers, Turns

LONGEST_WRITING_S = 20.0
_EXTENSION = "carto_row_files"
_MOST_KEPT = 16
_MOST_BYTES = 16 * 1024 * 1024
_BUSY = "Trop de fichiers sont demandés en même temps : réessayez bientôt."
_TOO_LONG = (
    "Ce fichier demande trop de temps à cette heure : réessayez bientôt, choisissez moins de "
    "lignes, ou prenez le fichier complet dans la page « Données »."
)


class RowFiles:
    """The files that this process of the service had written.

    Parameters
    ----------
    longest_s
        Seconds that the writing of one may take.
    """

    def __init__(self, longest_s: float = LONGEST_WRITING_S) -> None:
        kept: Kept[tuple[str, str], bytes] = Kept(_MOST_KEPT, _MOST_BYTES, len)
        self._answers = LongAnswers(Turns(), kept, _BUSY)
        self._longest_s = longest_s

    def written(self, request: RowRequest, suffix: str) -> bytes:
        """Have a file written, or give the one that is kept.

        Parameters
        ----------
        request
            The rows, and all that the file tells of them.
        suffix
            A key of `geodata.row_files.WRITERS`.

        Raises
        ------
        BusyError
            When too many files are asked at once, or when this one takes too long.
        """
        asked = request.to_json()
        key = (suffix, hashlib.sha256(asked).hexdigest())
        return self._answers.of(key, lambda: self._write(asked, suffix))

    def _write(self, asked: bytes, suffix: str) -> bytes:
        """Start the process, and wait for its file."""
        command = [sys.executable, "-m", "geodata.row_process", suffix]
        paths = os.pathsep.join(filter(None, sys.path))
        try:
            done = subprocess.run(  # noqa: S603 - our own module, and a format of our own list
                command,
                input=asked,
                capture_output=True,
                env={**os.environ, "PYTHONPATH": paths},
                timeout=self._longest_s,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise BusyError(_TOO_LONG) from late
        if done.returncode:
            raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
        return done.stdout


def attach_row_files(app: Flask, files: RowFiles) -> None:
    """Give `app` the files that its requests had written."""
    app.extensions[_EXTENSION] = files


def row_files() -> RowFiles:
    """Return the files of the application that answers."""
    return cast(RowFiles, current_app.extensions[_EXTENSION])
