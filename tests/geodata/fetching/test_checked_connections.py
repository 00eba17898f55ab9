"""The address that is checked is the one that is connected to."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from geodata.fetching.checked_connections import CheckedAdapter, CheckedConnector
from geodata.fetching.deadline import Deadline
from geodata.fetching.failure import FetchFailure
from geodata.fetching.limits import FetchLimits
from tests.geodata.fetching.publisher import Publisher


@pytest.fixture
def deadline() -> Iterator[Deadline]:
    with Deadline(20) as deadline:
        yield deadline


def answers_of(*addresses: str) -> Any:
    """Answer with one address after the other, like a name that changes (DNS rebinding)."""
    waiting = iter(addresses)

    def answer(_host: str, port: int, **_: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(waiting), port))]

    return answer


def test_a_name_is_resolved_once_and_its_checked_address_is_connected_to(
    deadline: Deadline, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], **_: object) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", answers_of("193.252.19.3", "127.0.0.1"))
    monkeypatch.setattr(socket, "create_connection", connect)
    connector = CheckedConnector(FetchLimits(), deadline)
    with pytest.raises(FetchFailure, match="injoignable"):
        connector.connect("rebond.example", 80)
    with pytest.raises(FetchFailure, match="adresse privée"):
        connector.connect("rebond.example", 80)
    assert connected == [("193.252.19.3", 80)]


def test_the_next_address_is_tried(
    publisher: Publisher, deadline: Deadline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "geodata.fetching.checked_connections.resolve",
        lambda *_: ["127.0.0.1:closed", "127.0.0.1"],
    )
    real = socket.create_connection

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        if address[0] != "127.0.0.1":
            raise TimeoutError
        return real(address, timeout)

    monkeypatch.setattr(socket, "create_connection", connect)
    connector = CheckedConnector(FetchLimits(("deux.example",)), deadline)
    connector.connect("deux.example", publisher.server_port).close()


def test_requests_keep_the_name_of_the_host(publisher: Publisher, deadline: Deadline) -> None:
    publisher.files["/"] = b"x"
    limits = FetchLimits(("localhost",))
    with requests.Session() as session:
        session.mount("http://", CheckedAdapter(CheckedConnector(limits, deadline).connect))
        answer = session.get(f"http://localhost:{publisher.server_port}/")
    assert answer.content == b"x"
    assert publisher.asked[0][1]["Host"] == f"localhost:{publisher.server_port}"
