"""A part of a list as the API writes it: how many there are in all, and where the rest is.

The rows of every table are asked for alike: `limit` and `offset`, `fields` to have only some
members of each, and `instantane`, which the address of the rest holds, so that a publication in
the middle of a reading does not mix two releases.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import request

from carto.said_back import said_back
from geodata.storage.data_dir import SNAPSHOT_ID_PATTERN, is_snapshot_id
from webapp.api.description.operation import Parameter
from webapp.api.description.query_parameters import LIMIT, OFFSET
from webapp.api.description.schema import listed, text
from webapp.errors import ParameterError
from webapp.parameters import Query, read_page
from webapp.query_values import Page
from webapp.snapshots.current_snapshot import current, pinned
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row

FIELDS, RELEASE = "fields", "instantane"


def list_parameters(fields: Collection[str]) -> tuple[Parameter, ...]:
    """Describe the parameters that the list of the rows of any table has.

    Parameters
    ----------
    fields
        Members of its items.
    """
    return (
        Parameter(
            FIELDS,
            "Les seuls membres à rendre, séparés par des virgules ; tous par défaut.",
            listed(text(enum=list(fields)), minItems=1),
            list(fields)[:2],
            is_listed=True,
        ),
        LIMIT,
        OFFSET,
        Parameter(
            RELEASE,
            "Lit la liste dans cet instantané, s'il est encore publié ; le dernier par défaut. "
            "« next » le porte, pour qu'une publication ne mêle pas deux états.",
            text(pattern=f"^{SNAPSHOT_ID_PATTERN}$"),
        ),
    )


LIST_PARAMETERS = (FIELDS, LIMIT.name, OFFSET.name, RELEASE)


@dataclass(frozen=True)
class AskedList:
    """What is asked for of the rows of a table: a page of them, and some of their members.

    Attributes
    ----------
    page
        Which of the rows.
    fields
        Members to keep of each; None for all.
    """

    page: Page
    fields: tuple[str, ...] | None


def read_list(query: Query, known: Collection[str]) -> AskedList:
    """Read `limit`, `offset` and `fields`, members parted by commas.

    Parameters
    ----------
    query
        Parameters of the request.
    known
        Members that there are.

    Raises
    ------
    ParameterError
        Naming the first parameter, or the first member, that cannot be used.
    """
    page, said = read_page(query), query.get(FIELDS)
    if said is None:
        return AskedList(page, None)
    asked = said.split(",")
    for name in asked:
        if name not in known:
            raise ParameterError(
                FIELDS,
                f"« {said_back(name)} » n'est pas un membre de cette liste ; ils sont nommés dans "
                "/api/v1/openapi.json.",
            )
    return AskedList(page, tuple(dict.fromkeys(asked)))


def listed_snapshot(query: Query) -> LoadedSnapshot:
    """Snapshot that a list is read from: the one that its address names, or the current one.

    Raises
    ------
    ParameterError
        When what it names has not the form of an identifier.
    UnknownResourceError
        When it is published no more.
    """
    release = query.get(RELEASE)
    if release is None:
        return current()
    if not is_snapshot_id(release):
        raise ParameterError(
            RELEASE, f"« {RELEASE}={said_back(release)} » n'est pas un identifiant d'instantané."
        )
    return pinned(release)


def table_document(
    snapshot_id: str,
    name: str,
    rows: Sequence[Row],
    asked: AskedList,
    write: Callable[[Row], dict[str, Any]],
) -> dict[str, Any]:
    """Write one page of the rows of a table; the address of the rest stays in the same snapshot.

    Parameters
    ----------
    snapshot_id
        The snapshot the rows come from.
    name
        Member that holds the documents, for instance `communes`.
    rows
        Every row that matches, in a stable order.
    asked
        Which of them to write, and what of each.
    write
        Writes one row.
    """
    kept = {RELEASE: snapshot_id}
    document = list_document(snapshot_id, name, rows, asked.page, write, kept)
    if asked.fields is not None:
        document[name] = [{field: one[field] for field in asked.fields} for one in document[name]]
    return document


def list_document(
    snapshot_id: str,
    name: str,
    rows: Sequence[Row],
    page: Page,
    write: Callable[[Row], dict[str, Any]],
    kept: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Write one page of a list.

    Parameters
    ----------
    snapshot_id
        The snapshot the rows come from.
    name
        Member that holds the documents, for instance `communes`.
    rows
        Every row that matches, in a stable order.
    page
        Which of them to write.
    write
        Writes one row.
    kept
        Parameters that the address of the rest has besides those of the request.

    Returns
    -------
    dict
        `count` is the number of rows that match, not of those written.
    """
    part = rows[page.offset : page.offset + page.limit]
    after = page.offset + page.limit
    return {
        "snapshot": snapshot_id,
        "count": len(rows),
        "limit": page.limit,
        "offset": page.offset,
        "next": _address_from(after, page.limit, kept or {}) if after < len(rows) else None,
        name: [write(row) for row in part],
    }


def _address_from(offset: int, limit: int, kept: Mapping[str, str]) -> str:
    """Address of this list from another offset, with the same filters."""
    where = {"limit": str(limit), "offset": str(offset), **kept}
    return f"{request.path}?{urlencode(request.args.to_dict() | where, safe=',')}"
