"""Whatever the number of processes that ask, a folder is made once, and whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.shared_folders import made_once


def test_a_folder_is_made_once_for_all_who_ask(tmp_path_factory: pytest.TempPathFactory) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        (folder / "content").write_text("whole")
        made.append(folder)

    def ask(_: int) -> str:
        return (made_once(tmp_path_factory, "asked-by-all", make) / "content").read_text()

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(ask, range(8))) == {"whole"}
    assert len(made) == 1


def test_what_failed_is_begun_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        made_once(tmp_path_factory, "begun-again", fail)
    folder = made_once(tmp_path_factory, "begun-again", lambda whole: (whole / "all").touch())
    assert [path.name for path in folder.iterdir()] == ["all"]
