"""Where an export goes: a file is replaced, anything else is written into."""

from __future__ import annotations

import errno
import io
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from geodata.errors import ExportError
from geodata.export_formats.destination import Writer, write_to_path, write_to_stdout

BYTES = bytes(range(256)) * 1000


def write(path: Path) -> None:
    """Write an export that needs its suffix, as GDAL does."""
    assert path.suffix == ".gpkg"
    path.write_bytes(BYTES)


def failing(error: Exception) -> Writer:
    """Make a writer that fails after its first bytes."""

    def write_some(path: Path) -> None:
        path.write_bytes(b"some")
        raise error

    return write_some


def test_a_file_is_replaced_by_another(tmp_path: Path):
    path = tmp_path / "out"
    path.write_bytes(b"before")
    (tmp_path / "same").hardlink_to(path)
    write_to_path(write, ".gpkg", path)
    assert path.read_bytes() == BYTES
    assert (tmp_path / "same").read_bytes() == b"before"
    assert sorted(found.name for found in tmp_path.iterdir()) == ["out", "same"]


def test_a_pipe_is_written_into(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as threads:
        read = threads.submit(pipe.read_bytes)
        write_to_path(write, ".gpkg", pipe)
        assert read.result(timeout=10) == BYTES
    assert stat.S_ISFIFO(pipe.lstat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_link_to_a_pipe_is_followed(tmp_path: Path):
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    with ThreadPoolExecutor() as threads:
        read = threads.submit(pipe.read_bytes)
        write_to_path(write, ".gpkg", link)
        assert read.result(timeout=10) == BYTES
    assert link.is_symlink()
    assert stat.S_ISFIFO(pipe.lstat().st_mode)


@pytest.mark.parametrize("before", [b"before", None])
def test_a_link_to_a_file_stays_a_link(tmp_path: Path, before: bytes | None):
    target, link = tmp_path / "target", tmp_path / "link"
    if before is not None:
        target.write_bytes(before)
    link.symlink_to(target)
    write_to_path(write, ".gpkg", link)
    assert link.is_symlink()
    assert target.read_bytes() == BYTES
    assert sorted(found.name for found in tmp_path.iterdir()) == ["link", "target"]


def test_a_link_keeps_its_file_when_the_export_cannot_be_made(tmp_path: Path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"before")
    link.symlink_to(target)
    with pytest.raises(ExportError):
        write_to_path(failing(RuntimeError("GDAL")), ".gpkg", link)
    assert target.read_bytes() == b"before"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "x"), "il ne reste plus de place"),
        (PermissionError(errno.EACCES, "x"), "changez les droits"),
        (OSError(errno.ENAMETOOLONG, "x"), "raccourcissez-le"),
        (RuntimeError("sqlite3_open(.partiel-out) failed"), "vérifiez qu'on peut y écrire"),
    ],
)
def test_a_failure_names_what_was_asked_and_no_internals(
    tmp_path: Path, error: Exception, said: str
):
    with pytest.raises(ExportError) as refusal:
        write_to_path(failing(error), ".gpkg", tmp_path / "out")
    message = str(refusal.value)
    assert f"«\xa0{tmp_path / 'out'}\xa0»" in message
    assert said in message
    assert "partiel" not in message
    assert "Errno" not in message
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_not_a_folder(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExportError, match="n'est pas un dossier"):
        write_to_path(write, ".gpkg", tmp_path / "file" / "out")


def test_stdout_need_not_be_seekable():
    read_end, write_end = os.pipe()
    with (
        ThreadPoolExecutor() as threads,
        os.fdopen(write_end, "wb") as stdout,
        os.fdopen(read_end, "rb") as reader,
    ):
        read = threads.submit(reader.read, len(BYTES))
        write_to_stdout(write, ".gpkg", stdout)
        assert read.result(timeout=10) == BYTES


class FailingStream(io.BytesIO):
    """Stand-in for a stdout that fails when it is flushed."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def flush(self) -> None:
        """Fail."""
        raise self.error


def test_a_reader_that_left_is_no_failure():
    with pytest.raises(BrokenPipeError):
        write_to_stdout(write, ".gpkg", FailingStream(BrokenPipeError()))


def test_a_full_stdout_is_named():
    with pytest.raises(ExportError, match=r"la sortie standard\s:.*plus de place"):
        write_to_stdout(write, ".gpkg", FailingStream(OSError(errno.ENOSPC, "x")))
