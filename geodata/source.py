"""What travels from a publisher's file to a validated table, as types.

A `RawFile` names bytes that never change. A `ParsedTable` is what one source made of them: rows
that meet a contract, and the account of all others. Nothing disappears silently: rows read equal
rows kept, plus rows merged, plus rows refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from carto.contracts import TableContract, require
from carto.typography import typeset

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class SourceDescription:
    """Who publishes a source, under which licence, and where."""

    id: str
    producer: str
    title: str
    licence: str
    homepage: str

    def __post_init__(self) -> None:
        """Set the title with its non-breaking spaces."""
        object.__setattr__(self, "title", typeset(self.title))


@dataclass(frozen=True)
class RawFile:
    """These bytes, this sha256, this source and vintage; never rewritten.

    Attributes
    ----------
    source
        Identifier of the source, as in carto.toml.
    path
        Where the bytes lie; its name may be the sha256.
    name
        Name of the file for people, with its original suffix (`epcicom.xlsx`).
    sha256, bytes
        Fingerprint and size of the contents.
    millesime
        Vintage as the publisher calls it (`2023`).
    date
        ISO date that the figures describe.
    cog
        Year of the Code officiel géographique that the codes belong to.
    url
        Where the file was fetched, None for a local file.
    encoding
        Encoding stated by the operator, None for UTF-8.
    columns
        Map of the columns of a local file, None for a published layout.
    """

    source: str
    path: Path
    name: str
    sha256: str
    bytes: int
    millesime: str
    date: str
    cog: int
    url: str | None = None
    encoding: str | None = None
    columns: Path | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a kept row was read: its line in the file, from 1, and its text."""

    line: int
    raw: str


@dataclass(frozen=True)
class RefusedRow:
    """A row left out: where it was, its text, and why (stable code and French sentence)."""

    source: str
    file: str
    line: int
    raw: str
    code: str
    reason: str


@dataclass(frozen=True)
class MergedRow:
    """A row counted in another one, which `into` names (a code or an identifier)."""

    source: str
    file: str
    line: int
    raw: str
    code: str
    reason: str
    into: str


@dataclass(frozen=True)
class Notice:
    """A row kept, but repaired or doubtful; `subject` is its commune code or identifier."""

    source: str
    file: str
    line: int
    subject: str
    code: str
    message: str


@dataclass(frozen=True, eq=False)
class ParsedTable:
    """A table that meets its contract, with the account of every row read.

    `file` is the name of the file, and `origins` says where each row of the table was read, in the
    order of the table, so that a row set aside later keeps its trace.

    Raises
    ------
    carto.errors.ContractError
        If the table breaks its contract.
    ValueError
        If rows were lost: `rows_in` must equal rows kept + merged + refused; or if the rows kept
        have not one origin each.
    """

    source: str
    file: str
    contract: TableContract
    table: pd.DataFrame
    rows_in: int
    origins: tuple[Origin, ...]
    refused: tuple[RefusedRow, ...] = ()
    merged: tuple[MergedRow, ...] = ()
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        require(self.table, self.contract)
        if len(self.origins) != len(self.table):
            raise ValueError(f"{self.source}: a kept row without an origin")
        accounted = len(self.table) + len(self.merged) + len(self.refused)
        if self.rows_in != accounted:
            raise ValueError(
                f"{self.source}: {self.rows_in} rows read, but {accounted} accounted for"
            )
