"""Every row of every source is published, beyond the perimeter, merged or refused."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from carto.assessment import Assessment
from carto.left_out import HORS_PERIMETRE, LeftOut
from geodata.accounts import SANS_COMMUNE, settle_accounts
from geodata.source import Origin, ParsedTable
from tests.demo import Built
from tests.geodata.checks.checked_demo import assess_tables
from tests.geodata.demo_tables import parse_demo


@pytest.fixture(scope="module")
def parsed() -> dict[str, ParsedTable]:
    """Parse the demonstration."""
    return parse_demo()


@pytest.fixture(scope="module")
def assessment(parsed: dict[str, ParsedTable]) -> Assessment:
    """Assess it."""
    return assess_tables(parsed)


def with_row(parsed: ParsedTable, **values: object) -> ParsedTable:
    """Add a row, the first one with other values."""
    added = parsed.table[:1].assign(**values)
    table = pd.concat([parsed.table, added], ignore_index=True).astype(parsed.table.dtypes)
    origins = (*parsed.origins, Origin(999, "la ligne de plus"))
    return replace(parsed, table=table, origins=origins, rows_in=parsed.rows_in + 1)


def test_the_demonstration_adds_up(built_demo: Built) -> None:
    sources = built_demo.snapshot.facts["sources"]
    for source in sources:
        counts = (source[name] for name in ("published", "beyond", "merged", "refused"))
        assert source["in"] == sum(counts)
    published = {
        source["id"]: source["published"] for source in built_demo.snapshot.facts["sources"]
    }
    assert published["population"] == 277
    assert published["france_services"] == 33


def test_a_commune_without_a_contour_is_refused(
    parsed: dict[str, ParsedTable], assessment: Assessment
) -> None:
    more = parsed | {"population": with_row(parsed["population"], code_insee="29999")}
    account = settle_accounts(more, assessment)["population"]
    (refused,) = account.parsed.refused
    assert (refused.code, refused.line, refused.raw) == (SANS_COMMUNE, 999, "la ligne de plus")
    assert account.published == 277


def test_a_commune_elsewhere_is_beyond(
    parsed: dict[str, ParsedTable], assessment: Assessment
) -> None:
    more = parsed | {"population": with_row(parsed["population"], code_insee="23001")}
    account = settle_accounts(more, assessment)["population"]
    assert (account.beyond, len(account.parsed.refused)) == (1, 0)


def test_rows_left_out_are_merged_refused_or_beyond(
    parsed: dict[str, ParsedTable], assessment: Assessment
) -> None:
    left = (
        LeftOut("fibre", "29001, 2026-T2", "REUNIE", "réunie à Arzano", "29002, 2026-T2"),
        LeftOut("fibre", "29003, 2026-T2", "AUTRE", "inutilisable"),
        LeftOut("fibre", "29004, 2026-T2", HORS_PERIMETRE, "trop loin"),
    )
    account = settle_accounts(parsed, replace(assessment, left_out=left))["fibre"]
    (merged,), (refused,) = account.parsed.merged, account.parsed.refused
    assert (merged.code, merged.into, merged.line) == ("REUNIE", "29002, 2026-T2", 2)
    assert (refused.code, refused.line) == ("AUTRE", 4)
    assert (account.published, account.beyond) == (274, 1)


def test_a_row_cannot_vanish(parsed: dict[str, ParsedTable], assessment: Assessment) -> None:
    fewer = replace(assessment, sites=assessment.sites[1:])
    with pytest.raises(ValueError, match="neither published nor left out"):
        settle_accounts(parsed, fewer)
    stranger = replace(assessment, left_out=(LeftOut("fibre", "nulle part", "X", "x"),))
    with pytest.raises(ValueError, match="no row nulle part"):
        settle_accounts(parsed, stranger)


def test_the_list_of_the_cog_is_a_reference(
    parsed: dict[str, ParsedTable], assessment: Assessment
) -> None:
    former = with_row(parsed["population"], code_insee="29998")
    listed = replace(former, contract=replace(former.contract, name="cog"))
    account = settle_accounts({"cog": listed}, assessment)["cog"]
    assert (account.published, account.parsed.refused) == (278, ())
