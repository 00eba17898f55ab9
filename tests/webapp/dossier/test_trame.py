"""Tests of `webapp.dossier.trame`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.webapp.dossier.reading import plain, texts, with_facts, without_sources
from webapp.dossier.blocks import Dossier, Table, ToComplete, flat
from webapp.dossier.subject import Subject
from webapp.dossier.trame import dossier_of
from webapp.rule.rule import Rule
from webapp.rule.ruled_snapshot import judged_again

# What a sentence with an empty slot looks like.
EMPTY = re.compile(r"None|\bnan\b|\binf\b|  | ,| \.|\(\)|« »|:\.|\.\.|;\.|, et\.|\{|\}")
PLAIN_SPACES = re.compile(r" [:;!?%»]|« ")


def dossiers(subject: Subject) -> Iterator[Dossier]:
    """Write a dossier from whole data, from data without sources, under another rule."""
    ruled = judged_again(subject.snapshot, Rule(temps_max=15))
    blind = without_sources(subject, need_variant=None).snapshot
    for snapshot in (subject.snapshot, blind, ruled):
        yield dossier_of(snapshot, subject.type, subject.code)


def said(dossier: Dossier) -> Iterator[str]:
    """Give every text of a dossier."""
    yield from (dossier.title, dossier.subtitle, dossier.territory, *dossier.edition)
    for section in dossier.sections:
        yield section.title
        yield from texts(section.blocks)


@pytest.mark.parametrize("name", ["subject", "departement"])
def test_no_sentence_has_an_empty_slot(name: str, request: pytest.FixtureRequest) -> None:
    for dossier in dossiers(request.getfixturevalue(name)):
        for text in said(dossier):
            assert not EMPTY.search(plain(text)), text


def test_spaces_are_those_of_french(departement: Subject) -> None:
    for text in said(dossier_of(departement.snapshot, "departement", "29")):
        assert not PLAIN_SPACES.search(text), text


def test_the_twelve_parts_then_what_is_left(dossier: Dossier) -> None:
    assert [section.number for section in dossier.sections] == [*range(1, 13), 0]
    assert len({section.id for section in dossier.sections}) == 13
    asked = [b for s in dossier.sections for b in flat(s.blocks) if isinstance(b, ToComplete)]
    assert [slot.asked for slot in dossier.to_complete] == asked
    left = " ".join(texts(dossier.sections[-1].blocks))
    assert all(slot.asked.label in left for slot in dossier.to_complete)


def test_every_table_is_whole(dossier: Dossier) -> None:
    tables = [b for s in dossier.sections for b in flat(s.blocks) if isinstance(b, Table)]
    assert len(tables) > 10
    for table in tables:
        assert len(table.columns) > 1
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert all(cell for row in table.rows for cell in row), table.caption


def test_the_same_data_write_the_same_dossier(subject: Subject) -> None:
    first, second = (dossier_of(subject.snapshot, subject.type, subject.code) for _ in "12")
    assert first == second


def test_the_cover_says_a_demonstration_and_a_changed_rule(departement: Subject) -> None:
    whole, _, ruled = dossiers(departement)
    assert any("démonstration" in line for line in whole.edition)
    assert any("Règle modifiée" in line for line in ruled.edition)
    assert "formulaire officiel" not in " ".join(said(whole))


def test_the_cover_and_the_synthesis_say_that_data_are_old(departement: Subject) -> None:
    said_old = departement.ageing
    assert said_old.startswith("Données déjà anciennes")
    dossier = dossier_of(departement.snapshot, "departement", "29")
    assert said_old in dossier.edition
    assert said_old in " ".join(texts(dossier.sections[1].blocks))
    recent = [{**one, "date": "2026-11-01"} for one in departement.facts["sources"]]
    young = with_facts(departement, sources=recent)
    assert "déjà anciennes" not in " ".join(said(dossier_of(young.snapshot, "departement", "29")))
