"""A file is found by its name, read in one sitting, and tied to no machine and no other host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.rules.repository import FLOORS, ROOT, modules, tracked_files

MAX_LINES = 300
MEASURED = {".py", ".mjs", ".css"}
# Grab bags: a name that says nothing gathers everything.
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "tools"}
# Hosts of packages and of other people's scripts, and folders of one machine. Their names are
# written in pieces, so that this file may be searched like any other.
FOREIGN = re.compile(
    "|".join(
        (
            r"unpkg\." + "com",
            r"js" + r"delivr\.net",
            r"cdn" + r"js\.cloudflare",
            r"skypack\." + "dev",
            r"esm\." + r"sh\b",
            r"google" + r"apis\.com",
            r"gstatic\." + "com",
            r"pypi\." + "org",
            r"pythonhosted\." + "org",
            r"registry\." + "npmjs",
            r"(?<![\w.])/(work|root)" + "/",
            r"(?<![\w.:/])/(home|Users)" + r"/\w",
        )
    )
)
TEXT = MEASURED | {".html", ".ipynb", ".js", ".json", ".lock", ".md", ".toml", ".txt", ".yml", ""}
TRACKED = tracked_files()


def test_there_is_something_to_hold_to_these_rules() -> None:
    assert all(modules(floor) for floor in FLOORS)


def test_every_module_has_a_test_file_of_its_name() -> None:
    expected = [
        Path("tests") / path.parent / f"test_{path.name}"
        for floor in FLOORS
        for path in modules(floor)
    ]
    missing = [path for path in expected if not (ROOT / path).is_file()]
    assert missing == []
    assert [path for path in expected if "def test_" not in (ROOT / path).read_text("utf-8")] == []


def test_no_file_is_longer_than_one_idea() -> None:
    lines = {
        path: (ROOT / path).read_text("utf-8").count("\n")
        for path in TRACKED
        if path.suffix in MEASURED
    }
    assert {path: count for path, count in lines.items() if count > MAX_LINES} == {}


def test_no_file_is_a_grab_bag() -> None:
    named = [path for path in TRACKED if path.suffix == ".py"]
    assert [path for path in named if VAGUE & set(path.with_suffix("").parts)] == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("https://cdn.js" + "delivr.net/npm/x", True),
        ('"resolved": "https://registry.' + 'npmjs.org/x"', True),
        ("--index-url https://py" + "pi.org/simple", True),
        ("cd /" + "work/main", True),
        ('path = "/home/' + 'alice/carto"', True),
        ("https://www.arcep.fr/home/donnees", False),
        ("../shared/work/notes", False),
        ("/usr/bin/chromium", False),
    ],
)
def test_what_counts_as_foreign(text: str, named: bool) -> None:
    assert bool(FOREIGN.search(text)) is named


def test_no_file_names_a_machine_or_another_host() -> None:
    found = [
        f"{path}:{number}: {match.group()}"
        for path in TRACKED
        if path.suffix in TEXT
        for number, line in enumerate((ROOT / path).read_text("utf-8").splitlines(), start=1)
        if (match := FOREIGN.search(line))
    ]
    assert found == []


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []
