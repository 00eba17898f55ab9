"""Progress of long work on stderr: a bar on a terminal, a line per step elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from carto.typography import typeset
from webapp.commands.words import say

Report = Callable[[str], None]

WARNING = "attention"


@contextmanager
def reporting(expected_steps: int) -> Iterator[Report]:
    """Give what to call with each step, in French.

    Parameters
    ----------
    expected_steps
        How many steps are expected; the bar fills when the work ends, whatever their number.
    """
    if not sys.stderr.isatty():
        yield lambda step: say(f"  {step}")
        return
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[step]}"),
    )
    with Progress(*columns, console=Console(stderr=True, highlight=False)) as progress:
        bar = progress.add_task("", total=expected_steps, step="")

        def report(step: str) -> None:
            if step.startswith(WARNING):
                progress.console.print(typeset(step), markup=False)
            else:
                progress.update(bar, advance=1, step=typeset(step))

        yield report
        progress.update(bar, total=progress.tasks[bar].completed, step="")
