"""The territory of a command: `29`, `242900801`, `epci:242900801`, `groupe:29103-29105`."""

from __future__ import annotations

from carto.codes import FRANCE_CODE, is_code_insee, is_siren
from carto.group_code import read_group_code
from webapp.snapshots.loaded_snapshot import COMMUNE, DEPARTEMENT, EPCI, FRANCE, GROUP, KEYS


def read_territory(written: str) -> tuple[str, str]:
    """Read the type and the code of a territory; whether it is published is left to the reader.

    Parameters
    ----------
    written
        A code, its type before it where it must be told (`region:53` is not `53`, Mayenne).

    Examples
    --------
    >>> read_territory("29"), read_territory("242900801"), read_territory("region:53")
    (('departement', '29'), ('epci', '242900801'), ('region', '53'))
    >>> read_territory("groupe:29105-29103"), read_territory("29019")
    (('groupe', '29103-29105'), ('commune', '29019'))
    """
    type_, _, code = written.rpartition(":")
    if type_ in KEYS:
        group = read_group_code(code) if type_ == GROUP else None
        return type_, code if group is None else str(group)
    if is_siren(written):
        return EPCI, written
    if is_code_insee(written):
        return COMMUNE, written
    return (FRANCE, FRANCE_CODE) if written == FRANCE_CODE else (DEPARTEMENT, written)
