"""The sources of each published layer, and whom whoever reuses it must credit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from carto.drawing.indicators.definitions import HISTORY_SOURCES
from carto.layers import FIBRE_HISTORY, LIEUX
from carto.vocabulary import PLACE_SOURCES
from webapp.views.provenance import reader_of

Facts = Mapping[str, Any]

# Kinds of sources that the values of a layer come from; all of them for another layer.
_READERS = {LIEUX: PLACE_SOURCES, FIBRE_HISTORY: HISTORY_SOURCES}
# What stands for whoever gave a file of the territory, where nobody else knows who that is.
_UNNAMED = "Territoire"
_RELAYED = "diffusion "


def layer_sources(facts: Facts, layer: str) -> tuple[Facts, ...]:
    """Give the facts of the sources of a layer.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    layer
        Name of a published layer.
    """
    wanted = _READERS.get(layer)
    return tuple(one for one in facts["sources"] if wanted is None or reader_of(one) in wanted)


def credited(sources: Iterable[Facts]) -> list[str]:
    """Name whom to credit for some sources: who produced them, then who relayed them, each once.

    Parameters
    ----------
    sources
        Facts of the sources.

    Examples
    --------
    >>> relayed = [{"producer": "IGN, diffusion Etalab"}, {"producer": "DILA, diffusion Etalab"}]
    >>> credited([*relayed, {"producer": "ANCT"}, {"producer": "Territoire"}])
    ['ANCT', 'DILA', 'IGN', 'diffusion Etalab']
    """
    names = {name for source in sources for name in str(source["producer"]).split(", ")}
    return sorted(names - {_UNNAMED}, key=lambda name: (name.startswith(_RELAYED), name))
