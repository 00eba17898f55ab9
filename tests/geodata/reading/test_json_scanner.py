"""JSON is walked value by value; a fault names its line and character."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.reading.json_scanner import JsonScanner
from tests.geodata.raw_files import raw_file


def scanner(folder: Path, text: str) -> JsonScanner:
    return JsonScanner(raw_file(folder, text, name="a.json"), text)


def test_elements_know_their_line_and_text(tmp_path: Path) -> None:
    found = list(scanner(tmp_path, '[1,\n {"a": 2},\n\n"b"]').elements())
    assert found == [(1, "1", 1), (2, '{"a": 2}', {"a": 2}), (4, '"b"', "b")]


def test_members_are_named_one_after_the_other(tmp_path: Path) -> None:
    walk = scanner(tmp_path, '{"a": [1], "b": null}')
    assert [(name, walk.value()) for name in walk.members()] == [("a", [1]), ("b", None)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[1\n2]", r"ligne 2.*une virgule ou un crochet.*caractère 1"),
        ("[1,\n", r"ligne 2.*syntaxe JSON incorrecte ou fichier tronqué"),
        ("{}", r"ligne 1.*une liste"),
        ("[" * 100_000, r"ligne 1.*valeur JSON démesurée"),
    ],
)
def test_faults_say_where(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(SourceError, match=place):
        list(scanner(tmp_path, text).elements())
