"""Libraries are locked: every one at one version, with the hashes of its files."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.rules.repository import ROOT

RUN = ROOT / "requirements.lock"
TEST = ROOT / "requirements-dev.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
PINNED = re.compile(
    r"([a-z0-9][a-z0-9-]*)==(\S+)( ; [^\\]+)?(?: \\\n +--hash=sha256:[0-9a-f]{64})+\n"
)


def pins(lock: Path) -> dict[str, str]:
    """Read the version of each library of a lock."""
    lines = lock.read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.lstrip().startswith("#"))
    assert PINNED.sub("", text) == "", "a line is no pinned and hashed library"
    return {found[1]: found[2] for found in PINNED.finditer(text)}


def named(requirements: list[str]) -> set[str]:
    """Name the libraries of requirements, as a lock writes them."""
    found = (NAME.match(requirement) for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name[0]).lower() for name in found if name}


def test_everything_that_is_installed_is_pinned_with_its_hashes() -> None:
    made = named(PROJECT["dependency-groups"]["build"])
    assert named(PROJECT["project"]["dependencies"]) | made <= pins(RUN).keys()
    assert named(PROJECT["project"]["optional-dependencies"]["dev"]) <= pins(TEST).keys()
    assert named(PROJECT["build-system"]["requires"]) <= made


def test_tests_run_on_the_versions_that_are_served() -> None:
    assert pins(RUN).items() <= pins(TEST).items()


@pytest.mark.parametrize("lock", ["package-lock.json", "bench/package-lock.json"])
def test_browser_packages_have_their_hashes_and_name_no_host(lock: str) -> None:
    packages = json.loads((ROOT / lock).read_text(encoding="utf-8"))["packages"]
    for name, package in packages.items():
        if name:
            assert package["integrity"].startswith("sha512-"), name
            assert "resolved" not in package, name
