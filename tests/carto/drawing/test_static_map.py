"""The static map: every commune, escaped, fit for a strict CSP and for a screenshot."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.static_map import draw_map

SVG = "{http://www.w3.org/2000/svg}"


def parse(markup: str) -> ET.Element:
    return ET.fromstring(markup)  # noqa: S314 - our own drawing


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda indicator: indicator.id)
@pytest.mark.parametrize("standalone", [True, False])
def test_every_commune_is_drawn_once(indicator, standalone, shapes, rows) -> None:
    drawn = parse(draw_map(shapes, indicator, rows, standalone=standalone))
    communes = drawn.find(f".//{SVG}g[@class='communes']")
    assert sorted(path.get("d") for path in communes.iter(f"{SVG}path")) == sorted(
        shapes.units.values()
    )


def test_links_lead_to_communes_and_stay_out_of_the_tab_order(shapes, rows) -> None:
    drawn = parse(draw_map(shapes, INDICATORS["verdict"], rows, address=str))
    links = drawn.findall(f".//{SVG}a")
    assert sorted(link.get("href") for link in links) == [
        f"/commune/{code}" for code in shapes.units
    ]
    assert {link.get("tabindex") for link in links} == {"-1"}
    assert drawn.get("aria-hidden") == "true"
    titles = {link.get("href"): link.findtext(f".//{SVG}title") for link in links}
    assert titles["/commune/29004"] == "Commune 29004\xa0: prioritaire"


def test_links_keep_what_the_reader_chose(shapes, rows) -> None:
    def address(path: str) -> str:
        return f"{path}?ind=fibre&fibre_min=90"

    drawn = parse(draw_map(shapes, INDICATORS["fibre"], rows, address=address))
    links = {link.get("href") for link in drawn.iter(f"{SVG}a")}
    assert links == {f"/commune/{code}?ind=fibre&fibre_min=90" for code in shapes.units}


def test_colours_are_those_of_the_classes(shapes, rows) -> None:
    drawn = parse(draw_map(shapes, INDICATORS["verdict"], rows))
    groups = drawn.findall(f".//{SVG}g[@data-classe]")
    fills = {group.get("data-classe"): group.get("fill") for group in groups}
    classes = INDICATORS["verdict"].classes
    assert [fills[key] for key in "012"] == [shown.colour for shown in classes[:3]]
    hatched = {fills["3"], fills[""]}
    patterns = {f"url(#{pattern.get('id')})" for pattern in drawn.iter(f"{SVG}pattern")}
    assert hatched == patterns
    assert len(groups[-1]) == 2


def test_a_shape_without_a_row_is_missing_not_absent(shapes, rows) -> None:
    drawn = parse(draw_map(shapes, INDICATORS["verdict"], rows[:-1]))
    missing = drawn.find(f".//{SVG}g[@data-classe='']")
    assert shapes.units["29009"] in [path.get("d") for path in missing]


def test_a_standalone_map_explains_itself(shapes, rows) -> None:
    site = {"id": "fs-1", "nom": "France services <Brest>", "format": "bus"}
    markup = draw_map(shapes, INDICATORS["verdict"], rows, standalone=True, sites=[site])
    drawn = parse(markup)
    words = " ".join(text.text or "" for text in drawn.iter(f"{SVG}text")).replace("\xa0", " ")
    for expected in (
        "Verdict par commune, Carrés",
        "prioritaire : 2 communes, 2\u202f000 habitants",
        "indéterminé ou sans objet : 2 communes",
        "2 km",
        "Projection : Lambert-93",
        "B bus",
    ):
        assert expected in words
    assert drawn.get("role") == "img"
    named = drawn.get("aria-labelledby").split()
    assert {child.get("id") for child in drawn} >= set(named)
    assert "&lt;Brest&gt;" in markup


def test_places_that_would_cover_one_another_are_one_disc_with_their_number(shapes, rows) -> None:
    x, y = shapes.sites["fs-1"]
    near = replace(shapes, sites={"fs-1": (x, y), "fs-2": (x + 3, y), "fs-3": (x + 90, y)})
    sites = [{"id": f"fs-{rank}", "nom": f"Lieu {rank}", "format": "bus"} for rank in (1, 2, 3)]
    drawn = parse(draw_map(near, INDICATORS["verdict"], rows, sites=sites))
    discs = drawn.find(f".//{SVG}g[@class='lieux']")
    assert [text.text for text in discs.iter(f"{SVG}text")] == ["2", "B"]
    assert "2 lieux proches" in discs.find(f".//{SVG}title").text


@pytest.mark.parametrize("address", [str, None])
def test_a_strict_policy_accepts_it(address, shapes, rows) -> None:
    drawn = parse(draw_map(shapes, INDICATORS["fibre"], rows, address=address))
    for part in drawn.iter():
        assert part.tag not in {f"{SVG}style", f"{SVG}script"}
        assert not [name for name in part.attrib if name == "style" or name.startswith("on")]


def test_maps_of_one_page_do_not_share_pattern_ids(shapes, rows) -> None:
    def ids(indicator: str) -> set[str | None]:
        drawn = parse(draw_map(shapes, INDICATORS[indicator], rows))
        return {pattern.get("id") for pattern in drawn.iter(f"{SVG}pattern")}

    assert not ids("fibre") & ids("verdict")


def test_names_are_escaped_and_have_a_halo(shapes, make_row) -> None:
    named = replace(shapes, names={"L'<Île> & Co": (10, 20)})
    markup = draw_map(named, INDICATORS["verdict"], [make_row("29001")])
    names = parse(markup).find(f".//{SVG}g[@class='noms']")
    assert [name.text for name in names] == ["L'<Île> & Co"]
    assert names.get("paint-order") == "stroke"


def test_places_outside_the_view_are_neither_drawn_nor_explained(shapes, rows) -> None:
    site = {"id": "fs-2", "nom": "Au loin", "format": "bus"}
    markup = draw_map(shapes, INDICATORS["verdict"], rows, standalone=True, sites=[site])
    assert "Au loin" not in markup
    assert "B bus" not in markup
