"""The parameters of a request about filters."""

from __future__ import annotations

import numpy as np
import pytest
from werkzeug.datastructures import MultiDict

from tests.webapp.ogc.filtering.small_table import small_table
from webapp.errors import ParameterError
from webapp.ogc.filtering.asked_filter import read_asked_filter, read_asked_order

TABLE = small_table()
LAMBERT_93 = "http://www.opengis.net/def/crs/EPSG/0/2154"


def chosen(**parameters: str) -> list[int]:
    query = MultiDict({name.replace("_", "-"): text for name, text in parameters.items()})
    asked = read_asked_filter(query, TABLE)
    assert asked is not None
    return np.flatnonzero(asked.mask(TABLE)).tolist()


def test_a_request_without_them_asks_nothing() -> None:
    assert read_asked_filter(MultiDict(), TABLE) is None
    assert read_asked_order(MultiDict(), TABLE) is None


def test_languages_and_systems_are_read() -> None:
    assert chosen(filter="nom ILIKE 'brest'", filter_lang="cql-text") == [0, 1]
    box = "S_INTERSECTS(geometry, BBOX(45.2, 1.5, 45.3, 1.7))"
    assert chosen(filter=box, filter_crs="http://www.opengis.net/def/crs/EPSG/0/4326") == [1]
    point = "S_INTERSECTS(geometry, POINT(660800 6490000))"  # about 2.5 E, 45.5 N
    assert chosen(filter=point, filter_crs=LAMBERT_93) == [2]


@pytest.mark.parametrize(
    ("parameters", "name"),
    [
        ({"filter": ""}, "filter"),
        ({"filter-lang": "sql"}, "filter-lang"),
        ({"filter-crs": "EPSG:27572"}, "filter-crs"),
    ],
)
def test_refuse_each_by_its_name(parameters: dict[str, str], name: str) -> None:
    with pytest.raises(ParameterError) as refusal:
        read_asked_filter(MultiDict(parameters), TABLE)
    assert refusal.value.parameter == name


def test_an_order_is_read() -> None:
    order = read_asked_order(MultiDict({"sortby": "-taux"}), TABLE)
    assert order is not None
    assert order.positions(TABLE, np.arange(len(TABLE)))[0] == 1
