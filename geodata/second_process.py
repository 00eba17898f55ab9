"""A second process, for heavy work that can be done ahead: two cores, two processes.

What it computes is kept in the stage cache, where this process finds it. A task that fails there
is done again here, where its error is said. It starts at its first task, since starting costs two
seconds of imports: small builds never ask.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
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
            self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
        future = self._pool.submit(function, *args, **kwargs)
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
