"""Tests of `carto.place_natures`."""

from __future__ import annotations

from carto.place_natures import SITE_NATURES, nature_of
from carto.vocabulary import SITE_FORMATS, SITE_KINDS


def test_every_row_of_places_has_a_nature_of_its_own_letter() -> None:
    rows = [{"kind": kind, "format": name} for kind in SITE_KINDS for name in SITE_FORMATS]
    assert {nature_of(row) for row in rows} == set(SITE_NATURES)
    assert len({nature.letter for nature in SITE_NATURES.values()}) == len(SITE_NATURES)


def test_a_row_without_a_kind_is_a_place() -> None:
    assert nature_of({"format": "antenne"}) == "antenne"
