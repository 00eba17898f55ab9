"""The sources of each published layer, and whom whoever reuses it must credit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from carto.drawing.indicators.definitions import HISTORY_SOURCES
from carto.layers import FIBRE_HISTORY, LIEUX
from carto.vocabulary import PLACE_SOURCES
from webapp.views.provenance import reader_of

Facts = Mapping[str, Any]

COMMUNES = "communes"
# Kinds of sources that the values of a layer come from; for territories, all but the next two.
_READERS = {LIEUX: PLACE_SOURCES, FIBRE_HISTORY: HISTORY_SOURCES}
# Told beside the layers, in tables of their own: no value of a layer comes from them.
BESIDE = ("bilan_activite", "labels_lieux", "ouvertures_prevues")
# Facts of the communes, which no total of a wider territory takes.
OF_COMMUNES = ("ept", "frr", "grille_densite", "enquete")
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
    return tuple(one for one in facts["sources"] if _is_of(layer, reader_of(one)))


def _is_of(layer: str, reader: str) -> bool:
    """Whether values of a layer come from a kind of sources."""
    if layer in _READERS:
        return reader in _READERS[layer]
    return reader not in BESIDE and (layer == COMMUNES or reader not in OF_COMMUNES)


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
