"""The separate address of metrics; what it answers is tested on a real service."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from urllib.request import urlopen

import pytest

from bench.free_port import free_port
from carto.errors import CartoError
from geodata.storage.attempts import BUILD, attempting
from geodata.storage.data_dir import DataDir
from webapp.errors import ServiceError
from webapp.operation.metrics_server import resident_bytes, serve_metrics


def test_a_busy_address_says_what_to_change(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        bind = ("127.0.0.1", int(taken.getsockname()[1]))
        with pytest.raises(ServiceError, match="CARTO_METRICS"):
            serve_metrics(bind, tmp_path, DataDir(tmp_path), list)


def test_memory_is_read_and_a_process_that_ended_holds_none():
    assert resident_bytes(os.getpid()) > 1_000_000
    assert resident_bytes(2**22 + 1) == 0


def test_a_failed_update_is_a_measure(tmp_path: Path):
    data_dir = DataDir(tmp_path)
    with pytest.raises(CartoError), attempting(BUILD, data_dir):
        raise CartoError("refusée")
    bind = ("127.0.0.1", free_port())
    serve_metrics(bind, tmp_path, data_dir, list)
    with urlopen(f"http://127.0.0.1:{bind[1]}/metrics", timeout=20) as answer:
        seen = answer.read().decode()
    assert 'carto_update_failed{command="build"} 1.0' in seen
    assert 'carto_update_began_seconds{command="build"}' in seen
