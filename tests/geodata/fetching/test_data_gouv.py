"""Files of data.gouv.fr, found through an API of our own on loopback."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest

from geodata.fetching import data_gouv
from geodata.fetching.addresses import DatasetFile
from geodata.fetching.conversation import Conversation
from geodata.fetching.data_gouv import find_file
from geodata.fetching.failure import FetchFailure
from geodata.fetching.limits import FetchLimits
from tests.geodata.fetching.faults import body, status
from tests.geodata.fetching.publisher import Publisher

QUARTERS = DatasetFile(
    "fibre",
    re.compile(r"(?i)(?P<year>\d{4})T(?P<quarter>[1-4])-commune(\.zip)?"),
    slug="fibre",
)
PLACES = DatasetFile(
    "lieux",
    re.compile(r".*sans-doublons.*\.csv"),
    organisation="carto",
    dataset=re.compile(r"(?i).*national.*fournis par la cartographie nationale.*"),
)
SLUG = "/datasets/fibre/"
PAGE = "/organizations/carto/datasets/?page={}&page_size=50"


@pytest.fixture
def conversation(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> Iterator[Conversation]:
    monkeypatch.setattr(data_gouv, "API", publisher.url(""))
    limits = FetchLimits(("127.0.0.1",), seconds=20, pause_seconds=0)
    with Conversation(limits, time.sleep) as conversation:
        yield conversation


def file(title: str, url: str = "", changed: str = "2026-09-10") -> dict[str, Any]:
    return {
        "title": title,
        "url": url or f"https://static.example/{title}",
        "last_modified": changed,
    }


def dataset(title: str, *files: dict[str, Any], changed: str = "2026") -> dict[str, Any]:
    return {"title": title, "resources": list(files), "last_modified": changed}


def answer(publisher: Publisher, path: str, document: object) -> None:
    publisher.files[path] = json.dumps(document).encode()


def test_the_file_of_the_declared_quarter(publisher: Publisher, conversation: Conversation) -> None:
    files = [file("2026T1-Commune"), file("2026T2-Commune"), file("2026T3-Commune"), file("Notice")]
    answer(publisher, SLUG, dataset("Fibre", *files))
    found = find_file(conversation, QUARTERS, "2026-06-30")
    assert found == "https://static.example/2026T2-Commune"


def test_a_quarter_that_is_not_published(publisher: Publisher, conversation: Conversation) -> None:
    answer(publisher, SLUG, dataset("Fibre", file("2026T1-Commune"), file("2025T4-Commune")))
    with pytest.raises(FetchFailure, match=r"T2 2026 .*\(publiés : T1 2026, T4 2025\)"):
        find_file(conversation, QUARTERS, "2026-06-30")


def test_a_file_is_known_by_its_name_too(publisher: Publisher, conversation: Conversation) -> None:
    url = "https://static.example/x/2026t2-commune.zip"
    answer(publisher, SLUG, dataset("Fibre", file("Données", url)))
    assert find_file(conversation, QUARTERS, "2026-06-30") == url


def test_a_dataset_is_found_by_organisation_and_title(
    publisher: Publisher, conversation: Conversation
) -> None:
    title = "Lieux de médiation numérique sur le territoire National fournis par {}"
    old = file("20261120-national-sans-doublons.csv", changed="2026-11-20")
    new = file("20261121-national-sans-doublons.csv", changed="2026-11-21")
    others = [dataset(title.format(name), file("x.csv")) for name in ("Coop", "Dora")]
    answer(publisher, PAGE.format(1), {"data": others, "next_page": "2"})
    wanted = dataset(title.format("La Cartographie Nationale"), old, new, file("x.json"))
    answer(publisher, PAGE.format(2), {"data": [wanted], "next_page": None})
    assert find_file(conversation, PLACES, "2026-11-01") == new["url"]


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ([], "réponse inattendue"),
        ({"title": "x"}, "réponse inattendue"),
        ({"title": "x", "resources": ["y"]}, "réponse inattendue"),
        ({"title": "x", "resources": []}, "aucun fichier attendu"),
        ({"title": "x", "resources": [{"title": "2026T2-Commune"}]}, "aucun fichier attendu"),
        ({"title": "x", "resources": [file("a", "http://[")]}, "aucun fichier attendu"),
    ],
)
def test_an_unexpected_answer(
    publisher: Publisher, conversation: Conversation, document: object, said: str
) -> None:
    answer(publisher, SLUG, document)
    with pytest.raises(FetchFailure, match=said):
        find_file(conversation, QUARTERS, "2026-06-30")


def test_no_such_dataset(publisher: Publisher, conversation: Conversation) -> None:
    answer(publisher, PAGE.format(1), {"data": [dataset("Autre")], "next_page": None})
    with pytest.raises(FetchFailure, match="aucun jeu attendu dans l'organisation carto"):
        find_file(conversation, PLACES, "2026-06-30")


def test_an_api_in_trouble(
    publisher: Publisher, conversation: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.faults[SLUG] = status(503)
    with pytest.raises(FetchFailure, match="503"):
        find_file(conversation, QUARTERS, "2026-06-30")
    assert len(publisher.asked) == 3
    publisher.faults[SLUG] = body(b"<html>")
    with pytest.raises(FetchFailure, match="inattendue"):
        find_file(conversation, QUARTERS, "2026-06-30")
    monkeypatch.setattr(data_gouv, "_LARGEST_ANSWER", 10)
    publisher.faults[SLUG] = body(b'{"title": "x", "resources": []}')
    with pytest.raises(FetchFailure, match="inattendue"):
        find_file(conversation, QUARTERS, "2026-06-30")
