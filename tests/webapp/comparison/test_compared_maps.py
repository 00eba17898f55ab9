"""Tests of `webapp.comparison.compared_maps`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask

from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.compared_maps import SmallMap, projection_line, small_maps
from webapp.comparison.compared_territories import compared_territories
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.state import MapState


@pytest.fixture
def snapshot(app: Flask) -> Iterator[LoadedSnapshot]:
    """Return the published sample."""
    with app.test_request_context("/"):
        yield current()


def maps(snapshot: LoadedSnapshot, *ids: tuple[str, str]) -> list[SmallMap]:
    chosen = [(TerritoryId(*id_), snapshot.territory(*id_)) for id_ in ids]
    return small_maps(snapshot, compared_territories(chosen), MapState("fibre"))


def test_a_map_is_an_image_without_links(snapshot: LoadedSnapshot) -> None:
    (drawn,) = maps(snapshot, ("departement", "29"))
    assert 'role="img"' in str(drawn.svg)
    assert "href" not in str(drawn.svg)
    assert drawn.coloured is not None
    assert len(drawn.coloured.rows) == len(snapshot.communes)


def test_a_commune_is_outlined_where_it_lies_and_counts_alone(snapshot: LoadedSnapshot) -> None:
    inside, alone = maps(snapshot, ("commune", "29042"), ("commune", "29155"))
    assert inside.where == "CC Presqu'île de Crozon-Aulne maritime"
    assert alone.where == "Finistère"
    for drawn in (inside, alone):
        assert str(drawn.svg).count('pointer-events="none"/></svg>') == 1
        assert drawn.coloured is not None
        assert len(drawn.coloured.rows) == 1


def test_two_maps_of_one_territory_share_no_identifier(snapshot: LoadedSnapshot) -> None:
    first, second = maps(snapshot, ("commune", "29042"), ("commune", "29001"))
    names = [set(re.findall(r'id="([^"]+)"', str(one.svg))) for one in (first, second)]
    assert names[0]
    assert not names[0] & names[1]


def test_a_territory_without_a_map_has_none(snapshot: LoadedSnapshot) -> None:
    group = next(iter(snapshot.groups))
    (drawn,) = maps(snapshot, ("groupe", group))
    assert drawn.svg is None or drawn.coloured is not None


def test_the_projection_is_named_once_under_the_maps(snapshot: LoadedSnapshot) -> None:
    drawn = maps(snapshot, ("departement", "29"), ("epci", "200066868"))
    said = projection_line(drawn).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Projection : Lambert-93 ; chaque carte a son échelle."
    assert projection_line([]) == ""
