"""Who asks: the address of a client, as far as what stands in between can be believed.

A proxy appends to `X-Forwarded-For` the address that called it. Only what a trusted proxy wrote is
read, from the last address backwards; the first one that is no trusted proxy is the client's. A
header that anyone may send is therefore worth nothing by itself.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from webapp.operation.setting_values import Network

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
UNKNOWN = ipaddress.IPv4Address(0)
_MOST_HOPS = 10
# One subscriber holds a whole /64 in IPv6; logs keep what names a network, not a home.
_SUBSCRIBER, _NETWORK = {4: 32, 6: 64}, {4: 24, 6: 48}


def client_address(environ: Mapping[str, Any], proxies: Sequence[Network]) -> Address:
    """Find the address of the client of a request.

    Parameters
    ----------
    environ
        WSGI environment.
    proxies
        Networks of the proxies that are believed.

    Examples
    --------
    >>> trusted = (ipaddress.ip_network("127.0.0.1"),)
    >>> said = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 203.0.113.9"}
    >>> str(client_address(said, trusted)), str(client_address(said, ()))
    ('203.0.113.9', '127.0.0.1')
    """
    address = peer_address(environ)
    forwarded = str(environ.get("HTTP_X_FORWARDED_FOR", ""))
    if not forwarded or not is_trusted(address, proxies):
        return address
    for hop in reversed(forwarded.rsplit(",", _MOST_HOPS)[-_MOST_HOPS:]):
        address = _read(hop.strip())
        if not is_trusted(address, proxies):
            return address
    return address


def peer_address(environ: Mapping[str, Any]) -> Address:
    """Address that the connection comes from, proxy or client."""
    return _read(str(environ.get("REMOTE_ADDR", "")))


def is_trusted(address: Address, proxies: Sequence[Network]) -> bool:
    """Whether an address is that of a proxy that is believed."""
    return any(address in network for network in proxies)


def subscriber(address: Address) -> bytes:
    """Name whoever an address belongs to: itself in IPv4, its /64 in IPv6.

    >>> subscriber(ipaddress.ip_address("2001:db8::1")) == subscriber(
    ...     ipaddress.ip_address("2001:db8::2"))
    True
    """
    return _cut(address, _SUBSCRIBER[address.version]).packed


def truncated(address: Address) -> str:
    """Write the network of an address, which does not name a home.

    >>> truncated(ipaddress.ip_address("203.0.113.9"))
    '203.0.113.0'
    """
    return str(_cut(address, _NETWORK[address.version]))


def _cut(address: Address, kept_bits: int) -> Address:
    """Keep the first bits of an address."""
    return ipaddress.ip_network(f"{address}/{kept_bits}", strict=False).network_address


@lru_cache(maxsize=4096)
def _read(text: str) -> Address:
    """Read an address, with a port or not; what is none counts as one same unknown client."""
    bare = text.rpartition(":")[0] if text.count(":") == 1 else text
    bare = bare.partition("]")[0].removeprefix("[")
    try:
        address = ipaddress.ip_address(bare.partition("%")[0])
    except ValueError:
        return UNKNOWN
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
