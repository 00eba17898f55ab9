"""The map of France: a colour per share, a link per département, nothing invented."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from carto.drawing import palettes
from carto.drawing.country_map import country_legend, draw_country, share_of
from carto.drawing.country_shapes import CountryShapes, Frame

PATH = "M0 0l1 0 0 1z"
SVG = "{http://www.w3.org/2000/svg}"


def departement(code: str, people: int | None, population: int | None = 1000) -> dict[str, object]:
    return {
        "code_departement": code,
        "nom": f"Pays <{code}>",
        "population": population,
        "population_underserved": people,
    }


@pytest.mark.parametrize(
    ("people", "step"), [(0, 0), (9, 0), (10, 1), (20, 2), (50, 3), (99, 3), (100, 4), (None, None)]
)
def test_steps_are_right_open(people: int | None, step: int | None) -> None:
    assert share_of(departement("29", people)).step == step


def test_a_share_needs_people() -> None:
    assert share_of(departement("29", 0, 0)).share is None
    assert share_of(departement("29", 0, None)).step is None


def test_the_legend_counts_every_departement_once() -> None:
    rows = [departement(str(code), people) for code, people in enumerate((0, 15, 15, 500, None))]
    entries = country_legend(rows)
    assert [entry.communes for entry in entries] == [1, 2, 0, 0, 1, 1]
    assert entries[1].population == 2000
    assert entries[-1].colour == palettes.MISSING


def test_each_departement_links_to_its_page_with_its_value() -> None:
    frames = (
        Frame("", 0, 0, 90, 90, {"29": PATH, "99": PATH}),
        Frame("L'Île", 2, 2, 9, 9, {"974": PATH}),
    )
    rows = [departement("29", 500), departement("974", None)]
    svg = ET.fromstring(draw_country(CountryShapes(90, 90, frames), rows))  # noqa: S314 - ours
    links = {link.get("href"): link[0] for link in svg.iter(f"{SVG}a")}
    assert set(links) == {"/departement/29", "/departement/974"}
    assert links["/departement/29"].get("fill") == palettes.ORRD[4]
    assert links["/departement/29"][0].text == "Pays <29>\u00a0: 50,0\u00a0%"
    assert links["/departement/974"][0].text == "Pays <974>\u00a0: donnée absente"
    pattern = next(svg.iter(f"{SVG}pattern")).get("id")
    assert links["/departement/974"].get("fill") == f"url(#{pattern})"
    assert [text.text for text in svg.iter(f"{SVG}text")] == ["L'Île"]
