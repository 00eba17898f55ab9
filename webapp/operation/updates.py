"""Whether the data could be brought up to date, in words, for whoever watches the service.

What stopped a build is for the operator: it may quote a source or name a folder of this machine.
Here is said that it stopped, and when; `carto list` says the rest.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import cast

from flask import Flask, current_app

from carto import french
from carto.typography import typeset
from geodata.storage.attempts import BUILD, FETCH, Attempt, last_attempts, utc_now
from geodata.storage.data_dir import DataDir

_EXTENSION = "carto_updates"
_NAMES = {BUILD: "La dernière construction", FETCH: "Le dernier téléchargement des sources"}


def failed_attempts(data_dir: DataDir) -> Iterator[tuple[str, Attempt]]:
    """List the commands whose last run failed, each said in French, with that run."""
    now = utc_now()
    for command, attempt in last_attempts(data_dir).items():
        if attempt.has_failed(now):
            said = f"{_NAMES[command]} ({_moment(attempt.began)}) {_outcome(attempt)}"
            yield typeset(said), attempt


def attach_updates(app: Flask, data_dir: DataDir) -> None:
    """Tell `app` where its data are brought up to date."""
    app.extensions[_EXTENSION] = data_dir


def update_warnings() -> list[str]:
    """Say which commands failed, in sentences that anyone may read."""
    data_dir = cast(DataDir, current_app.extensions[_EXTENSION])
    advice = "ce qui est publié reste servi, et `carto list` dit pourquoi"
    return [typeset(f"{said} : {advice}.") for said, _ in failed_attempts(data_dir)]


def _outcome(attempt: Attempt) -> str:
    """Say what came of a run that failed, or of one that began after a failure."""
    if attempt.ended is not None:
        return "a échoué"
    return "n'a pas fini" + ("" if attempt.problem is None else ", et la fois d'avant a échoué")


def _moment(text: str) -> str:
    """Write a moment in French, as the clocks of Greenwich say it.

    >>> _moment("2026-11-22T20:05:00+01:00").replace(chr(160), " ")
    '22 novembre 2026 à 19 h 05 UTC'
    """
    moment = datetime.datetime.fromisoformat(text).astimezone(datetime.UTC)
    return typeset(f"{french.date(f'{moment:%Y-%m-%d}')} à {moment:%H} h {moment:%M} UTC")
