"""The demonstration, served in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.building import ROOT
from bench.free_port import free_port
from webapp.operation.access_log import NONE


@dataclass(frozen=True)
class Served:
    """A service that answers: its port, and the process that holds its workers."""

    port: int
    pid: int

    @property
    def base(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def carto_served(data_dir: Path) -> Iterator[Served]:
    """Serve a data folder in a process of its own, that counts no visitor's questions."""
    port = free_port()
    command = ["-m", "webapp.cli", "--data-dir", str(data_dir), "serve", "--port", str(port)]
    environment = {**os.environ, "CARTO_RATE_LIMIT": "0", "CARTO_ACCESS_LOG": NONE}
    running = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)  # noqa: S603
    try:
        wait_for(f"http://127.0.0.1:{port}/health", running)
        yield Served(port, running.pid)
    finally:
        running.terminate()
        running.wait(10)


def wait_for(address: str, running: subprocess.Popen[bytes]) -> None:
    """Wait until a service answers, whatever it answers, at most half a minute.

    Raises
    ------
    SystemExit
        When it ends or says nothing.
    """
    for _ in range(150):
        if running.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - loopback
                return
        except urllib.error.HTTPError:
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise SystemExit(f"Le service n'a pas répondu à {address} ; voyez son message ci-dessus.")


def wait_for_port(port: int, running: subprocess.Popen[bytes]) -> None:
    """Wait until somebody listens on a port of this machine, at most half a minute.

    Raises
    ------
    SystemExit
        When the process ends, or nobody listens.
    """
    for _ in range(150):
        if running.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit(f"Personne n'écoute sur le port {port} ; voyez le message ci-dessus.")
