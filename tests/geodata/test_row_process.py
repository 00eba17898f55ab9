"""Tests of the process that writes the files of the service."""

from __future__ import annotations

import subprocess
import sys

import pytest

from geodata.row_files import WRITERS, row_file
from geodata.storage.data_dir import DataDir
from tests.geodata.storage import sample_snapshot
from tests.geodata.test_row_files import two_communes


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_it_writes_the_same_bytes_without_pandas(
    tmp_path_factory: pytest.TempPathFactory, suffix: str
) -> None:
    asked = two_communes(sample_snapshot.publish(DataDir(tmp_path_factory.mktemp("rows"))))
    done = subprocess.run(
        [sys.executable, "-m", "geodata.row_process", suffix],
        input=asked.to_json(),
        capture_output=True,
        check=True,
    )
    assert done.stdout == row_file(asked, suffix)
