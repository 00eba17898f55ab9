"""Tests of `webapp.dossier.blocks`."""

from __future__ import annotations

from tests.webapp.dossier.small_dossier import SECTIONS
from webapp.dossier.blocks import Section, SubSection, ToComplete, flat, slots


def test_blocks_of_sub_sections_come_in_their_place() -> None:
    first, second = ToComplete("A", "a"), ToComplete("B", "b")
    part = Section(3, "Partie", (SubSection("Un", (first,)), second), "partie")
    assert list(flat(part.blocks)) == [first, second]
    assert [slot.asked for slot in slots([part])] == [first, second]
    assert slots([part])[0].section == "3. Partie"


def test_a_part_without_a_number_has_its_title_alone() -> None:
    assert Section(0, "Reste", (), "reste").heading == "Reste"
    assert SECTIONS[0].heading == "1. Identité et périmètre"
