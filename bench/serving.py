"""The demonstration, served in a process of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.building import ROOT


@contextmanager
def carto_serving(data_dir: Path) -> Iterator[int]:
    """Serve the demonstration; gives the port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = ["-m", "webapp.cli", "--data-dir", str(data_dir), "serve", "--port", str(port)]
    running = subprocess.Popen([sys.executable, *command], cwd=ROOT)  # noqa: S603 - ours
    try:
        _wait_for(f"http://127.0.0.1:{port}/health", running)
        yield port
    finally:
        running.terminate()
        running.wait(10)


def _wait_for(address: str, running: subprocess.Popen[bytes]) -> None:
    """Wait until a service answers, at most half a minute."""
    for _ in range(150):
        if running.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - loopback
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise SystemExit(f"Le service n'a pas répondu à {address} ; voyez son message ci-dessus.")
