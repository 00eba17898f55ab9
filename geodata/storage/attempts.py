"""What came of the last build and of the last fetch.

One that fails changes nothing of what is served, and the service cannot see it: the command leaves
a note in the data folder, `attempts/<command>.json`, which the service reads. A command that is
killed leaves the note of its beginning: it never ended. The next one takes its failure over until
it ends, so that a command which is killed each time is told however often it is begun again. A disk
that refuses the note of the beginning would refuse the rest; one that refuses that of the end
undoes nothing.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace

from carto.errors import CartoError
from geodata.storage.data_dir import DataDir
from geodata.storage.durable_files import disk_errors, replace_durably
from geodata.storage.errors import StorageError

BUILD, FETCH = "build", "fetch"
INTERRUPTED = "interrompu avant la fin"
KILLED = "arrêté sans le dire"
# The longest build, of a whole country with a routing service, takes less.
_LONGEST = datetime.timedelta(hours=6)

Clock = Callable[[], datetime.datetime]


@dataclass(frozen=True)
class Attempt:
    """One run of a command.

    Attributes
    ----------
    began, ended
        Moments (ISO 8601, UTC); not ended while it runs, or when it was killed.
    problem
        What stopped it, in one French line; what stopped the one before, until it ends. None when
        nothing did.
    """

    began: str
    ended: str | None = None
    problem: str | None = None

    def has_failed(self, now: datetime.datetime) -> bool:
        """Whether it or the one before it failed, or it began too long ago to be running still.

        >>> day = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
        >>> Attempt("2026-11-21T23:00:00+00:00").has_failed(day)
        False
        >>> Attempt("2026-11-21T12:00:00+00:00").has_failed(day)
        True
        """
        if self.ended is not None or self.problem is not None:
            return self.problem is not None
        return now - datetime.datetime.fromisoformat(self.began) > _LONGEST


def utc_now() -> datetime.datetime:
    """Return the moment, to the second."""
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)


@contextmanager
def attempting(
    command: str, data_dir: DataDir, clock: Clock = utc_now
) -> Iterator[Callable[[str], None]]:
    """Note the beginning and the end of a command, and what stopped it.

    Gives what to call with the problem of a command that goes on to its end in spite of it.

    Parameters
    ----------
    command
        `build` or `fetch`.
    data_dir
        Where the note is left; its lock is held.
    clock
        Tells the moment.

    Raises
    ------
    StorageError
        When the disk refuses the note of the beginning.
    """
    attempt = Attempt(clock().isoformat(), problem=_left_before(command, data_dir))
    _note(command, attempt, data_dir)
    problems: list[str] = []
    try:
        yield problems.append
    except Exception as error:
        problems.append(str(error) if isinstance(error, CartoError) else type(error).__name__)
        raise
    except BaseException:
        problems.append(INTERRUPTED)
        raise
    finally:
        problem = problems[0] if problems else None
        with suppress(StorageError):
            _note(command, replace(attempt, ended=clock().isoformat(), problem=problem), data_dir)


def last_attempts(data_dir: DataDir) -> dict[str, Attempt]:
    """Return what is known of the last run of each command, by command."""
    found = {command: _read(command, data_dir) for command in (BUILD, FETCH)}
    return {command: attempt for command, attempt in found.items() if attempt is not None}


def _left_before(command: str, data_dir: DataDir) -> str | None:
    """Tell what stopped the run before, which is over: the lock is held."""
    before = _read(command, data_dir)
    if before is None:
        return None
    return before.problem if before.ended is not None else before.problem or KILLED


def _note(command: str, attempt: Attempt, data_dir: DataDir) -> None:
    data = json.dumps(asdict(attempt), ensure_ascii=False, indent=1).encode() + b"\n"
    with disk_errors(f"d'écrire dans « {data_dir.attempts} »"):
        data_dir.attempts.mkdir(parents=True, exist_ok=True)
        replace_durably(data_dir.attempts / f"{command}.json", data)


def _read(command: str, data_dir: DataDir) -> Attempt | None:
    """Read a note; None when there is none that says a moment, and of which zone."""
    with suppress(OSError, ValueError, TypeError, RecursionError):
        attempt = Attempt(**json.loads((data_dir.attempts / f"{command}.json").read_bytes()))
        if datetime.datetime.fromisoformat(attempt.began).tzinfo is not None:
            return attempt
    return None
