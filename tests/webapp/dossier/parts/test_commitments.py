"""Tests of `webapp.dossier.parts.commitments`."""

from __future__ import annotations

from tests.webapp.dossier.reading import text_of
from webapp.dossier.blocks import Checklist, flat
from webapp.dossier.parts.commitments import commitments
from webapp.dossier.subject import Subject


def test_only_what_data_answer_is_done(departement: Subject) -> None:
    section = commitments(departement)
    listed = next(block for block in flat(section.blocks) if isinstance(block, Checklist))
    assert [item.is_done for item in listed.items] == [True, True, *[False] * 6]
    assert f"{len(departement.places)} lieux et structures" in text_of(section)


def test_it_is_a_trame_and_no_official_form(departement: Subject) -> None:
    text = text_of(commitments(departement))
    assert "C'est une trame TANI / FNE" in text
    assert "formulaire" not in text
