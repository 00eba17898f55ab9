"""The separate address of metrics; what it answers is tested on a real service."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

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
