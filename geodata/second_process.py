"""A second process, for heavy work that can be done ahead: two cores, two processes.

What it computes is kept in the stage cache, where this process finds it. A task that fails there,
or that dies with it, is done again here, where its error is said. It starts at its first task,
since starting costs two seconds of imports: small builds never ask. It ends with this process, even
if this one is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, wait
from multiprocessing.connection import wait as wait_for_end
from types import TracebackType
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class SecondProcess:
    """At most one process beside this one; as a context manager it ends with its block."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._begun: list[Future[None]] = []

    def __enter__(self) -> SecondProcess:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for future in self._begun:
            future.cancel()
        self.dismiss()

    def begin(self, function: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> Future[None]:
        """Begin a task in the other process: a function of a module, and copies of arguments."""
        if self._pool is None:
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, spawn, initializer=_end_with_the_first)
        try:
            future = self._pool.submit(function, *args, **kwargs)
        except BrokenExecutor as broken:
            future = Future()
            future.set_exception(broken)
        self._begun.append(future)
        return future

    def share(self, function: Callable[[T], None], items: Sequence[T]) -> None:
        """Apply a function to items: this process from the last, the other until they meet."""
        begun = [self.begin(function, item) for item in items]
        for item, future in zip(reversed(items), reversed(begun), strict=True):
            if future.cancel():
                function(item)
        self.finish()

    def finish(self) -> None:
        """Wait until all that was begun is done, well or not."""
        wait(self._begun)
        self._begun.clear()

    def dismiss(self) -> None:
        """Finish, then end the other process, which gives its memory back."""
        self.finish()
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None


def _end_with_the_first() -> None:
    """End this second process at once when the first one is gone, however it went."""
    first = multiprocessing.parent_process()
    if first is None:
        return

    def watch() -> None:
        wait_for_end([first.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
