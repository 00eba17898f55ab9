"""What the command line says of itself, for its generated document."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from webapp.arguments import command_parser


@dataclass(frozen=True)
class Verb:
    """A command: what it does, and its options with their meaning."""

    name: str
    purpose: str
    options: tuple[tuple[str, str], ...]


def verbs() -> list[Verb]:
    """Describe each verb of `carto`, in the order of its help."""
    with _environment(CARTO_DATA_DIR=""):
        parser = command_parser()
    chosen = next(
        action for action in parser._actions if isinstance(action, argparse._SubParsersAction)
    )
    return [
        Verb(name, one.description or "", tuple(_options(one)))
        for name, one in chosen.choices.items()
    ]


def _options(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Name and meaning of each argument, its own help excepted."""
    for action in parser._actions:
        if action.dest != "help":
            names = ", ".join(action.option_strings) or str(action.metavar)
            value = f" {action.metavar or action.dest.upper()}" if action.nargs != 0 else ""
            yield names + (value if action.option_strings else ""), action.help or ""


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    """Set environment variables, and put them back."""
    former = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in former.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value
