"""One record seen through two files: the publisher's own list, and a list assembled from it.

The national map assembles the lists of other publishers and names each record after its own:
`conseiller-numerique_<id>`, `France-Services_<id>`, `aidants-connect_<id>`; a place that it found
in several lists joins their names by `__`. An assembled list calls every record a `lieu`; here a
record keeps the nature that its own publisher gives it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

# Joins the records of one place in an assembled list.
_JOINED_BY = "__"


@dataclass(frozen=True)
class Publisher:
    """A publisher of places whose records are found again in other lists.

    Attributes
    ----------
    reader
        Reader id of its own list; the ids of its rows begin with it.
    prefix
        What an assembled list puts before the ids of its records.
    kind
        What its records are, a key of `SITE_KINDS`.
    is_curated
        Whether its list holds each place once, so that two of its records are two places unless
        their whole names agree.
    """

    reader: str
    prefix: str
    kind: str
    is_curated: bool = False


PUBLISHERS = (
    Publisher("france_services", "France-Services", "lieu", is_curated=True),
    Publisher("conseillers_numeriques", "conseiller-numerique", "point_de_service"),
    Publisher("aidants_connect", "aidants-connect", "structure"),
)


@dataclass(frozen=True)
class Record:
    """The record of a publisher, wherever it is listed.

    Attributes
    ----------
    publisher
        Whose record it is.
    number
        Its identifier there.
    is_own
        Whether the row comes from the publisher's own list.
    """

    publisher: Publisher
    number: str
    is_own: bool

    @property
    def key(self) -> str:
        """Name of the record, the same through all lists."""
        return f"{self.publisher.reader}:{self.number}"


def records_of(site_id: str) -> tuple[Record, ...]:
    """List the records that the identifier of a row names; empty for a list that is nobody else's.

    Examples
    --------
    >>> [record.key for record in records_of("lieux:France-Services_17__aidants-connect_9")]
    ['france_services:17', 'aidants_connect:9']
    >>> [record.is_own for record in records_of("france_services:17")]
    [True]
    >>> records_of("lieux_creuse:12")
    ()
    """
    source, _, rest = site_id.partition(":")
    for publisher in PUBLISHERS:
        if re.fullmatch(rf"{publisher.reader}(_\w+)?", source):
            return (Record(publisher, rest, is_own=True),)
    found = []
    for part in rest.split(_JOINED_BY):
        prefix, _, number = part.partition("_")
        for publisher in PUBLISHERS:
            if prefix.casefold() == publisher.prefix.casefold() and number:
                found.append(Record(publisher, number, is_own=False))
    return tuple(found)


def with_records(sites: pd.DataFrame) -> pd.DataFrame:
    """Say which records the rows are, and give them the nature of these.

    Parameters
    ----------
    sites
        Meets the `sites` input contract.

    Returns
    -------
    pandas.DataFrame
        The rows with `record_keys` (tuple of text), `is_own` (not seen through an assembled
        list), `curator` (reader id of the curated list that holds the row, None without one),
        `has_point`, `merged_ids` (None) and `sources`; `kind` is that of the publisher for a row
        of one record.
    """
    records = [records_of(site_id) for site_id in sites["id"]]
    return sites.assign(
        kind=[
            own[0].publisher.kind if len(own) == 1 else kind
            for own, kind in zip(records, sites["kind"], strict=True)
        ],
        record_keys=pd.Series(
            [tuple(record.key for record in own) for own in records],
            index=sites.index,
            dtype=object,
        ),
        is_own=[all(record.is_own for record in own) for own in records],
        curator=pd.Series(
            [
                next((r.publisher.reader for r in own if r.publisher.is_curated), None)
                for own in records
            ],
            index=sites.index,
            dtype=object,
        ),
        has_point=sites["longitude"].notna() & sites["latitude"].notna(),
        merged_ids=pd.Series(None, index=sites.index, dtype=object),
        sources=sites["source"],
    )
