"""Rows of a published table that belong to a territory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from carto.codes import departement_of, is_code_insee, is_siren
from carto.group_code import read_group_code
from geodata.errors import ExportError
from geodata.storage.snapshot import Snapshot

Row = dict[str, Any]
Belongs = Callable[[Row], bool]

GROUP = "groupe:"


def selector(snapshot: Snapshot, table: str, territory: str) -> Belongs:
    """Make the test that tells whether a row of a table belongs to a territory.

    Parameters
    ----------
    snapshot
        Where the territory must exist.
    table
        A published table, see `carto.tables.published`.
    territory
        Code of a département (`29`), SIREN of an EPCI (`242900801` or `epci:242900801`) or of an
        EPT, code of a commune (`29019`), or a group of communes (`groupe:leon` or
        `groupe:29103-29105`).

    Returns
    -------
    callable
        From a row, as `Snapshot.rows` gives it, to a boolean. A territory that holds a commune, or
        a part of another territory, belongs to it; a group of communes does when it lies in one of
        its départements; rows that are about all the communes belong to each territory.

    Raises
    ------
    ExportError
        If the snapshot has no such territory, saying which it has.
    """
    members = _members(snapshot, territory)
    codes = {row["code_insee"] for row in members}

    def is_of_commune(row: Row) -> bool:
        return row["code_insee"] in codes

    def is_of_place(row: Row) -> bool:
        return row["code_insee"] in codes or departement_of(row["code_insee"]) == territory

    if table == "sites":
        return is_of_place
    if table in _BY_PLACE:
        places = {row["id"] for row in snapshot.rows("sites") if is_of_place(row)}
        return lambda row: row["id"] in places
    return _of_holders(snapshot, members).get(table, is_of_commune)


# Tables whose rows are known by the id of a place alone.
_BY_PLACE = ("ground_places", "place_labels")


def _members(snapshot: Snapshot, territory: str) -> list[Row]:
    """Rows of the communes of a territory."""
    code = territory.removeprefix("epci:")
    communes = snapshot.rows("communes")
    if territory.startswith(GROUP):
        own = _of_group(snapshot, territory.removeprefix(GROUP))
        found = [row for row in communes if row["code_insee"] in own]
        members = found if len(found) == len(own) else []
    elif is_siren(code):
        members = [row for row in communes if code in (row["siren_epci"], row["siren_ept"])]
    elif is_code_insee(code) and territory == code:
        members = [row for row in communes if row["code_insee"] == code]
    else:
        known = {row["code_departement"] for row in snapshot.rows("departement")}
        is_known = territory in known
        members = [row for row in communes if is_known and row["departement"] == territory]
    if not members:
        raise ExportError(_unknown(snapshot, territory, communes))
    return members


def _of_holders(snapshot: Snapshot, members: list[Row]) -> dict[str, Belongs]:
    """Make the tests of the tables whose rows are about what holds some communes, or about all."""
    codes = {row["code_insee"] for row in members}
    departements = {row["departement"] for row in members}
    columns = {"epci": "siren_epci", "ept": "siren_ept", "region": "region"}
    groups = snapshot.facts.get("groups", {})
    holders = {type_: {row[name] for row in members} for type_, name in columns.items()} | {
        "departement": departements,
        "groupe": {name for name, own in groups.items() if codes & set(own)},
    }
    return {
        "epci": lambda row: row["siren_epci"] in holders["epci"],
        "ept": lambda row: row["siren_ept"] in holders["ept"],
        "departement": lambda row: row["code_departement"] in departements,
        "region": lambda row: row["code_region"] in holders["region"],
        "france": bool,
        "groupe": lambda row: not departements.isdisjoint(row["departements"].split("|")),
        "twins": lambda row: row["code"] in codes | holders["epci"],
        "twin_gaps": lambda row: row["code"] in codes | holders["epci"],
        "territory_fibre": lambda row: row["code"] in holders.get(row["type"], {row["code"]}),
        "activity_reports": lambda row: (
            row["code_territoire"] in holders.get(row["type_territoire"], ())
        ),
        "sensitivity": bool,
        "reference_quantiles": bool,
    }


def _of_group(snapshot: Snapshot, written: str) -> frozenset[str]:
    """Codes of the communes of a group, declared or composed; none for any other."""
    declared = snapshot.facts.get("groups", {})
    if written in declared:
        return frozenset(declared[written])
    group = read_group_code(written)
    return frozenset() if group is None else frozenset(group.communes)


def _unknown(snapshot: Snapshot, territory: str, communes: list[Row]) -> str:
    """Message that says which territories exist."""
    departements = ", ".join(row["code_departement"] for row in snapshot.rows("departement"))
    epci = [row["siren_epci"] for row in snapshot.rows("epci")]
    example = f" (par exemple epci:{epci[0]})" if epci else ""
    return (
        f"Territoire « {territory} » inconnu de l'instantané « {snapshot.id} ». Donnez un "
        f"département ({departements}), un de ses {len(epci)} EPCI{example}, ou le code d'une de "
        f"ses {len(communes)} communes, ou de plusieurs (groupe:29103-29105)."
    )
