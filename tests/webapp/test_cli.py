"""The command: exit codes, what goes to stdout and to stderr, and what it does not import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from webapp.cli import main

ROOT = Path(__file__).resolve().parents[2]
HEAVY = "pandas geopandas scipy shapely pyogrio folium"


def carto(*words: str, program: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    code = program or "import sys; from webapp.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False, cwd=ROOT
    )


def test_done_is_0_with_data_on_stdout_only(snapshot_dir: Path, snapshot_id: str):
    run = carto("--data-dir", str(snapshot_dir), "verify")
    assert run.returncode == 0
    assert run.stdout == f"{snapshot_id}\n"
    assert snapshot_id in run.stderr


def test_an_expected_failure_is_one_line_that_says_what_to_do(tmp_path: Path):
    run = carto("--data-dir", str(tmp_path), "verify")
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.startswith("erreur\u00a0: ")
    assert run.stderr.count("\n") == 1
    assert "carto build --demo" in run.stderr


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("carto ")


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("webapp.commands.list.list_snapshots", interrupt)
    assert main(["--data-dir", str(tmp_path), "list"]) == 130


def test_a_reader_who_leaves_is_no_error(snapshot_dir: Path):
    with subprocess.Popen(
        [sys.executable, "-m", "webapp.cli", "list", "--data-dir", str(snapshot_dir)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 0


@pytest.mark.parametrize("words", [["list"], ["verify"]])
def test_light_verbs_do_not_pay_for_heavy_imports(snapshot_dir: Path, words: list[str]):
    program = (
        "import sys; from webapp.cli import main; main(); "
        f"print(sorted(set(sys.modules) & set('{HEAVY}'.split())), file=sys.stderr)"
    )
    run = carto("--data-dir", str(snapshot_dir), *words, program=program)
    assert run.stderr.splitlines()[-1] == "[]"
