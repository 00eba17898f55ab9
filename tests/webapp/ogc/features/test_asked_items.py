"""What is asked of a list: its page, its shape, its features."""

from __future__ import annotations

import numpy as np
import pytest
from werkzeug.datastructures import MultiDict

from webapp.errors import ParameterError
from webapp.ogc.features.asked_items import LARGEST_OFFSET, read_items, read_shape
from webapp.ogc.features.feature_table import FeatureTable
from webapp.parameters import DEFAULT_LIMIT, LARGEST_LIMIT


def test_without_a_parameter_everything_is_asked(communes_table: FeatureTable):
    asked = read_items(MultiDict(), communes_table)
    assert (asked.page.limit, asked.page.offset) == (DEFAULT_LIMIT, 0)
    assert asked.chosen is None
    assert asked.shape.names == tuple(communes_table.fields)
    assert asked.shape.has_geometry


@pytest.mark.parametrize("limit", [LARGEST_LIMIT, LARGEST_LIMIT + 1, 10**17])
def test_a_limit_above_the_largest_is_the_largest(communes_table: FeatureTable, limit: int):
    asked = read_items(MultiDict({"limit": str(limit)}), communes_table)
    assert asked.page.limit == LARGEST_LIMIT


def test_every_condition_must_hold(communes_table: FeatureTable):
    query = {"bbox": "-5.2,48.2,-4.2,48.5", "verdict": "1", "filter": "population > 1000"}
    chosen = read_items(MultiDict(query), communes_table).chosen
    assert chosen is not None
    assert communes_table.ids.at(chosen.tolist()) == ["29019", "29042"]


def test_the_order_is_that_of_sortby(communes_table: FeatureTable):
    chosen = read_items(MultiDict({"sortby": "-population"}), communes_table).chosen
    assert chosen is not None
    people = [row["population"] for row in communes_table.rows.at(chosen.tolist())]
    assert people == sorted(people, reverse=True)
    assert chosen.dtype == np.int64


def test_properties_keep_the_order_of_the_table(communes_table: FeatureTable):
    query = MultiDict({"properties": "population,nom", "skipGeometry": "true"})
    shape = read_shape(query, communes_table)
    assert shape.names == ("nom", "population")
    assert not shape.has_geometry


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("limit", text) for text in ("0", "-1", "9" * 400, "x", "1.5", "", "٣")),
        *(("offset", text) for text in ("-1", str(LARGEST_OFFSET + 1), "9" * 400, "x", "", "²")),
        *(("skipGeometry", text) for text in ("", "oui", "1")),
        ("properties", "nom,passwd"),
        ("crs", "EPSG:9999"),
        ("filter-lang", "cql2-json"),
        ("filter-crs", "x"),
        ("filter", "population >"),
        ("sortby", "passwd"),
        ("unknown", "1"),
        ("nom\r\nSet-Cookie", "1"),
    ],
)
def test_what_cannot_be_used_is_refused(communes_table: FeatureTable, name: str, text: str):
    with pytest.raises(ParameterError):
        read_items(MultiDict({name: text}), communes_table)


def test_a_parameter_given_twice_is_refused(communes_table: FeatureTable):
    with pytest.raises(ParameterError, match="deux fois"):
        read_items(MultiDict([("nom", "Brest"), ("nom", "Brest")]), communes_table)
