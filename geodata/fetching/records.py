"""What is remembered of each fetched source: its last good file, and the last failure since.

One small JSON file per source, `fetched/<source>.json` in the data folder, replaced at once. The
bytes are a raw file, never rewritten: a failure leaves it in use.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from geodata.storage.data_dir import DataDir
from geodata.storage.durable_files import disk_errors, replace_durably
from geodata.storage.raw_files import is_kept


@dataclass(frozen=True)
class FetchRecord:
    """The last good fetch of a source.

    Attributes
    ----------
    asked
        What was asked for: the address of carto.toml, or what stands for the official one. Another
        address is another file: this record does not serve it.
    url
        Address that the file was received from, without the redirections after it.
    name
        Name of the file for people.
    sha256, bytes
        Fingerprint and size of the raw file.
    etag, last_modified
        Validators of the server, None without.
    fetched_at
        When these bytes were received (ISO 8601, UTC).
    checked_at
        When the publisher last gave them or said that they had not changed.
    failed_at, reason
        When the last attempt failed and why, in French; None after a success.
    """

    asked: str
    url: str
    name: str
    sha256: str
    bytes: int
    etag: str | None
    last_modified: str | None
    fetched_at: str
    checked_at: str
    failed_at: str | None = None
    reason: str | None = None

    def failed(self, moment: str, reason: str) -> FetchRecord:
        """Note a failure; the good file stays."""
        return replace(self, failed_at=moment, reason=reason)

    def confirmed(self, moment: str) -> FetchRecord:
        """Note that the publisher has nothing newer."""
        return replace(self, checked_at=moment, failed_at=None, reason=None)


def remember(data_dir: DataDir, source_id: str, record: FetchRecord) -> None:
    """Write the record of a source, durably.

    Raises
    ------
    StorageError
        When the disk refuses it; the record before it then stays.
    """
    data = json.dumps(asdict(record), ensure_ascii=False, indent=1).encode() + b"\n"
    with disk_errors(f"d'écrire dans « {data_dir.fetched} »"):
        data_dir.fetched.mkdir(parents=True, exist_ok=True)
        replace_durably(data_dir.fetched / f"{source_id}.json", data)


def recall(data_dir: DataDir, source_id: str, asked: str) -> FetchRecord | None:
    """Return the record of a source for what is asked, if its raw file is there, whole.

    None when there is none, when it is unreadable, when it answers another address, or when its
    raw file is missing or damaged: the source must then be fetched.
    """
    try:
        document = json.loads((data_dir.fetched / f"{source_id}.json").read_bytes())
        record = FetchRecord(**document)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    if record.asked != asked or not is_kept(data_dir, record.sha256):
        return None
    return record
