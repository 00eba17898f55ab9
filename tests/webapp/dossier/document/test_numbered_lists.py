"""Lists: each numbered one starts again at 1."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn


def test_each_numbered_list_has_its_own_count(document: Document) -> None:
    items = [one for one in document.paragraphs if one.style and one.style.name == "List Number"]
    numbers = [one._p.find(f".//{qn('w:numId')}").get(qn("w:val")) for one in items]
    assert [one.text for one in items] == ["un", "deux", "premier", "second"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    numbering = document.part.numbering_part.element
    started = {
        one.get(qn("w:numId")): one.find(f".//{qn('w:startOverride')}")
        for one in numbering.findall(qn("w:num"))
    }
    assert all(started[number].get(qn("w:val")) == "1" for number in numbers)


def test_bullets_are_counted_by_nothing(document: Document) -> None:
    items = [one for one in document.paragraphs if one.style and one.style.name == "List Bullet"]
    assert [one.text for one in items] == ["une", "deux"]
    assert all(one._p.find(f".//{qn('w:numId')}") is None for one in items)
