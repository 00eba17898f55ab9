"""A real service on loopback, in another process, and visitors that ask it without pause."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Service:
    """A service that runs.

    Attributes
    ----------
    port
        Where it listens, on loopback.
    process
        The process that starts the others.
    folder
        Where it writes what it says, in two files.
    """

    port: int
    process: subprocess.Popen[bytes]
    folder: Path

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Ask once: status, headers in lower case, body."""
        return ask(self.port, path, **headers)

    def workers(self) -> list[int]:
        """Ids of the processes that answer."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(child) for child in children.read_text("ascii").split()]

    def stop(self) -> str:
        """Stop it as an operator does; gives its access log."""
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(timeout=60) == 0
        errors = (self.folder / "err").read_text("utf-8")
        assert "Traceback" not in errors, errors
        return (self.folder / "out").read_text("utf-8")


def ask(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask a service once, on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=named)
        answer = connection.getresponse()
        said = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, said, answer.read()
    finally:
        connection.close()


@contextmanager
def running(data_dir: Path, *words: str, **variables: str) -> Iterator[Service]:
    """Serve a data folder; needs the assembled assets, `make setup`.

    Parameters
    ----------
    data_dir
        Folder with a published snapshot.
    *words
        Words added to the command.
    **variables
        Environment added to the one of the tests.
    """
    command = [sys.executable, "-m", "webapp.cli", "--data-dir", str(data_dir), "serve"]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        out, err = (stack.enter_context((folder / name).open("wb")) for name in ("out", "err"))
        environment = {**os.environ, **variables}
        words = (*command, "--port", "0", *words)
        process = subprocess.Popen(
            words, stdout=out, stderr=err, cwd=ROOT, env=environment, start_new_session=True
        )
        try:
            yield Service(_port_said(process, folder / "err"), process, folder)
        finally:
            # Its workers too: those of a process that is killed alone end in a second only.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _port_said(process: subprocess.Popen[bytes], err: Path) -> int:
    """Read the port that a service says, and wait until it answers."""

    def found() -> re.Match[str] | None:
        said = err.read_text("utf-8")
        assert process.poll() is None, said
        return re.search(r"^http://127\.0\.0\.1:(\d+)/", said, re.MULTILINE)

    wait_until(lambda: found() is not None)
    said = found()
    assert said is not None
    port = int(said[1])
    wait_until(lambda: answers(port))
    return port


def answers(port: int) -> bool:
    """Whether a process answers; none does until the first has loaded its data."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/health", timeout=20):
            return True
    except OSError:
        return False


def wait_until(is_true: Callable[[], bool], at_most_s: float = 20.0) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + at_most_s
    while not is_true():
        assert time.monotonic() < end, "waited for too long"
        time.sleep(0.05)


@dataclass
class Visits:
    """What visitors got: answers as (path, status, snapshot, body), and failures."""

    answers: list[tuple[str, int, str, bytes]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


@contextmanager
def visited(port: int, *paths: str, visitors: int = 4) -> Iterator[Visits]:
    """Let visitors ask some addresses without pause during the block."""
    visits, is_over = Visits(), threading.Event()

    def visit() -> None:
        while not is_over.is_set():
            for path in paths:
                try:
                    status, headers, body = ask(port, path)
                except OSError as error:
                    visits.failures.append(f"{path}: {error!r}")
                    continue
                visits.answers.append((path, status, headers.get("carto-snapshot", ""), body))

    threads = [threading.Thread(target=visit) for _ in range(visitors)]
    for thread in threads:
        thread.start()
    try:
        yield visits
    finally:
        is_over.set()
        for thread in threads:
            thread.join()
