"""Who asks: believed only from proxies that the operator named."""

from __future__ import annotations

import ipaddress

import pytest

from webapp.operation.client_address import UNKNOWN, client_address, subscriber, truncated

PROXIES = (ipaddress.ip_network("127.0.0.1"), ipaddress.ip_network("10.0.0.0/8"))


def asked_from(peer: str, forwarded: str = "") -> str:
    """Address found for a request."""
    environ = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded}
    return str(client_address(environ, PROXIES))


def test_a_header_sent_by_anyone_is_worth_nothing():
    assert asked_from("203.0.113.9", "6.6.6.6") == "203.0.113.9"


def test_the_last_address_that_is_no_proxy_is_the_client():
    assert asked_from("127.0.0.1", "6.6.6.6, 203.0.113.9, 10.1.2.3") == "203.0.113.9"


def test_proxies_alone_are_their_own_client():
    assert asked_from("127.0.0.1") == "127.0.0.1"
    assert asked_from("127.0.0.1", "10.1.2.3") == "10.1.2.3"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("203.0.113.9:4431", "203.0.113.9"),
        ("[2001:db8::1]:443", "2001:db8::1"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("fe80::1%eth0", "fe80::1"),
        ("unknown", str(UNKNOWN)),
        ("1" * 9000, str(UNKNOWN)),
    ],
)
def test_addresses_are_read_however_proxies_write_them(written: str, read: str):
    assert asked_from("127.0.0.1", written) == read


def test_a_long_chain_is_read_from_its_end_only():
    assert asked_from("127.0.0.1", "6.6.6.6, " * 5000 + "203.0.113.9") == "203.0.113.9"


def test_a_subscriber_is_an_address_or_a_64():
    def name(text: str) -> bytes:
        return subscriber(ipaddress.ip_address(text))

    assert name("2001:db8:0:1::1") == name("2001:db8:0:1:ffff::2")
    assert name("2001:db8:0:1::1") != name("2001:db8:0:2::1")
    assert name("203.0.113.9") != name("203.0.113.8")


def test_logs_keep_a_network_not_a_home():
    assert truncated(ipaddress.ip_address("2001:db8:1:2:3::9")) == "2001:db8:1::"
