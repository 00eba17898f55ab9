"""`carto build`: what it is asked, what it says, the one object it prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geodata.build import BuildReport
from webapp.cli import main
from webapp.commands.build import DEMO, as_json, summary

REPORT = BuildReport(
    snapshot_id="0123456789abcdef",
    seconds=12.34,
    peak_mib=512.6,
    sources={"fibre": {"in": 277, "out": 276, "merged": 0, "refused": 1}},
    verdicts={"0": 61, "1": 155},
    up_to_date=False,
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Replace the build by one that remembers what it was asked."""
    seen: dict[str, Any] = {}

    def remember(settings: Any, data_dir: Any, report: Any, *, force: bool) -> BuildReport:
        seen.update(title=settings.title, path=data_dir.path, force=force)
        report("lecture de la fibre")
        return REPORT

    monkeypatch.setattr("webapp.commands.build.build", remember)
    return seen


def test_the_demo_is_embedded():
    assert DEMO.is_file()


def test_the_id_goes_to_stdout_and_the_progress_to_stderr(
    asked: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["build", "--demo", "--data-dir", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert out == "0123456789abcdef\n"
    assert "lecture de la fibre" in err
    assert "216\u00a0communes" in err
    assert asked["path"] == tmp_path
    assert asked["force"] is False


def test_json_is_one_object(
    asked: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["build", "--demo", "--json", "--force", "--data-dir", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "snapshot": "0123456789abcdef",
        "seconds": 12.34,
        "peak_mib": 512.6,
        "sources": {"fibre": {"in": 277, "out": 276, "merged": 0, "refused": 1}},
        "verdicts": {"0": 61, "1": 155},
    }
    assert asked["force"] is True


def test_missing_settings_are_an_expected_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["build", "--config", str(tmp_path / "absent.toml")]) == 1
    assert "absent.toml" in capsys.readouterr().err


def test_the_summary_is_french():
    assert summary(REPORT).startswith("Instantané 0123456789abcdef publié : 216\u00a0communes")
    assert "12,3\u00a0s" in summary(REPORT)
    assert json.loads(as_json(REPORT))["seconds"] == 12.34
