"""Which network addresses may be asked: those of the public Internet, and hosts allowed by name.

An address given by a publisher, or found behind a name or a redirection, must not lead to the
operator's own machines (loopback, private networks, the metadata service of a cloud).
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading

from geodata.fetching.failure import FetchFailure

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_Resolved = list[str] | OSError | UnicodeError


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public Internet, its IPv4 part included.

    >>> is_public("193.252.19.3"), is_public("192.168.1.1"), is_public("::ffff:127.0.0.1")
    (True, False, False)
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """Find the IP addresses of a host, in the system's order.

    Parameters
    ----------
    host, port
        As written in the address.
    seconds
        Time to wait; the system's own limit may be much longer.

    Raises
    ------
    FetchFailure
        When the name is unknown, or the system does not answer in time.
    """
    found: queue.SimpleQueue[_Resolved] = queue.SimpleQueue()
    threading.Thread(target=_resolve, args=(host, port, found), daemon=True).start()
    try:
        addresses = found.get(timeout=seconds)
    except queue.Empty:
        reason = f"le nom « {host} » n'est pas résolu à temps"
        raise FetchFailure(reason, may_pass=True) from None
    if isinstance(addresses, (OSError, UnicodeError)):
        raise FetchFailure(f"le nom « {host} » est introuvable (DNS)", may_pass=True)
    return addresses


def allowed(host: str, addresses: list[str], allow_hosts: tuple[str, ...]) -> list[str]:
    """Keep the addresses that may be asked: all for a host allowed by name, else public ones.

    Raises
    ------
    FetchFailure
        When none is left.
    """
    if host.lower() in allow_hosts:
        return addresses
    public = [address for address in addresses if is_public(address)]
    if not public:
        raise FetchFailure(
            f"« {host} » désigne une adresse privée, qui n'est pas interrogée sans son nom dans "
            "allow_hosts, section [fetch] de carto.toml"
        )
    return public


def _resolve(host: str, port: int, found: queue.SimpleQueue[_Resolved]) -> None:
    """Ask the system, in a thread that can be left behind."""
    try:
        entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        found.put(list(dict.fromkeys(str(entry[4][0]) for entry in entries)))
    except (OSError, UnicodeError) as error:
        found.put(error)
