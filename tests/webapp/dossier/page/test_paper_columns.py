"""Tests of `webapp.dossier.page.paper_columns`."""

from __future__ import annotations

import re

import pytest

from webapp.dossier.blocks import Dossier, Table, flat
from webapp.dossier.page.layout import parts_of
from webapp.dossier.page.paper_columns import column_rules


def test_the_columns_of_each_table_fill_the_page(dossier: Dossier) -> None:
    rules = column_rules(parts_of(dossier))
    tables = [b for s in dossier.sections for b in flat(s.blocks) if isinstance(b, Table)]
    for number, table in enumerate(tables, 1):
        widths = re.findall(rf"#colonne-{number}-\d{{width:([\d.]+)%}}", rules)
        assert len(widths) == len(table.columns)
        assert sum(map(float, widths)) == pytest.approx(100, abs=0.05)
