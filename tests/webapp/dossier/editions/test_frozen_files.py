"""A state of reference is read back from each file that holds it; others are refused in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from webapp.dossier.blocks import Dossier
from webapp.dossier.downloads.files import annexes_file, word_file
from webapp.dossier.editions.frozen import Frozen, frozen_json
from webapp.dossier.editions.frozen_files import (
    UnusableReferenceError,
    read_frozen,
    require_same_territory,
)
from webapp.dossier.fixed_zip import fixed_zip
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_it_is_in_the_annexes_in_the_dossier_and_alone(
    loaded: LoadedSnapshot, dossier: Dossier, frozen: Frozen, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
        "0000000a49444154789c63f80f00010101001bb6ee560000000049454e44ae426082"
    )
    monkeypatch.setattr("webapp.dossier.downloads.files.figure_png", lambda _: pixel)
    text = frozen_json(frozen)
    for content in (
        text.encode(),
        annexes_file(loaded, dossier),
        word_file(loaded, dossier),
    ):
        assert frozen_json(read_frozen(content, "x")) == text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"PK\x03\x04 rien",
        b"\xff\xfe",
        fixed_zip({"a.txt": b""}),
        fixed_zip({"baseline.json": b"{"}),
        fixed_zip({"customXml/item1.xml": b"<a>"}),
        b'{"format": "carto-etat-de-reference", "version": 2}',
    ],
)
def test_another_file_is_refused_by_its_name(content: bytes) -> None:
    with pytest.raises(UnusableReferenceError, match=r"vieux\.docx.*ne contient pas"):
        read_frozen(content, "vieux.docx")


def test_another_territory_and_a_later_edition_are_refused(frozen: Frozen) -> None:
    other = replace(frozen, baseline=replace(frozen.baseline, code="29", type="departement"))
    with pytest.raises(UnusableReferenceError, match="departement:29"):
        require_same_territory(other, frozen)
    with pytest.raises(UnusableReferenceError, match="antérieure"):
        require_same_territory(replace(frozen, date="2999-01-01"), frozen)
    require_same_territory(frozen, frozen)


def test_a_group_stays_itself_under_another_name(frozen: Frozen) -> None:
    named, renamed = (
        replace(frozen, baseline=replace(frozen.baseline, type="groupe", code=code))
        for code in ("29001-29003_Cap", "29001-29003_Cœur")
    )
    require_same_territory(named, renamed)
