"""The data folder: raw files, published snapshots, and which one is served.

```
carto-data/
  raw/<sha256>          files as received, never rewritten
  fetched/<source>.json last good fetch of a source, and what failed since
  stages/               results of stages that a next build may use again
  routes/               answers of a routing service, kept for good
  snapshots/<id>/       one folder per published snapshot, read-only
  changes/<a>-<b>.json  what changed from snapshot a to snapshot b
  attempts/             what came of the last build and of the last fetch
  latest                ids, the served one on the first line, the earlier ones after it
  recipe                the recipe last followed, and the snapshot it gave
  build.lock            held while a build runs
  latest.lock           held while `latest` is swapped
```
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geodata.storage.durable_files import disk_errors, replace_durably
from geodata.storage.errors import StorageError

SNAPSHOT_ID_PATTERN = "[0-9a-f]{16}"
_SNAPSHOT_ID = re.compile(SNAPSHOT_ID_PATTERN)


def is_snapshot_id(text: str) -> bool:
    """Whether `text` has the form of a snapshot id.

    >>> is_snapshot_id("0123456789abcdef"), is_snapshot_id("../../etc")
    (True, False)
    """
    return bool(_SNAPSHOT_ID.fullmatch(text))


class DataDir:
    """The folder where Carto keeps its data; created at the first write.

    Attributes
    ----------
    path
        The folder.
    is_locked
        Whether this object holds the build lock.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_locked = False

    @property
    def raw(self) -> Path:
        """Folder of the raw files."""
        return self.path / "raw"

    @property
    def fetched(self) -> Path:
        """Folder of the records of fetching."""
        return self.path / "fetched"

    @property
    def stages(self) -> Path:
        """Folder of the results of stages, see `geodata.storage.stage_cache`."""
        return self.path / "stages"

    @property
    def routes(self) -> Path:
        """Folder of the answers of routing services, see `geodata.routing.service`."""
        return self.path / "routes"

    @property
    def attempts(self) -> Path:
        """Folder of what came of the last build and of the last fetch."""
        return self.path / "attempts"

    @property
    def snapshots(self) -> Path:
        """Folder of the published snapshots."""
        return self.path / "snapshots"

    @property
    def latest(self) -> Path:
        """File that names the served snapshot."""
        return self.path / "latest"

    def snapshot(self, snapshot_id: str) -> Path:
        """Folder of one snapshot, whether it exists or not."""
        return self.snapshots / snapshot_id

    def change(self, before: str, after: str) -> Path:
        """File that tells what changed from one snapshot to another."""
        return self.path / "changes" / f"{before}-{after}.json"

    def latest_ids(self) -> tuple[str, ...]:
        """Ids in `latest`, the served one first; lines that are no id are skipped."""
        try:
            lines = self.latest.read_bytes().decode("ascii", "replace").splitlines()
        except FileNotFoundError:
            return ()
        return tuple(line for line in lines if is_snapshot_id(line))

    def published_ids(self) -> tuple[str, ...]:
        """Ids of the folders under `snapshots`, sorted; drafts are not published."""
        if not self.snapshots.is_dir():
            return ()
        names = (path.name for path in self.snapshots.iterdir())
        return tuple(sorted(name for name in names if is_snapshot_id(name)))

    def point_latest_to(self, snapshot_id: str) -> None:
        """Serve `snapshot_id` from now on; the ids served before follow it in `latest`.

        A publication and a rollback at the same instant follow each other: none is forgotten.

        Raises
        ------
        StorageError
            If the folder cannot be written.
        """
        with disk_errors(f"d'écrire dans « {self.path} »"), self._alone_on_latest():
            earlier = [known for known in self.latest_ids() if known != snapshot_id]
            text = "".join(f"{known}\n" for known in [snapshot_id, *earlier])
            replace_durably(self.latest, text.encode("ascii"))

    @contextmanager
    def _alone_on_latest(self) -> Iterator[None]:
        """Let nobody else change `latest` during the block; it takes no longer than a write."""
        descriptor = os.open(self.path / "latest.lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def remember_recipe(self, recipe: str, snapshot_id: str) -> None:
        """Note which recipe gave a snapshot, so that the same one need not be followed again.

        Kept beside the snapshots: two recipes may give one snapshot, which is then left alone.
        """
        with disk_errors(f"d'écrire dans « {self.path} »"):
            replace_durably(self.path / "recipe", f"{recipe} {snapshot_id}\n".encode("ascii"))

    def recalled_recipe(self) -> tuple[str, ...]:
        """Return the recipe last followed and the snapshot it gave; empty when unknown."""
        try:
            return tuple((self.path / "recipe").read_text("ascii").split())
        except (OSError, UnicodeDecodeError):
            return ()

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the build lock: one build at a time in a data folder.

        The kernel frees the lock when the process ends, however it ends.

        Raises
        ------
        StorageError
            If another build holds it, or the folder cannot be written.
        """
        with disk_errors(f"d'écrire dans le dossier de données « {self.path} »"):
            self.path.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.path / "build.lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(descriptor)
            raise StorageError(
                f"Une autre construction est en cours dans « {self.path} ». Attendez qu'elle "
                "finisse, puis relancez."
            ) from error
        self.is_locked = True
        try:
            yield
        finally:
            self.is_locked = False
            os.close(descriptor)
