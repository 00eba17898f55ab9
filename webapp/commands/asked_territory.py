"""The territory of a command: `29`, `242900801`, `epci:242900801`, `groupe:29103-29105`."""

from __future__ import annotations

from carto.codes import FRANCE_CODE, is_code_insee, is_siren
from carto.group_code import read_group_code
from webapp.errors import ServiceError
from webapp.snapshots.loaded_snapshot import (
    COMMUNE,
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUP,
    KEYS,
    REGION,
)

_EXAMPLES = {
    COMMUNE: "29105",
    EPCI: "242900801",
    EPT: "200054781",
    DEPARTEMENT: "29",
    REGION: "53",
    FRANCE: FRANCE_CODE,
    GROUP: "29103-29105",
}


def read_territory(written: str) -> tuple[str, str]:
    """Read the type and the code of a territory; whether it is published is left to the reader.

    Parameters
    ----------
    written
        A code, its type before it where it must be told (`region:53` is not `53`, Mayenne).

    Raises
    ------
    ServiceError
        When no code is told.

    Examples
    --------
    >>> read_territory("29"), read_territory("242900801"), read_territory("region:53")
    (('departement', '29'), ('epci', '242900801'), ('region', '53'))
    >>> read_territory("groupe:29105-29103"), read_territory("29019")
    (('groupe', '29103-29105'), ('commune', '29019'))
    """
    type_, _, code = written.rpartition(":")
    if not code:
        raise ServiceError(
            f"« {written} » ne dit pas de quel territoire : donnez son code, par exemple "
            f"« {type_ or EPCI}:{_EXAMPLES.get(type_, _EXAMPLES[EPCI])} »."
        )
    if type_ in KEYS:
        group = read_group_code(code) if type_ == GROUP else None
        return type_, code if group is None else str(group)
    if is_siren(written):
        return EPCI, written
    if is_code_insee(written):
        return COMMUNE, written
    return (FRANCE, FRANCE_CODE) if written == FRANCE_CODE else (DEPARTEMENT, written)
