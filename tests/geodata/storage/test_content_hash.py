"""Tests of the fingerprint of contents."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from carto.contracts import Column, TableContract
from geodata.storage.canonical import canonical_table
from geodata.storage.content_hash import content_hash
from tests.geodata.storage import sample_snapshot

COMMUNES = sample_snapshot.contract_of("communes")

VALUES = TableContract(
    "values",
    "Valeurs",
    "Pour les essais.",
    ("key",),
    (
        Column("key", "integer", "Clé", "Clé."),
        Column("text", "string", "Texte", "Texte.", nullable=True),
        Column("number", "number", "Nombre", "Nombre.", nullable=True),
    ),
)


def hash_of(frame: pd.DataFrame, contract: TableContract = COMMUNES) -> str:
    return content_hash(canonical_table(frame, contract))


def test_the_order_of_rows_does_not_count():
    table = sample_snapshot.table("communes")
    assert hash_of(table.iloc[::-1]) == hash_of(table)


def test_where_a_ring_starts_does_not_count():
    table = sample_snapshot.table("communes")
    turned = gpd.GeoDataFrame(table, geometry=table.geometry.reverse(), crs=4326)
    assert hash_of(turned) == hash_of(table)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("nom", "Brest "),
        ("population", 140_065),
        ("population", None),
        ("taux_couverture_ftth", 0.9900000000000001),
        ("alert_offre", False),
        ("geometry", shapely.box(-4.6, 48.3, -4.4, 48.50000000000001)),
    ],
)
def test_any_value_counts(column: str, value: object):
    table = sample_snapshot.table("communes")
    before = hash_of(table)
    table.at[0, column] = value
    assert hash_of(table) != before


# Controls and reversed directions are refused before they are hashed.
_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf"))
row = st.tuples(
    st.one_of(st.none(), st.text(_LETTERS, max_size=3)),
    st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
)


@given(st.lists(row, max_size=4), st.lists(row, max_size=4))
def test_tables_are_equal_exactly_when_their_hashes_are(
    left: list[tuple[str | None, float | None]], right: list[tuple[str | None, float | None]]
):
    hashes = [
        hash_of(
            pd.DataFrame(
                [(key, *values) for key, values in enumerate(rows)],
                columns=["key", "text", "number"],
                dtype=object,
            ),
            VALUES,
        )
        for rows in (left, right)
    ]
    assert (hashes[0] == hashes[1]) == (left == right)
