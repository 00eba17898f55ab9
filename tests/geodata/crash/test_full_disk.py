"""Disks that are full, or that fail, at any point of a build."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from tests.geodata.crash.conftest import Succession
from tests.geodata.crash.disk_calls import (
    REFUSED,
    build_with_files_up_to,
    exit_code_of,
    is_useful,
    refusal,
)
from tests.geodata.crash.tiny_build import copy_of

SMALL_DISK_MIB = 4
FILL_AND_BUILD = """
import sys
from functools import partial
from pathlib import Path
from carto.errors import CartoError
from geodata.build import build
from geodata.storage.snapshot import open_latest
from tests.geodata.crash.tiny_build import copy_of, damaged, orphans, tiny_settings

served, sources, disk = map(Path, sys.argv[1:])
settings = tiny_settings(sources)
data_dir = copy_of(served, disk / "data")
former = open_latest(data_dir)[0].id
outcomes = []
for free in range(0, 3 * 2**20, 96_000):
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass
        file.truncate(max(filler.stat().st_size - free, 0))
    try:
        build(settings, data_dir, lambda _: None)
        outcomes.append("built")
        break
    except CartoError as error:
        said = str(error)
        assert said.startswith("Impossible ") and "\\n" not in said, said
        outcomes.append("refused")
    assert open_latest(data_dir)[0].id == former
    assert damaged(data_dir) == []
    assert len(orphans(data_dir)) <= 1
    filler.unlink()
assert orphans(data_dir) == []
print(*outcomes)
"""


# A workbook whose file of a sheet cannot be removed stays open in xlsxwriter.
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_the_disk_refuses_a_commit(succession: Succession, tmp_path: Path, code: int) -> None:
    for number in range(1 if code == errno.EIO else 3, 200, 4):
        data_dir = copy_of(succession.folder, tmp_path / str(number))
        said = refusal(partial(succession.build_next, data_dir), number, code)
        if not said:
            break
        assert is_useful(said), said
        succession.check_nothing_is_lost(data_dir)
    assert number > 30
    succession.check_the_next_build_succeeds(DataDir(tmp_path / str(number - 4)))


def test_no_file_can_grow(succession: Succession, tmp_path: Path) -> None:
    """The limit of the system on the size of files cuts writes in their middle."""
    for size in (0, 100, 1_000, 5_000, 20_000):
        data_dir = copy_of(succession.folder, tmp_path / str(size))
        ended = exit_code_of(build_with_files_up_to, succession.settings, data_dir.path, size)
        assert ended == REFUSED
        succession.check_nothing_is_lost(data_dir)
        succession.check_the_next_build_succeeds(data_dir)


def test_a_small_disk_is_full(succession: Succession, tmp_path: Path) -> None:
    """A real small disk, with ever more room, until the build fits."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = (
        f'mount -t tmpfs -o size={SMALL_DISK_MIB}m small "$4" && exec "$0" -c "$1" "$2" "$3" "$4"'
    )
    namespace = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
    attempt = [*namespace, "mount -t tmpfs small /mnt"]
    if shutil.which("unshare") is None or subprocess.run(attempt, check=False).returncode:
        pytest.skip("this machine does not let a test mount a disk")
    folders = (succession.folder, tmp_path / "sources", disk)
    ran = subprocess.run(
        [*namespace, mounted, sys.executable, FILL_AND_BUILD, *map(str, folders)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    *refused, last = ran.stdout.split()
    assert set(refused) == {"refused"}
    assert len(refused) > 3
    assert last == "built"
