"""The contract of the variants: each one named, and told in French."""

from __future__ import annotations

from carto.measures.variants import VARIANTS
from carto.tables.accessibility_variants import ACCESSIBILITY_VARIANTS, VARIANT_LABELS


def test_every_variant_has_its_words() -> None:
    assert list(VARIANTS) == list(VARIANT_LABELS)


def test_the_column_lists_them_all() -> None:
    column = ACCESSIBILITY_VARIANTS.column("variant")
    assert column.choices == tuple(VARIANTS)
    assert all(name in column.description for name in VARIANTS)
