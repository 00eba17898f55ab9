"""An answer is received whole, under a safe name, with the validators that can be sent back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.fetching.conversation import Conversation
from geodata.fetching.limits import FetchLimits
from geodata.fetching.reception import Received, file_name, receive
from tests.geodata.fetching.faults import ROWS, body
from tests.geodata.fetching.publisher import Publisher


@pytest.fixture
def conversation() -> Iterator[Conversation]:
    with Conversation(FetchLimits(("127.0.0.1",), seconds=20), time.sleep) as conversation:
        yield conversation


def received(conversation: Conversation, url: str, folder: Path) -> Received:
    found = receive(conversation, url, folder / "file", {}, lambda *_: None)
    assert found is not None
    return found


def test_progress_counts_the_bytes_and_what_is_announced(
    publisher: Publisher, conversation: Conversation, tmp_path: Path
) -> None:
    publisher.files["/a.csv"] = ROWS * 10**4
    counted: list[tuple[int, int | None]] = []
    url = publisher.url("/a.csv")
    receive(conversation, url, tmp_path / "a", {}, lambda *counts: counted.append(counts))
    sizes = [size for size, _ in counted]
    assert sizes == sorted(sizes)
    assert counted[-1] == (len(ROWS) * 10**4, len(ROWS) * 10**4)
    assert (tmp_path / "a").read_bytes() == publisher.files["/a.csv"]


def test_what_was_there_is_replaced(
    publisher: Publisher, conversation: Conversation, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"x" * 1000)
    publisher.files["/a.csv"] = ROWS
    received(conversation, publisher.url("/a.csv"), tmp_path)
    assert (tmp_path / "file").read_bytes() == ROWS


@pytest.mark.parametrize("etag", ["", "x" * 2000, "\u00e9", "a\tb"])
def test_a_validator_that_cannot_be_sent_back_is_dropped(
    publisher: Publisher, conversation: Conversation, tmp_path: Path, etag: str
) -> None:
    publisher.faults["/a.csv"] = body(ROWS, ETag=etag, Last_Modified="hier")
    found = received(conversation, publisher.url("/a.csv"), tmp_path)
    assert (found.etag, found.last_modified) == (None, "hier")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/files/population%202023.csv", "population2023.csv"),
        ("/files/", "files"),
        ("/", ""),
        ("/..%2F..%2Fetc%2Fpasswd", "passwd"),
        ("/.htaccess", "htaccess"),
        ("/" + "a" * 300 + ".csv", "a" * 96 + ".csv"),
    ],
)
def test_names_of_files(path: str, name: str) -> None:
    assert file_name(f"https://publisher.example{path}?x=1") == name


@given(st.text(max_size=50))
def test_a_name_never_leaves_its_folder(path: str) -> None:
    name = file_name("https://publisher.example/" + path.replace("[", "").replace("]", ""))
    assert "/" not in name
    assert not name.startswith(".")
