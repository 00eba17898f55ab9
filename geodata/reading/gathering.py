"""Records that several lines make together: one for each territory, from all that is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geodata.reading.records import BrokenRecord, Record


def gather(records: Iterable[Record | BrokenRecord], key: str) -> Iterator[Record | BrokenRecord]:
    """Gather the records of one key into one, as long as they do not contradict each other.

    Parameters
    ----------
    records
        Records with the same value names; "" where a line says nothing of a value.
    key
        Name of the value that they share.

    Yields
    ------
    Record or BrokenRecord
        One for each key, where it first appears, its text that of all its lines; a line that
        contradicts those before it makes a record of its own. Broken records pass as they are.
    """
    gathered: dict[str, list[Record]] = {}
    for record in records:
        if isinstance(record, BrokenRecord):
            yield record
            continue
        same = gathered.setdefault(record[key], [])
        for position, other in enumerate(same):
            if _agree(other, record):
                same[position] = _together(other, record)
                break
        else:
            same.append(record)
    for same in gathered.values():
        yield from same


def _agree(one: Record, other: Record) -> bool:
    """Whether two records say no different things."""
    return all(
        not value or not other[name] or value == other[name] for name, value in one.values.items()
    )


def _together(one: Record, other: Record) -> Record:
    """Say in one record what two say."""
    values = {name: value or other[name] for name, value in one.values.items()}
    return Record(one.line, f"{one.raw}\n{other.raw}", values)
