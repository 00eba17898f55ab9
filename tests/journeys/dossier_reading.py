"""A dossier read back from its file, by who opens it: its headings, texts and tables."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

NUMBERED = re.compile(r"^Tableau\s\d+\s– ")
KEY_FIGURES = "Chiffre"
TAG = "a-completer"


@dataclass(frozen=True)
class ReadDossier:
    """What a file says.

    Attributes
    ----------
    headings
        Level and words of each heading, in order.
    text
        Every paragraph, plain spaces everywhere.
    tables
        Rows of each table by caption, the header first; key figures under `KEY_FIGURES`.
    hints
        Hint of each place to complete.
    """

    headings: list[tuple[int, str]]
    text: str
    tables: dict[str, list[list[str]]]
    hints: list[str]

    def table(self, start: str) -> list[list[str]]:
        """Rows of the table whose caption starts so, without its header."""
        (rows,) = [rows for caption, rows in self.tables.items() if caption.startswith(start)]
        return rows[1:]


def read_docx(content: bytes) -> ReadDossier:
    """Read a DOCX as python-docx does."""
    document = docx.Document(io.BytesIO(content))
    headings, texts, tables, caption = [], [], {}, ""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            rows = [[plain(cell.text) for cell in row.cells] for row in block.rows]
            tables[KEY_FIGURES if rows[0][0] == KEY_FIGURES else caption] = rows
            continue
        said = plain(block.text)
        level = _level(block)
        if level:
            headings.append((level, said))
        if NUMBERED.match(said):
            caption = NUMBERED.sub("", said)
        texts.append(said)
    return ReadDossier(headings, "\n".join(texts), tables, _hints(document.element.body))


def plain(text: str) -> str:
    """Write every space of a text as a plain one."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def pages_of(content: bytes, folder: Path) -> list[str]:
    """Open a DOCX in LibreOffice and return the text of each page that it prints.

    The test is skipped, saying so, where LibreOffice is not installed; a blank page fails it.
    """
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is absent: what it makes of the dossier is not looked at")
    path = folder / "dossier.docx"
    path.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", folder, path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    printed = pypdfium2.PdfDocument(folder / "dossier.pdf")
    texts = []
    for page in printed:
        darkest, _ = page.render(scale=0.3).to_pil().convert("L").getextrema()
        assert darkest < 128, "a blank page"
        texts.append(plain(page.get_textpage().get_text_bounded()))
    return texts


def _level(block: Paragraph) -> int:
    """Level of a heading, 0 for anything else."""
    name = block.style.name if block.style is not None else ""
    return {"Heading 1": 1, "Titre 1 sans numéro": 1, "Heading 2": 2}.get(name or "", 0)


def _hints(body: object) -> list[str]:
    """Texts of the content controls to complete that stand in paragraphs of their own."""
    found = []
    for control in body.iter(qn("w:sdt")):  # type: ignore[attr-defined]
        properties = control.find(qn("w:sdtPr"))
        tag = properties.find(qn("w:tag"))
        if (
            tag is not None
            and tag.get(qn("w:val")) == TAG
            and properties.find(qn("w:alias")) is not None
        ):
            found.append(plain("".join(one.text for one in control.iter(qn("w:t")))))
    return found
