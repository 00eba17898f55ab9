"""The map of a plan: colours of today, marks over them, a key for each."""

from __future__ import annotations

from webapp.siting.plan_map import MarkKey, plan_map
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

KEYS = (MarkKey("disque", "commune proposée"),)


def test_marks_lie_over_the_places_of_today(sample: LoadedSnapshot) -> None:
    drawn = plan_map(sample, ("departement", "29"), "temps", lambda _: '<g id="marque"/>', KEYS)
    assert drawn is not None
    assert drawn.svg.index('class="marques aujourdhui"') < drawn.svg.index('<g id="marque"/>')
    assert [key.shape for key in drawn.keys] == ["disque", "losange"]
    assert drawn.legend
    assert drawn.credit


def test_a_territory_without_a_map_has_none(sample: LoadedSnapshot) -> None:
    assert plan_map(sample, ("departement", "98"), "temps", lambda _: "", KEYS) is None
