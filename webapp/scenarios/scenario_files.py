"""A scenario as a file to keep, and a file taken up again: only its address is made of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, Response, redirect, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as Answer

from webapp.asked_query import asked_query
from webapp.errors import BusyError, ParameterError
from webapp.json_answers import json_answer
from webapp.page_state import require_usable
from webapp.planning.scenario_address import query_text
from webapp.planning.scenario_file import (
    FILE_NAME,
    FILE_PARAMETER,
    MOST_BYTES,
    read_scenario_file,
    scenario_document,
)
from webapp.scenarios.asked_page import asked_page
from webapp.scenarios.scenario_territory import read_perimeter
from webapp.scenarios.suggested_place import PATH
from webapp.snapshots.asked_territory import TERRITORY
from webapp.snapshots.current_snapshot import current

blueprint = Blueprint("scenario_files", __name__)

# What the form around a file weighs besides.
_FORM_BYTES = 4096
# A file that comes slowly holds a thread until it has come: never those that answer pages.
_AT_ONCE = 3
_receptions = threading.BoundedSemaphore(_AT_ONCE)


@blueprint.get(f"{PATH}.json")
def scenario_file() -> Response:
    """Answer with the file of the scenario of an address."""
    perimeter, notices = read_perimeter(current(), asked_query())
    if perimeter is None:
        raise ParameterError(TERRITORY, next(iter(notices), "Donnez le territoire du scénario."))
    asked = asked_page(perimeter)
    require_usable(asked.snapshot, [refusal.reason for refusal in asked.changes.refusals])
    page = asked.page
    document = scenario_document(
        asked.snapshot,
        (page.perimeter.type, page.perimeter.code),
        page.scenario,
        asked.changes.homes,
        page.rule,
    )
    answer = json_answer(document)
    answer.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return answer


@blueprint.post(f"{PATH}/fichier")
def take_up() -> Answer:
    """Lead to the address of the scenario of a file; the file is not kept."""
    request.max_content_length = MOST_BYTES + _FORM_BYTES
    try:
        with _reception():
            sent = request.files.get(FILE_PARAMETER)
    except RequestEntityTooLarge:
        raise ParameterError(
            FILE_PARAMETER, "Ce fichier est trop gros pour un scénario. Rien n'est repris."
        ) from None
    if sent is None or not sent.filename:
        raise ParameterError(
            FILE_PARAMETER, f"Choisissez d'abord un fichier {FILE_NAME}. Rien n'est repris."
        )
    return redirect(f"{PATH}?{query_text(read_scenario_file(sent.read(MOST_BYTES + 1)))}", 303)


@contextmanager
def _reception() -> Iterator[None]:
    """Receive a file among few at once.

    Raises
    ------
    BusyError
        When others are being received.
    """
    if not _receptions.acquire(blocking=False):
        raise BusyError(
            "D'autres fichiers arrivent : réessayez dans une minute. Rien n'est repris."
        )
    try:
        yield
    finally:
        _receptions.release()
