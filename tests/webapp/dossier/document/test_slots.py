"""Boxes to tick, and the content controls of what is left to complete."""

from __future__ import annotations

from docx.oxml.ns import qn

from webapp.dossier.blocks import ToComplete
from webapp.dossier.document.slots import box, slot


def test_a_box_says_whether_it_is_ticked() -> None:
    for is_done, symbol in ((True, "☒"), (False, "☐")):
        written = box(is_done)
        assert next(written.iter(qn("w:t"))).text == symbol
        assert next(written.iter(qn("w14:checked"))).get(qn("w14:val")) == str(int(is_done))


def test_a_slot_is_a_hint_that_typing_replaces() -> None:
    written = slot(ToComplete("Pilote", "Nom et fonction"), 1, 7)
    (control,) = written.iter(qn("w:sdt"))
    assert control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
    assert "".join(one.text for one in written.iter(qn("w:t"))) == (
        "À compléter\u00a0– Pilote\u00a0: [Nom et fonction]"
    )
