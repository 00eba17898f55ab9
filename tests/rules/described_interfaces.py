"""What the command line and the service say of themselves, for their generated documents."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from inspect import getdoc

from flask import Flask

from webapp import BLUEPRINTS
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


def routes() -> list[tuple[str, str, str]]:
    """List every route: address, name, first line of its documentation; by address."""
    app = Flask("described", static_folder=None)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return sorted(
        (rule.rule, rule.endpoint, (getdoc(app.view_functions[rule.endpoint]) or "").split("\n")[0])
        for rule in app.url_map.iter_rules()
    )


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
