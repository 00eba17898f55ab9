"""The nginx configuration of `deploy/`, run as it is but for its paths, names and ports."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.service.deployed_nginx import NAME, deployed_nginx


@dataclass(frozen=True)
class Nginx:
    """An nginx that runs.

    Attributes
    ----------
    port
        Where it listens with TLS, on loopback.
    plain_port
        Where it listens without.
    www
        Folder of the files that it serves itself.
    """

    port: int
    plain_port: int
    www: Path

    def ask(
        self, path: str, method: str = "GET", host: str = NAME, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Ask with TLS: status, headers in lower case, body."""
        connection = http.client.HTTPConnection(host, 443, timeout=20)
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        try:
            connection.sock = context.wrap_socket(plain, server_hostname=host)
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            said = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, said, answer.read()
        finally:
            connection.close()
            plain.close()


@contextmanager
def nginx_before(service_port: int, folder: Path) -> Iterator[Nginx]:
    """Put nginx in front of a service.

    Parameters
    ----------
    service_port
        Where the service listens, on loopback.
    folder
        Made, and filled with what nginx reads and writes.
    """
    with deployed_nginx(service_port, folder) as deployed:
        yield Nginx(deployed.port, deployed.plain_port, deployed.www)
