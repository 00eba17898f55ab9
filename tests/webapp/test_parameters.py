"""Query parameters: one way to be written, everything else refused by name."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from webapp import parameters
from webapp.errors import ParameterError
from webapp.parameters import Query
from webapp.query_values import BBox, Page, Point
from webapp.views.place_filter import PLACE_PARAMETERS, PlaceFilter

READERS: dict[str, Callable[[Query], object]] = {
    "limit": parameters.read_page,
    "offset": parameters.read_page,
    "commune": parameters.read_commune,
    "epci": parameters.read_epci,
    "departement": parameters.read_departement,
    "classe": parameters.read_verdict,
    "bbox": parameters.read_bbox,
}


def query(**values: str) -> Query:
    return MultiDict(values)


def test_absent_parameters_have_a_default():
    assert parameters.read_page(query()) == Page(limit=100, offset=0)
    assert parameters.read_bbox(query()) is None
    assert parameters.read_commune(query()) is None


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("limit", "1000", Page(1000, 0)),
        ("offset", "12", Page(100, 12)),
        ("commune", "2A004", "2A004"),
        ("epci", "242900314", "242900314"),
        ("departement", "974", "974"),
        ("classe", "indetermine", "indetermine"),
        ("bbox", "-5.2,47.7,-3.3,48.8", BBox(-5.2, 47.7, -3.3, 48.8)),
        ("bbox", "-180,-90,180,90", BBox(-180, -90, 180, 90)),
    ],
)
def test_good_values_are_read(name: str, text: str, value: object):
    assert READERS[name](query(**{name: text})) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("limit", text) for text in ("0", "1001", "-1", "1e3", "1.0", "١٢", "", "9" * 20_000)),
        *(("offset", text) for text in ("-1", "1000001", "0x10", " 1")),
        *(("commune", text) for text in ("1001", "29019\0", "29 019", "29019'--", "29019\n")),
        *(("epci", text) for text in ("24290031", "2429003140", "24290031４", "242900314\n")),
        *(("departement", text) for text in ("9", "2C", "975x", "29\n")),
        *(("classe", text) for text in ("4", "-1", "prioritaire", "0\n")),
        *(
            ("bbox", text)
            for text in (
                "nan,nan,nan,nan",
                "1e400,0,1,1",
                "inf,0,1,1",
                "1,2,3",
                "1,2,3,4,5",
                "5,48,-5,49",
                "-5,49,-4,48",
                "-181,0,1,1",
                "0,0,0,91",
                ",,,",
                "1;2;3;4",
            )
        ),
    ],
)
def test_bad_values_are_refused_by_name(name: str, text: str):
    with pytest.raises(ParameterError) as refused:
        READERS[name](query(**{name: text}))
    assert refused.value.parameter == name
    assert f"{name}=" in str(refused.value)
    assert len(str(refused.value)) < 250


def test_an_unknown_parameter_is_refused_with_the_known_ones():
    with pytest.raises(ParameterError, match=r"epic.*epci, limit") as refused:
        parameters.require_known(query(epic="1"), "epci", "limit")
    assert refused.value.parameter == "epic"


def test_a_resource_without_parameters_says_so():
    with pytest.raises(ParameterError, match="il n'y en a aucun"):
        parameters.require_known(query(x="1"))


def test_a_repeated_parameter_is_refused_rather_than_chosen_from():
    twice = MultiDict([("epci", "242900314"), ("epci", "200066868")])
    with pytest.raises(ParameterError, match="deux fois"):
        parameters.require_known(twice, "epci")
    parameters.require_known(twice, "epci", repeatable=("epci",))


@given(st.sampled_from(sorted(READERS)), st.text(max_size=200))
def test_any_text_is_read_or_refused(name: str, text: str):
    with suppress(ParameterError):
        READERS[name](query(**{name: text}))


@given(st.integers(1, 1000), st.integers(0, 1_000_000))
def test_every_page_within_bounds_is_read(limit: int, offset: int):
    assert parameters.read_page(query(limit=str(limit), offset=str(offset))) == Page(limit, offset)


def test_a_box_holds_its_edge():
    box = BBox(-5, 48, -4, 49)
    assert box.holds(-5, 49)
    assert not box.holds(-5.0001, 48.5)


def test_the_filter_of_places_is_refused_when_it_is_not_known() -> None:
    asked = parameters.read_places(MultiDict({"samedi": "1", "public": "Seniors"}))
    assert asked == PlaceFilter(public="Seniors", is_open_saturday=True)
    for name in PLACE_PARAMETERS:
        with pytest.raises(ParameterError, match=name):
            parameters.read_places(MultiDict({name: "autre"}))


def test_a_point_is_two_numbers_of_degrees() -> None:
    assert parameters.read_point(query(lon="-4.486", lat="48.39")) == Point(-4.486, 48.39)
    assert parameters.read_point(query(lon="180", lat="-90")) == Point(180, -90)
    computed = parameters.read_point(query(lon="0.30000000000000004", lat="-0.0"))
    assert computed == Point(0.30000000000000004, 0)


@pytest.mark.parametrize(
    ("lon", "lat", "named"),
    [
        ("180.1", "48", "lon"),
        ("-4", "90.5", "lat"),
        ("nan", "48", "lon"),
        ("1e400", "48", "lon"),
        ("-4,5", "48", "lon"),
        ("-4", "٤٨", "lat"),
        ("-4", "", "lat"),
        ("-4", None, "lat"),
        (None, "48", "lon"),
    ],
)
def test_a_point_that_is_none_is_refused_by_name(
    lon: str | None, lat: str | None, named: str
) -> None:
    given = {name: value for name, value in {"lon": lon, "lat": lat}.items() if value is not None}
    with pytest.raises(ParameterError) as refusal:
        parameters.read_point(query(**given))
    assert refusal.value.parameter == named


def test_a_question_is_short_and_can_be_printed() -> None:
    assert parameters.read_question(query(q="  Île de Sein "), 20) == "Île de Sein"
    for bad in (query(), query(q="  "), query(q="a" * 21), query(q="a\u202eb"), query(q="a\0b")):
        with pytest.raises(ParameterError, match="q"):
            parameters.read_question(bad, 20)


def test_a_count_and_a_choice_keep_to_their_bounds() -> None:
    assert parameters.read_count(query(), "n", 50, 5) == 5
    assert parameters.read_count(query(n="50"), "n", 50, 5) == 50
    assert parameters.read_choice(query(type="epci"), "type", ("epci",)) == "epci"
    assert parameters.read_choice(query(), "type", ("epci",)) is None
    with pytest.raises(ParameterError):
        parameters.read_count(query(n="51"), "n", 50, 5)
    with pytest.raises(ParameterError):
        parameters.read_choice(query(type="ville"), "type", ("epci",))
