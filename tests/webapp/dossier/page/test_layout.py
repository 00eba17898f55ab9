"""Tests of `webapp.dossier.page.layout`."""

from __future__ import annotations

from webapp.dossier.blocks import Dossier, Figure, Table, flat
from webapp.dossier.page.layout import parts_of


def test_figures_tables_and_slots_are_numbered_in_order(dossier: Dossier) -> None:
    laid = [
        one
        for part in parts_of(dossier)
        for chapter in part.chapters
        for row in chapter.rows
        for one in row.laid
    ]
    for kind, type_ in (("Table", Table), ("Figure", Figure)):
        numbers = [one.number for one in laid if one.kind == kind]
        held = [b for s in dossier.sections for b in flat(s.blocks) if isinstance(b, type_)]
        assert numbers == list(range(1, len(held) + 1))
    anchors = [one.anchor for one in laid if one.anchor]
    assert anchors == [f"a-completer-{rank}" for rank in range(1, len(dossier.to_complete) + 1)]


def test_small_maps_stand_side_by_side(dossier: Dossier) -> None:
    synthesis = parts_of(dossier)[1]
    lengths = [len(row.laid) for chapter in synthesis.chapters for row in chapter.rows]
    assert lengths.count(3) == 1
    assert {1, 3} == set(lengths)


def test_sub_sections_have_anchors_of_their_own(dossier: Dossier) -> None:
    anchors = [chapter.anchor for part in parts_of(dossier) for chapter in part.chapters]
    assert len(anchors) == len(set(anchors))
