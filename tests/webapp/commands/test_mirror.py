"""`carto mirror`: a tree of files under one public address, or a line that says what to give."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from webapp.cli import main

Run = Callable[..., int]
ADDRESS = "https://cartes.exemple.fr"


@pytest.fixture
def run(snapshot_dir: Path, static_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command on the published sample."""
    monkeypatch.setattr("webapp.commands.mirror.DEFAULT_STATIC_DIR", static_dir)
    for name in ("CARTO_SITE", "CARTO_PUBLIC_ADDRESS"):
        monkeypatch.delenv(name, raising=False)

    def command(*words: object) -> int:
        return main(["mirror", "--data-dir", str(snapshot_dir), *map(str, words)])

    return command


def test_tiles_and_pages_are_written_under_the_public_address(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], snapshot_id: str
) -> None:
    www = tmp_path / "www"
    assert run(www, "--address", f"{ADDRESS}/") == 0
    said = capsys.readouterr()
    assert said.out == f"{www}\n"
    assert f"Instantané {snapshot_id}" in said.err
    description = json.loads((www / "tuiles" / "communes.json").read_bytes())
    assert description["tiles"][0].startswith(f"{ADDRESS}/tuiles/{snapshot_id}/")
    assert (www / "integrer" / "departement" / "29.html").is_file()


def test_without_embeds_there_are_tiles_and_data(run: Run, tmp_path: Path) -> None:
    assert run(tmp_path, "--address", ADDRESS, "--without-embeds") == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("donnees", "static", "styles", "tuiles")
    ]


def test_an_address_must_be_known(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path) == 1
    assert "--address" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run(tmp_path, "--address", "javascript:alert(1)")
    assert not [*tmp_path.iterdir()]


def test_other_files_are_left_alone(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mes-documents").mkdir()
    assert run(tmp_path, "--address", ADDRESS) == 1
    assert "mes-documents" in capsys.readouterr().err
