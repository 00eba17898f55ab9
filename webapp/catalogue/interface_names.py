"""One thing, and what each interface calls it: a join between two of them must not be guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carto.drawing.tile_fields import CODE, LAYERS
from carto.layers import LIEUX
from carto.typography import typeset

# Layer → the word for it in the addresses of the API, where it is another one.
_API_WORDS = {LIEUX: "sites"}


@dataclass(frozen=True)
class InterfaceNames:
    """One thing under its names.

    Attributes
    ----------
    thing
        What it is, in French.
    api
        In the API.
    layers
        In the OGC collections and in the files of layers.
    parquet
        In the GeoParquet files.
    tiles
        In the vector tiles.
    """

    thing: str
    api: str
    layers: str
    parquet: str
    tiles: str


def interface_names() -> list[InterfaceNames]:
    """List what a join between two interfaces needs: each layer, its key, and the verdict.

    Examples
    --------
    >>> from dataclasses import astuple
    >>> [" ".join(astuple(one)[1:]) for one in interface_names()[-3:-1]]
    ['id id id code', 'verdict.class verdict verdict verdict']
    """
    same = ("is_underserved",) * 3
    return [
        *_layers(),
        InterfaceNames("Classe du verdict", "verdict.class", *("verdict",) * 3),
        InterfaceNames("Commune sous-desservie", "verdict.is_underserved", *same),
    ]


def _layers() -> Iterator[InterfaceNames]:
    """Name each layer, then its key."""
    for layer in LAYERS.values():
        api = _API_WORDS.get(layer.name, layer.name)
        title = layer.title
        yield InterfaceNames(title, api, layer.name, layer.contract.name, layer.name)
        yield InterfaceNames(typeset(f"Clé : {title}"), *(layer.key,) * 3, CODE)
