"""The fibre of a territory over the quarters, read from the snapshot with that of those above."""

from __future__ import annotations

from webapp.snapshots.loaded_snapshot import COMMUNE, LoadedSnapshot, Row
from webapp.territories.fibre_lines import fibre_lines
from webapp.territories.references import references_of


def fibre_curves(snapshot: LoadedSnapshot, type_: str, code: str) -> str:
    """Draw the fibre of a territory over the quarters, with those above it.

    Parameters
    ----------
    snapshot
        Where the quarters are published.
    type_, code
        The territory.

    Returns
    -------
    str
        A `<figure>`; empty when fewer than two quarters are known.
    """
    row = snapshot.territory(type_, code)
    own = _quarters(snapshot, type_, code)
    if len(own) < 2:
        return ""
    above = [
        (reference.nom, _quarters(snapshot, reference.type, reference.code))
        for reference in references_of(type_, row, snapshot.level)
    ]
    return fibre_lines([(row["nom"], own), *above], snapshot.facts)


def _quarters(snapshot: LoadedSnapshot, type_: str, code: str) -> list[Row]:
    """Read the fibre of a territory at every quarter."""
    if type_ == COMMUNE:
        return snapshot.details("fibre", code)
    return snapshot.details("territory_fibre", type_, code)
