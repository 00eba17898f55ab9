"""Generated documents are up to date; `make docs` writes them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from carto.flags import MEANINGS
from carto.tables.parsed import INPUT_TABLES
from carto.tables.published import SNAPSHOT_TABLES
from tests.rules.generated_docs import HEADING, ROOT, render

PAGES = render()


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_a_document_says_what_the_code_says(path: Path) -> None:
    committed = (ROOT / path).read_text("utf-8") if (ROOT / path).exists() else ""
    assert committed == PAGES[path], f"{path} is out of date: run `make docs`"


def test_no_document_stays_that_the_code_no_longer_writes() -> None:
    documents = [path for path in (ROOT / "docs").rglob("*") if path.suffix in (".md", ".json")]
    said_generated = [p for p in documents if p.read_text("utf-8").startswith(("{", HEADING))]
    assert {path.relative_to(ROOT) for path in said_generated} == set(PAGES)


def test_the_dictionary_defines_every_column() -> None:
    text = PAGES[Path("docs/data_dictionary.md")]
    published, _, inputs = text.partition("## Tables d'entrée")
    for part, contracts in ((published, SNAPSHOT_TABLES.values()), (inputs, INPUT_TABLES)):
        for contract in contracts:
            section = part.partition(f"### `{contract.name}`")[2].partition("\n### ")[0]
            assert all(f"\n| `{name}` |" in section for name in contract.names)


def test_every_flag_has_its_meaning() -> None:
    text = PAGES[Path("docs/flags.md")]
    assert all(f"| `{code}` | {meaning} |" in text for code, meaning in MEANINGS.items())


def test_the_command_and_the_api_are_described() -> None:
    assert "## `carto build`" in PAGES[Path("docs/cli.md")]
    addresses = PAGES[Path("docs/api.md")]
    assert "| `/api/v1/communes/{code_insee}` | `/api/v1/communes/29019` |" in addresses
