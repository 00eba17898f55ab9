"""Connections that are opened only to checked addresses.

The address that was checked is the one that is connected to: a name that changes between the two
(DNS rebinding) leads nowhere. Every hop of a redirection and every try passes here.
"""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from geodata.fetching.deadline import Deadline
from geodata.fetching.failure import FetchFailure
from geodata.fetching.limits import FetchLimits
from geodata.fetching.public_addresses import allowed, resolve

Connect = Callable[[str, int], socket.socket]


class CheckedConnector:
    """Opens sockets within limits and a deadline.

    Parameters
    ----------
    limits
        Hosts allowed by name, and time for one step.
    deadline
        Guards every socket.
    """

    def __init__(self, limits: FetchLimits, deadline: Deadline) -> None:
        self._limits = limits
        self._deadline = deadline

    def connect(self, host: str, port: int) -> socket.socket:
        """Connect to the first address of a host that answers, among those that may be asked.

        Raises
        ------
        FetchFailure
            When the name is unknown, no address may be asked, or none answers.
        """
        seconds = max(0.01, min(self._limits.step_seconds, self._deadline.remaining))
        addresses = allowed(host, resolve(host, port, seconds), self._limits.allow_hosts)
        failure = FetchFailure("serveur injoignable", may_pass=True)
        for address in addresses:
            try:
                connection = socket.create_connection((address, port), timeout=seconds)
            except TimeoutError:
                failure = FetchFailure("le serveur ne répond pas à temps", may_pass=True)
            except OSError as error:
                failure = FetchFailure(_unreachable(error), may_pass=True)
            else:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._deadline.guard(connection)
                return connection
        raise failure


def _unreachable(error: OSError) -> str:
    """Say in French why no connection was made."""
    if error.errno == errno.ECONNREFUSED:
        return "serveur injoignable (connexion refusée)"
    if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return "serveur injoignable (aucune route vers lui)"
    return "serveur injoignable"


class CheckedAdapter(HTTPAdapter):
    """Transport of `requests` whose connections are all opened by `connect`.

    Parameters
    ----------
    connect
        Opens a socket to a host and port, or refuses to.
    """

    def __init__(self, connect: Connect) -> None:
        self._pools = _pools(connect)
        super().__init__(max_retries=0)

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:
        """Make the pools, with our connections in them."""
        super().init_poolmanager(*arguments, **named)
        self.poolmanager.pool_classes_by_scheme = self._pools


def _pools(connect: Connect) -> dict[str, type[HTTPConnectionPool]]:
    """Make the classes of connections and pools that open sockets with `connect`."""

    class Checked(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self.host, self.port)

    class CheckedTls(Checked, HTTPSConnection):
        pass

    class Pool(HTTPConnectionPool):
        ConnectionCls = Checked

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = CheckedTls

    return {"http": Pool, "https": TlsPool}
