"""What surrounds a request: its name, its line, its bytes, whatever the way it is answered."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from werkzeug.test import Client

from webapp.operation.observation import observed
from webapp.operation.run_settings import Operation

OPERATION = Operation(access_log="texte", trusted_proxies=(ipaddress.ip_network("127.0.0.1"),))
Body = Iterable[bytes]


class Closing:
    """A body that knows whether it was let go of."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = iter(pieces)
        self.is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        return self.pieces

    def close(self) -> None:
        """Note that the server has let go of it."""
        self.is_closed = True


def answering(body: Body, *headers: tuple[str, str], status: str = "200 OK") -> Any:
    """Make an application that gives one answer."""

    def application(_: dict[str, Any], start: Callable[..., Any]) -> Body:
        start(status, [("Carto-Snapshot", "0123456789abcdef"), *headers])
        return body

    return application


def asked(application: Any, *, method: str = "GET", **environ: str) -> Any:
    """Ask an observed application."""
    client = Client(observed(application, OPERATION))
    return client.open("/page", method=method, environ_overrides=environ)


def columns(capfd: pytest.CaptureFixture[str]) -> list[str]:
    """Columns of the one line that was written."""
    (line,) = capfd.readouterr().out.splitlines()
    return str(line).split(" ")


def test_a_short_answer_is_given_whole_closed_and_written(capfd: pytest.CaptureFixture[str]):
    body = Closing([b"ab", b"cd"])
    answer = asked(answering(body, ("Content-Length", "4")))
    assert answer.data == b"abcd"
    assert body.is_closed
    _, name, method, path, status, size, _, snapshot, client = columns(capfd)
    assert answer.headers["X-Request-Id"] == name
    assert (method, path, status, size) == ("GET", "/page", "200", "4")
    assert (snapshot, client) == ("0123456789abcdef", "-")


def test_a_long_answer_is_counted_as_it_leaves(capfd: pytest.CaptureFixture[str]):
    body = Closing([b"a" * 300_000, b"b" * 300_000])
    answer = asked(answering(body, ("Content-Length", "600000")))
    assert len(answer.data) == 600_000
    answer.close()
    assert body.is_closed
    assert columns(capfd)[5] == "600000"


def test_a_client_that_leaves_is_written_with_what_it_took(capfd: pytest.CaptureFixture[str]):
    body = Closing([b"a" * 10, b"b" * 10])
    answer = observed(answering(body), OPERATION)(
        {"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, lambda *_: lambda _: None
    )
    next(iter(answer))
    answer.close()  # type: ignore[attr-defined]
    assert body.is_closed
    assert columns(capfd)[5] == "10"


@pytest.mark.parametrize(("method", "status"), [("HEAD", "200 OK"), ("GET", "304 NOT MODIFIED")])
def test_an_answer_without_body_weighs_nothing(
    capfd: pytest.CaptureFixture[str], method: str, status: str
):
    asked(answering([b"abc"], ("Content-Length", "3"), status=status), method=method)
    assert columns(capfd)[5] == "0"


def test_a_failure_is_written_and_goes_on(capfd: pytest.CaptureFixture[str]):
    def failing(*_: object) -> Body:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        asked(failing)
    assert columns(capfd)[4] == "500"


def test_a_name_given_in_front_is_kept(capfd: pytest.CaptureFixture[str]):
    answer = asked(answering([b""]), HTTP_X_REQUEST_ID="0f8a4b7c11ee")
    assert answer.headers["X-Request-Id"] == "0f8a4b7c11ee"
    assert columns(capfd)[1] == "0f8a4b7c11ee"


@pytest.mark.parametrize(
    ("peer", "said", "scheme"),
    [
        ("127.0.0.1", "https", "https"),
        ("127.0.0.1", "javascript", "http"),
        ("203.0.113.9", "https", "http"),
    ],
)
def test_only_a_trusted_proxy_says_the_scheme(peer: str, said: str, scheme: str):
    def application(environ: dict[str, Any], start: Callable[..., Any]) -> Body:
        start("200 OK", [])
        return [environ["wsgi.url_scheme"].encode()]

    answer = asked(application, REMOTE_ADDR=peer, HTTP_X_FORWARDED_PROTO=said)
    assert answer.data.decode() == scheme


def test_the_network_of_a_client_is_written_only_when_asked_for(
    capfd: pytest.CaptureFixture[str],
):
    operation = Operation(access_log="texte", logs_networks=True)
    Client(observed(answering([b""]), operation)).get(
        "/", environ_overrides={"REMOTE_ADDR": "203.0.113.9"}
    )
    assert columns(capfd)[8] == "203.0.113.0"
