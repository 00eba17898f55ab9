"""Tests of `webapp.printing.pdf_rendering`."""

from __future__ import annotations

import io
import struct
import sys
from base64 import b64encode
from pathlib import Path

import pikepdf
import pytest

from webapp.errors import BusyError, PdfUnavailableError
from webapp.long_answers import Turns
from webapp.printing import pdf_rendering
from webapp.printing.pdf_rendering import Renderings, picture_of, render_pdf

PAGE = '<!doctype html><html lang="fr"><title>Été</title><style>@page{size:A5}</style><h1>Été</h1>'


def test_a_pdf_is_tagged_named_and_the_same_each_time() -> None:
    written = render_pdf(PAGE)
    assert written == render_pdf(PAGE)
    with pikepdf.open(io.BytesIO(written)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "fr"
        assert "/StructTreeRoot" in document.Root
        assert str(document.docinfo["/Title"]) == "Été"
        assert "/CreationDate" not in document.docinfo


def test_a_picture_has_the_size_of_the_paper() -> None:
    png = picture_of(render_pdf(PAGE), 200)
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    assert (width, height) == pytest.approx((148 / 25.4 * 200, 210 / 25.4 * 200), abs=1.5)


def test_nothing_is_fetched(tmp_path: Path) -> None:
    image = tmp_path / "image.png"
    image.write_bytes(picture_of(render_pdf(PAGE), 200))
    data = f"data:image/png;base64,{b64encode(image.read_bytes()).decode()}"
    for address in (image.as_uri(), data, "http://127.0.0.1:1/image.png"):
        written = render_pdf(PAGE + f'<img alt="" src="{address}">')
        with pikepdf.open(io.BytesIO(written)) as document:
            assert not document.pages[0].get_images()


def test_a_sheet_is_rendered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    monkeypatch.setattr(
        pdf_rendering, "render_pdf", lambda page: rendered.append(page) or page.encode()
    )
    renderings = Renderings()
    pages = [str(number) for number in range(pdf_rendering._MOST_KEPT)]
    assert [renderings.pdf(page) for page in (*pages, *pages)] == [p.encode() for p in pages * 2]
    assert rendered == pages
    renderings.pdf("one more")
    renderings.pdf(pages[0])
    assert rendered == [*pages, "one more", pages[0]]


def test_a_long_queue_is_told_to_come_back() -> None:
    turns = Turns(longest_wait_s=0.01)
    with turns.taken(""), pytest.raises(BusyError, match="réessayez"):
        Renderings(turns).pdf(PAGE)


def test_without_pango_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Absent:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libgobject-2.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Absent(), *sys.meta_path])
    with pytest.raises(PdfUnavailableError, match="Pango"):
        render_pdf(PAGE)
