"""Elements of WordprocessingML."""

from __future__ import annotations

from docx.oxml.ns import qn

from webapp.dossier.document.wordml import bookmarked, element, field, link_to, paragraph, run


def test_attributes_take_the_prefix_of_their_element_or_their_own() -> None:
    made = element("w:hyperlink", anchor="ici", r__id="rId1")
    assert made.get(qn("w:anchor")) == "ici"
    assert made.get(qn("r:id")) == "rId1"


def test_spaces_at_the_ends_of_a_run_are_kept() -> None:
    (words,) = run(" deux ").iter(qn("w:t"))
    assert words.text == " deux "
    assert words.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_a_field_shows_its_result_until_it_is_updated() -> None:
    made = paragraph("Normal", *field("PAGE", [run("1")]))
    kinds = [one.get(qn("w:fldCharType")) for one in made.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    assert [one.text for one in made.iter(qn("w:t"))] == ["1"]


def test_a_link_leads_to_its_bookmark() -> None:
    mark = paragraph("Normal", *bookmarked("ici", 3, run("x")))
    assert next(mark.iter(qn("w:bookmarkStart"))).get(qn("w:name")) == "ici"
    assert next(mark.iter(qn("w:bookmarkEnd"))).get(qn("w:id")) == "3"
    assert link_to("ici", run("y")).get(qn("w:anchor")) == "ici"
