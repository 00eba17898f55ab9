"""The account of each source: every row that was read, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from carto import french
from webapp.views.provenance import Facts, layer_of


@dataclass(frozen=True)
class AccountLine:
    """Rows of a source: those read are published, beyond the perimeter, merged or refused."""

    layer: str
    name: str
    rows_in: str
    published: str
    beyond: str
    merged: str
    refused: str


def account_lines(facts: Facts) -> list[AccountLine]:
    """List the accounts of the sources, in the order of the build."""
    counted = ("in", "published", "beyond", "merged", "refused")
    return [
        AccountLine(
            layer_of(source),
            str(source["name"]),
            *(french.number(source.get(name)) for name in counted),
        )
        for source in facts["sources"]
    ]
