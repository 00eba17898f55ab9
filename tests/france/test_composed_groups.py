"""The whole of France: the group of the communes of each EPCI has its figures, and its map."""

from __future__ import annotations

import pytest

from carto.group_code import FEWEST_COMMUNES, MOST_COMMUNES
from tests.demo import Built
from tests.webapp.snapshots.test_composed_groups import differing
from webapp.snapshots.loaded_snapshot import EPCI, GROUP, LoadedSnapshot, load

pytestmark = pytest.mark.france


@pytest.fixture(scope="module")
def loaded(built_france: Built) -> LoadedSnapshot:
    """Load the whole of France."""
    return load(built_france.snapshot)


def groups(snapshot: LoadedSnapshot) -> dict[str, str]:
    """Code of the group of the communes of each EPCI that has several, by SIREN."""
    found = {siren: snapshot.members(EPCI, siren) for siren in snapshot.epci}
    return {
        siren: "-".join(row["code_insee"] for row in members)
        for siren, members in found.items()
        if FEWEST_COMMUNES <= len(members) <= MOST_COMMUNES
    }


def test_every_epci_composed_by_hand_has_its_figures(loaded: LoadedSnapshot) -> None:
    composed = groups(loaded)
    assert len(composed) > 1200
    for siren, code in composed.items():
        assert differing(loaded.territory(GROUP, code), loaded.epci[siren]) == {}


def test_a_group_across_a_border_of_departements_is_one_map(loaded: LoadedSnapshot) -> None:
    across = next(siren for siren, row in loaded.epci.items() if "|" in row["departements"])
    shapes = loaded.shapes(GROUP, groups(loaded)[across])
    assert list(shapes.units) == [row["code_insee"] for row in loaded.members(EPCI, across)]


def test_communes_of_another_projection_are_counted_and_not_drawn(loaded: LoadedSnapshot) -> None:
    shapes = loaded.shapes(GROUP, "29019-29232-97411")
    assert list(shapes.units) == ["29019", "29232"]
    assert loaded.territory(GROUP, "29019-29232-97411")["communes_count"] == 3
