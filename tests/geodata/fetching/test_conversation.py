"""What is asked, how redirections are followed, and how long a pause is kept."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from email.utils import format_datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.fetching.conversation import Conversation, next_hop
from geodata.fetching.failure import FetchFailure
from geodata.fetching.limits import FetchLimits
from tests.geodata.fetching.faults import redirect, status
from tests.geodata.fetching.publisher import Publisher

LIMITS = FetchLimits(("127.0.0.1",), seconds=20)


def ask(url: str, pause: Callable[[float], None] = lambda _: None) -> bytes:
    """Ask for an address, with tries."""
    with Conversation(LIMITS, pause) as conversation:

        def read() -> bytes:
            with conversation.answer(url) as response:
                return bytes(response.raw.read())

        return conversation.try_again(read)


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_redirections_are_followed(publisher: Publisher, code: int) -> None:
    publisher.files["/l%C3%A0"] = b"x"
    publisher.faults["/a"] = status(code, Location="b/c")
    publisher.faults["/b/c"] = status(code, Location="/l\u00c3\u00a0")
    assert ask(publisher.url("/a")) == b"x"
    assert [path for path, _ in publisher.asked] == ["/a", "/b/c", "/l%C3%A0"]


def test_from_https_never_back_to_http() -> None:
    assert next_hop("https://a.fr/x/y", "../z") == "https://a.fr/z"
    assert next_hop("http://a.fr", "https://b.fr/") == "https://b.fr/"
    with pytest.raises(FetchFailure, match="de https vers http"):
        next_hop("https://a.fr", "http://a.fr")


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (None, [1, 2]),
        ("0", [1, 2]),
        ("3", [3, 3]),
        ("demain", [1, 2]),
        ("9999", []),
        ("-1", [1, 2]),
    ],
)
def test_the_pause_that_a_server_asks_for_is_kept_when_time_allows(
    publisher: Publisher, asked: str | None, kept: list[float]
) -> None:
    publisher.faults["/a"] = status(503, **({"Retry_After": asked} if asked else {}))
    paused: list[float] = []
    with pytest.raises(FetchFailure, match="503"):
        ask(publisher.url("/a"), paused.append)
    assert paused == kept


def test_a_pause_may_be_asked_for_as_a_date(publisher: Publisher) -> None:
    soon = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=8)
    publisher.faults["/a"] = status(429, Retry_After=format_datetime(soon))
    paused: list[float] = []
    with pytest.raises(FetchFailure):
        ask(publisher.url("/a"), paused.append)
    assert len(paused) == 2
    assert 5 < paused[0] <= 8


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    target=st.text(
        st.characters(codec="latin-1", exclude_characters="\r\n\0"), min_size=1, max_size=20
    )
)
def test_any_redirection_is_followed_or_refused_in_words(publisher: Publisher, target: str) -> None:
    publisher.faults["/a"] = redirect(target)
    with pytest.raises(FetchFailure):
        ask(publisher.url("/a"))
