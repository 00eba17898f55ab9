"""Tests of `webapp.downloads.file_process`."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from geodata.export_formats.layer_drawing import LayerDrawing
from geodata.row_request import RowRequest
from webapp.downloads.file_process import RowFiles
from webapp.errors import BusyError

REQUEST = RowRequest({}, {}, "0" * 16, [], "", LayerDrawing("", (), "", ()), ())


def test_a_file_is_written_once_while_it_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        started.append(command[-1])
        return subprocess.CompletedProcess(command, 0, b"file")

    monkeypatch.setattr(subprocess, "run", run)
    files = RowFiles()
    assert [files.written(REQUEST, "gpkg") for _ in range(3)] == [b"file"] * 3
    files.written(REQUEST, "xlsx")
    assert started == ["gpkg", "xlsx"]


def test_a_file_that_takes_too_long_is_refused_in_words() -> None:
    with pytest.raises(BusyError, match="moins de lignes"):
        RowFiles(longest_s=0.01).written(REQUEST, "gpkg")


def test_a_process_that_fails_is_an_error_of_the_service() -> None:
    with pytest.raises(RuntimeError, match="KeyError"):
        RowFiles().written(REQUEST, "gpkg")
