"""Identifiers are found, those that are made when they are read too."""

from __future__ import annotations

from webapp.ogc.features.feature_ids import HeldIds
from webapp.ogc.features.feature_table import FeatureTable


def test_no_id_lies_between_two():
    ids = HeldIds(("a", "c"))
    assert [ids.position(one) for one in ("", "a", "b", "c", "d")] == [None, 0, None, 1, None]
    assert len(HeldIds(())) == 0
    assert HeldIds(()).position("a") is None


def test_a_quarter_of_a_commune_has_an_id(fibre_table: FeatureTable):
    assert len(fibre_table.ids) == 8
    assert fibre_table.ids.at([1]) == ["29019-2026-T2-releve"]
    assert fibre_table.position("29019-2026-T2-releve") == 1
    assert fibre_table.position("29019-2026-T2-historique") is None
    assert fibre_table.position("29019") is None
