"""Tests of `webapp.dossier.figures.map_figures`."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from tests.webapp.dossier.reading import plain
from webapp.dossier.figures.map_figures import (
    NARROW,
    SmallMap,
    map_of,
    side_by_side,
    situation_map,
    small_maps,
)
from webapp.dossier.subject import Subject


def test_a_map_states_all_that_a_map_must(departement: Subject) -> None:
    figure = map_of(departement, "fibre")
    margin = plain(figure.source)
    for said in ("Champ : 8 communes", "Échelle", "Lambert-93", "Licence", "Méthode", "2026"):
        assert said in margin
    drawn = " ".join(ElementTree.fromstring(figure.svg).itertext())  # noqa: S314 - our own drawing
    assert "Fibre par commune, Finistère" in drawn
    assert "donnée absente" in drawn
    assert re.search(r"95 % et plus", plain(drawn))
    assert "km" in drawn
    assert "N" in drawn
    assert figure.alt.startswith("Fibre")


def test_small_maps_are_of_their_size_and_of_one_height(departement: Subject) -> None:
    figures = small_maps(departement, ("verdict", "temps", "fibre"))
    (height,) = {figure.height_mm for figure in figures}
    for figure in figures:
        assert figure.width_mm == NARROW.width_mm
        assert f'viewBox="0 0 {NARROW.width_mm:g} {height:g}"' in figure.svg
        assert figure.source
        assert figure.alt


def test_small_maps_have_identifiers_of_their_own(departement: Subject) -> None:
    indicator = departement.indicators["temps"]
    pair = [SmallMap(title, indicator, departement.communes) for title in ("Avant", "Après")]
    ids = [set(re.findall(r'id="([^"]+)"', one.svg)) for one in side_by_side(departement, pair)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_the_situation_counts_the_places_beyond_its_frame(departement: Subject) -> None:
    figure = situation_map(departement)
    assert "1 lieu au-delà du cadre n'est pas dessiné." in plain(figure.source)
    assert "par commune" not in figure.svg


def test_a_caption_says_what_the_map_shows_then_what_one_finds(departement: Subject) -> None:
    caption = plain(map_of(departement, "fibre").caption)
    assert caption.startswith("Fibre. Classe la plus préoccupante")
    (small,) = small_maps(departement, ("fibre",))
    assert plain(small.caption) == "Fibre par commune (%)"
