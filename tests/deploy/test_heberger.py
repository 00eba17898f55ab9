"""docs/heberger.md and the files of deploy/ name the settings that exist, and all of them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from webapp.operation.run_settings import VARIABLES, run_settings

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
GUIDE = (ROOT / "docs" / "heberger.md").read_text("utf-8")


def test_the_guide_says_every_setting_as_the_code_does():
    rows = re.findall(r"^\| `(CARTO_\w+)` \| (.*) \|$", GUIDE, re.MULTILINE)
    assert dict(rows) == VARIABLES


@pytest.mark.parametrize("path", sorted(p for p in DEPLOY.rglob("*") if p.is_file()), ids=str)
def test_files_name_only_settings_that_exist(path: Path):
    named = set(re.findall(r"\bCARTO_[A-Z_]+", path.read_text("utf-8")))
    assert named <= set(VARIABLES)


def test_the_environment_of_the_example_can_be_used():
    lines = (DEPLOY / "carto.env").read_text("utf-8").splitlines()
    settings = run_settings(dict(re.findall(r"^(\w+)=(.*)$", "\n".join(lines), re.MULTILINE)))
    assert settings.warnings == ()
    assert settings.operation.rate_limit == 30


def test_the_guide_names_every_file_of_deploy():
    named = {path.name for path in DEPLOY.rglob("*") if path.is_file() and "-" not in path.name}
    assert {name for name in named - {"Dockerfile.dockerignore"} if name not in GUIDE} == set()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_the_unit_exposes_little():
    command = ("systemd-analyze", "security", "--offline=true", "--no-pager")
    unit = str(DEPLOY / "systemd" / "carto.service")
    said = subprocess.run((*command, unit), check=False, capture_output=True, text=True).stdout
    exposure = re.search(r"exposure level for carto.service: ([\d.]+)", said)
    assert exposure is not None, said
    assert float(exposure[1]) <= 2.0


def test_the_container_runs_as_nobody_in_particular():
    written = (DEPLOY / "Dockerfile").read_text("utf-8")
    assert re.search(r"^USER carto$", written, re.MULTILINE)
    assert "HEALTHCHECK" in written
    assert not re.search(r"https?://(?!127\.0\.0\.1|carte\.exemple\.fr)", written)
