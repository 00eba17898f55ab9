"""MapLibre's style sheet keeps every rule of what our maps have, and none of what they have not."""

from __future__ import annotations

import re

import pytest

from webapp.assets import ROOT
from webapp.front_end.unused_rules import UNUSED_CONTROLS, without_unused

SHEET = ROOT / "node_modules" / "maplibre-gl" / "dist" / "maplibre-gl.css"


@pytest.mark.parametrize(
    "rule",
    [
        ".maplibregl-ctrl-group button,.maplibregl-ctrl-compass{cursor:grab}",
        ".maplibregl-ctrl-scale{color:#333}",
        '.maplibregl-popup:after{content:"}"}',
        "@keyframes turn{0%{opacity:0}to{opacity:1}}",
        "@media(hover:none){.maplibregl-popup{color:red}}",
    ],
)
def test_a_rule_of_ours_stays_as_it_is(rule: str) -> None:
    unused = '.maplibregl-ctrl-logo{background:url("data:{,}")}'
    assert without_unused(f"{unused}{rule}{unused}") == rule


def test_a_condition_keeps_its_rules_of_ours() -> None:
    sheet = "@media print{.maplibregl-ctrl-logo{top:0}.maplibregl-map{left:0}}"
    assert without_unused(sheet) == "@media print{.maplibregl-map{left:0}}"


def test_the_sheet_of_maplibre_loses_only_unused_controls() -> None:
    whole = SHEET.read_text()
    kept = without_unused(whole)
    assert len(kept) < len(whole) / 4
    assert kept.count("{") == kept.count("}")
    for control in ("zoom-in", "zoom-out", "scale"):
        assert kept.count(f"-ctrl-{control}") == whole.count(f"-ctrl-{control}") > 0
    for part in ("popup", "canvas", "boxzoom", "marker", "cooperative-gesture-screen"):
        assert kept.count(f"maplibregl-{part}") == whole.count(f"maplibregl-{part}") > 0


def test_our_maps_have_none_of_the_unused_controls() -> None:
    front = (ROOT / "webapp" / "front").glob("*.mjs")
    made = {name for file in front for name in re.findall(r"new maplibre\.(\w+)", file.read_text())}
    assert made >= {"Map", "NavigationControl", "ScaleControl", "Popup"}
    assert not {f"{name.capitalize()}Control" for name in UNUSED_CONTROLS} & made
    assert not {"AttributionControl", "GlobeControl"} & made
    ours = (ROOT / "webapp/front/interactive.mjs").read_text()
    assert "showCompass: false" in ours
    assert "attributionControl: false" in ours
