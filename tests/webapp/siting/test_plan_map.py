"""The map of a plan: colours of today, marks over them, a key for each."""

from __future__ import annotations

from carto.drawing.plan_marks import Mark, draw_numbers
from webapp.siting.plan_map import MarkKey, Overlay, plan_map
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

KEYS = (MarkKey("disque", "commune proposée"),)


def test_marks_lie_over_the_places_of_today(sample: LoadedSnapshot) -> None:
    marks = [Mark((400.0, 300.0), "1", "Une commune", "Une commune")]
    over = Overlay(draw_numbers(marks), marks)
    drawn = plan_map(sample, ("departement", "29"), "temps", lambda _: over, KEYS)
    assert drawn is not None
    assert drawn.svg.index('class="marques aujourdhui"') < drawn.svg.index("propositions")
    assert "Une commune" in drawn.svg[drawn.svg.rindex('class="noms"') :]
    assert [key.shape for key in drawn.keys] == ["disque", "losange"]
    assert drawn.legend
    assert drawn.credit


def test_a_territory_without_a_map_has_none(sample: LoadedSnapshot) -> None:
    assert plan_map(sample, ("departement", "98"), "temps", lambda _: Overlay("", ()), KEYS) is None
