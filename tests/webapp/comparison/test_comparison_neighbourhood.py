"""Tests of `webapp.comparison.comparison_neighbourhood`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from tests.webapp.published import publish
from tests.webapp.sample_complements import COMPLEMENT_ROWS
from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.compared_territories import Territory, compared_territories
from webapp.comparison.comparison_neighbourhood import around, starting_points, to_add
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.state import MapState


@pytest.fixture
def snapshot(app: Flask) -> Iterator[LoadedSnapshot]:
    """Return the published sample."""
    with app.test_request_context("/"):
        yield current()


def territories(snapshot: LoadedSnapshot, *ids: tuple[str, str]) -> tuple[Territory, ...]:
    return compared_territories([(TerritoryId(*id_), snapshot.territory(*id_)) for id_ in ids])


def test_the_reference_is_the_departement_that_holds_all(snapshot: LoadedSnapshot) -> None:
    inside = territories(snapshot, ("commune", "29019"), ("epci", "200068120"))
    assert [str(id_) for id_, _ in around(snapshot, inside)] == ["departement-29"]
    itself = territories(snapshot, ("departement", "29"), ("commune", "29019"))
    assert around(snapshot, itself) == []


def test_neighbours_come_by_distance_and_twins_only_when_published(
    snapshot: LoadedSnapshot,
) -> None:
    groups = to_add(snapshot, territories(snapshot, ("epci", "242900314")), MapState())
    titles = [group.title for group in groups]
    assert titles == ["Voisins de Brest Métropole", "Pour situer"]
    assert groups[0].choices[0].nom == "CC Presqu'île de Crozon-Aulne maritime"
    assert len(groups[0].choices) == 3


def test_twins_come_with_their_rule(
    app_on: Callable[[Path], Flask], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twins = {
        **{"type": "commune", "code": "29019", "twins": "29232|29042"},
        **{"distances": "0.1|0.2", "criteria": "population|densite", "compared_count": 8},
    }
    monkeypatch.setitem(COMPLEMENT_ROWS, "twins", [twins])  # type: ignore[arg-type]
    publish(tmp_path)
    with app_on(tmp_path).test_request_context("/"):
        groups = to_add(current(), territories(current(), ("commune", "29019")), MapState())
    assert groups[0].title == "Territoires qui ressemblent à Brest"
    assert [choice.nom for choice in groups[0].choices] == ["Quimper", "Crozon"]
    assert groups[0].rule.startswith("Les plus proches par la population et la densité")


def test_the_first_choices_are_the_largest(snapshot: LoadedSnapshot) -> None:
    (group,) = starting_points(snapshot, MapState())
    assert group.title == "Intercommunalités les plus peuplées"
    assert group.choices[0].nom == "Brest Métropole"


def test_a_full_comparison_is_offered_nothing(snapshot: LoadedSnapshot) -> None:
    full = territories(snapshot, *(("epci", code) for code in snapshot.epci))
    assert len(full) == 4
    assert to_add(snapshot, full, replace(MapState(), indicator="fibre")) == []
