"""Files of data.gouv.fr that have no stable address, found through the API of the site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from geodata.fetching.addresses import DatasetFile, quarter_of
from geodata.fetching.conversation import Conversation
from geodata.fetching.failure import FetchFailure

API = "https://www.data.gouv.fr/api/1"

_LARGEST_ANSWER = 2**25
_MOST_PAGES = 20
_UNREADABLE = "réponse inattendue de l'API de data.gouv.fr"


def find_file(conversation: Conversation, wanted: DatasetFile, date: str) -> str:
    """Find the address of a file.

    Parameters
    ----------
    conversation
        Where the API is asked.
    wanted
        The dataset and the file.
    date
        ISO date that the figures must describe; it chooses the quarter when titles have one.

    Returns
    -------
    str
        The address that the API gives.

    Raises
    ------
    FetchFailure
        When the API fails, or has no such dataset or file; the message lists the quarters it has.
    """
    dataset = _dataset(conversation, wanted)
    found = [
        (match, resource)
        for resource in _list(dataset, "resources")
        for match in [_match(resource, wanted.title)]
        if match is not None
    ]
    if "quarter" in wanted.title.groupindex:
        found = _of_quarter(found, date)
    if not found:
        title = str(dataset.get("title"))[:80]
        raise FetchFailure(f"aucun fichier attendu dans le jeu « {title} » de data.gouv.fr")
    latest = max((resource for _, resource in found), key=_age_order)
    return str(latest["url"])


def _dataset(conversation: Conversation, wanted: DatasetFile) -> dict[str, Any]:
    """Find the dataset, by its name in its address, or by organisation and title."""
    if wanted.slug is not None:
        return _ask(conversation, f"{API}/datasets/{quote(wanted.slug)}/")
    found = [
        dataset
        for dataset in _datasets_of(conversation, wanted.organisation)
        if wanted.dataset.fullmatch(str(dataset.get("title", "")).strip())
    ]
    if not found:
        reason = f"aucun jeu attendu dans l'organisation {wanted.organisation} de data.gouv.fr"
        raise FetchFailure(reason)
    return max(found, key=_age_order)


def _datasets_of(conversation: Conversation, organisation: str) -> Iterator[dict[str, Any]]:
    """Yield the datasets of an organisation, page after page."""
    for page in range(1, _MOST_PAGES + 1):
        asked = f"{API}/organizations/{quote(organisation)}/datasets/?page={page}&page_size=50"
        answer = _ask(conversation, asked)
        yield from _list(answer, "data")
        if not answer.get("next_page"):
            return


def _ask(conversation: Conversation, url: str) -> dict[str, Any]:
    """Ask the API for a JSON object, again when a failure may pass."""
    return conversation.try_again(lambda: _read_object(conversation, url))


def _read_object(conversation: Conversation, url: str) -> dict[str, Any]:
    """Read one JSON object, bounded."""
    data = b""
    with conversation.answer(url, {"Accept": "application/json"}) as response:
        while chunk := response.raw.read1(2**16, decode_content=True):
            data += chunk
            if len(data) > _LARGEST_ANSWER:
                raise FetchFailure(_UNREADABLE)
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise FetchFailure(_UNREADABLE, may_pass=True) from None
    if not isinstance(document, dict):
        raise FetchFailure(_UNREADABLE)
    return document


def _list(document: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Read a list of objects."""
    items = document.get(key)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise FetchFailure(_UNREADABLE)
    return items


def _match(resource: dict[str, Any], title: re.Pattern[str]) -> re.Match[str] | None:
    """Match the title of a file, else its name in its address."""
    url = resource.get("url")
    if not isinstance(url, str):
        return None
    try:
        name = PurePosixPath(unquote(urlsplit(url).path)).name
    except ValueError:
        return None
    return title.fullmatch(str(resource.get("title", "")).strip()) or title.fullmatch(name)


def _of_quarter(
    found: list[tuple[re.Match[str], dict[str, Any]]], date: str
) -> list[tuple[re.Match[str], dict[str, Any]]]:
    """Keep the files of the quarter of `date`; name the others when there is none."""
    wanted = quarter_of(date)
    kept = [(match, resource) for match, resource in found if _quarter(match) == wanted]
    if found and not kept:
        known = sorted({"T{1} {0}".format(*_quarter(match)) for match, _ in found})
        raise FetchFailure(
            f"pas de fichier du trimestre T{wanted[1]} {wanted[0]} sur data.gouv.fr "
            f"(publiés : {', '.join(known)}) ; corrigez date"
        )
    return kept


def _quarter(match: re.Match[str]) -> tuple[str, str]:
    """Year and quarter in a title."""
    return match["year"], match["quarter"]


def _age_order(item: dict[str, Any]) -> tuple[str, str]:
    """Order by last change; the title settles ties."""
    return str(item.get("last_modified") or item.get("last_update") or ""), str(item.get("title"))
