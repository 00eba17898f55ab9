"""docs/heberger.md can be followed as it is, with the files of deploy/ as they are."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from webapp.arguments import command_parser
from webapp.french_parser import USAGE_ERROR
from webapp.operation.run_settings import VARIABLES, run_settings
from webapp.settings import settings_from_environment

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
GUIDE = (ROOT / "docs" / "heberger.md").read_text("utf-8")
UNIT = (DEPLOY / "systemd" / "carto.service").read_text("utf-8")
ENVIRONMENT = dict(
    re.findall(r"^(\w+)=(.*)$", (DEPLOY / "carto.env").read_text("utf-8"), re.MULTILINE)
)


def commands_of_the_guide() -> list[list[str]]:
    """Split what the guide says to type into commands, each a list of words."""
    typed = "".join(re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)).replace("\\\n", " ")
    lines = (shlex.split(line, comments=True) for line in typed.splitlines())
    return [shlex.split(part) for words in lines for part in shlex.join(words).split(" '&&' ")]


def test_the_guide_says_every_setting_as_the_code_does():
    rows = re.findall(r"^\| `(CARTO_\w+)` \| (.*) \|$", GUIDE, re.MULTILINE)
    assert dict(rows) == VARIABLES


@pytest.mark.parametrize("path", sorted(p for p in DEPLOY.rglob("*") if p.is_file()), ids=str)
def test_files_name_only_settings_that_exist(path: Path):
    named = set(re.findall(r"\bCARTO_[A-Z_]+", path.read_text("utf-8")))
    assert named <= set(VARIABLES)


def test_the_environment_of_the_example_can_be_used():
    settings = run_settings(ENVIRONMENT)
    assert settings.warnings == ()
    assert settings.operation.rate_limit == 30


def test_the_environment_of_the_example_needs_no_file_that_no_step_makes():
    settings = settings_from_environment(ENVIRONMENT)
    assert settings.site.adresse == ENVIRONMENT["CARTO_PUBLIC_ADDRESS"]
    assert str(settings.data_dir) in GUIDE


def test_every_command_of_carto_in_the_guide_is_understood():
    commands = [words[1:] for words in commands_of_the_guide() if words[:1] == ["carto"]]
    verbs = {command_parser().parse_args(words).verb for words in commands}
    assert {"build", "fetch", "list", "mirror", "rollback", "verify"} <= verbs


def test_every_file_that_the_guide_copies_is_there():
    named = {word for words in commands_of_the_guide() for word in words if word[:7] == "deploy/"}
    assert len(named) >= 5
    assert {name for name in named if not list(ROOT.glob(name))} == set()


def test_what_the_unit_names_is_installed_by_the_guide():
    installed = {word for words in commands_of_the_guide() for word in words}
    (settings,) = re.findall(r"^EnvironmentFile=(.*)$", UNIT, re.MULTILINE)
    (user,) = re.findall(r"^User=(.*)$", UNIT, re.MULTILINE)
    (folder,) = re.findall(r"^WorkingDirectory=(.*)$", UNIT, re.MULTILINE)
    (data,) = re.findall(r"^ReadOnlyPaths=(.*)$", UNIT, re.MULTILINE)
    assert {settings, user, folder, data} <= installed


def test_a_setting_that_cannot_be_used_is_not_tried_for_ever():
    keys = dict(re.findall(r"^(\w+)=(.*)$", UNIT, re.MULTILINE))
    assert keys["RestartPreventExitStatus"] == str(USAGE_ERROR)
    assert 0 < int(keys["StartLimitBurst"]) * int(keys["RestartSec"]) < 60
    assert int(keys["StartLimitIntervalSec"]) >= 300


def test_the_command_runs_as_the_user_of_the_service_with_its_settings(tmp_path: Path):
    (tmp_path / "carto.env").write_text("CARTO_DATA_DIR=/there\nCARTO_ALLOWED_HOSTS=*\n", "utf-8")
    script = (DEPLOY / "carto.sh").read_text("utf-8")
    assert "/etc/carto/carto.env" in script
    runuser = tmp_path / "runuser"
    runuser.write_text('#!/bin/sh\necho "$@" "$CARTO_DATA_DIR" "$CARTO_ALLOWED_HOSTS"\n', "utf-8")
    runuser.chmod(0o755)
    adapted = script.replace("/etc/carto/carto.env", str(tmp_path / "carto.env"))
    said = subprocess.run(
        ["/bin/sh", "-c", adapted, "carto", "list", "--json"],
        env={"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert said == "-u carto -- /opt/carto/.venv/bin/carto list --json /there *\n"


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
