"""What is public may be asked; all the rest only by name."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.fetching.failure import FetchFailure
from geodata.fetching.public_addresses import allowed, is_public, resolve

PRIVATE = (
    *("127.0.0.1", "127.8.8.8", "0.1.2.3", "10.1.2.3", "172.16.0.1", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "224.0.0.1", "239.1.1.1", "255.255.255.255", "240.0.0.1"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::"),
)


@pytest.mark.parametrize("address", PRIVATE)
def test_private(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["193.252.19.3", "2a01:c9c0::1", "64:ff9b::c1fc:1303"])
def test_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_ipv4_inside_ipv6_is_judged_alike(address: ipaddress.IPv4Address) -> None:
    public = is_public(str(address))
    assert is_public(f"::ffff:{address}") is public
    assert is_public(str(ipaddress.IPv6Address((0x64FF9B << 96) + int(address)))) is public


def test_only_public_addresses_of_a_name_are_kept() -> None:
    assert allowed("a.example", ["10.0.0.1", "193.252.19.3"], ()) == ["193.252.19.3"]
    assert allowed("Chez.Nous", ["10.0.0.1"], ("chez.nous",)) == ["10.0.0.1"]
    with pytest.raises(FetchFailure, match="adresse privée"):
        allowed("sous.chez.nous", ["10.0.0.1"], ("chez.nous",))


def test_a_resolver_that_does_not_answer_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()

    def answer_late(*_: object, **__: object) -> list[tuple[object, ...]]:
        answered.wait(5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", answer_late)
    started = time.monotonic()
    with pytest.raises(FetchFailure, match="à temps") as caught:
        resolve("a.example", 80, 0.05)
    answered.set()
    assert time.monotonic() - started < 4
    assert caught.value.may_pass


def test_a_name_that_is_no_name() -> None:
    with pytest.raises(FetchFailure, match="introuvable"):
        resolve("a" * 70 + ".example", 80, 5)
    assert resolve("127.0.0.1", 80, 5) == ["127.0.0.1"]
