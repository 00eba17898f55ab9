"""An argument parser that speaks French: usage, headings and errors."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from carto.french import NBSP
from carto.typography import typeset

USAGE_ERROR = 2

# What argparse says, and how it is said in French; the first pattern that fits is used.
_FRENCH = (
    (r"the following arguments are required: (.+)", r"il manque : \1"),
    (r"one of the arguments (.+) is required", r"il faut une de ces options : \1"),
    (r"unrecognized arguments: (.+)", r"argument inconnu : \1"),
    (r"ambiguous option: (.+) could match (.+)", r"option ambiguë : \1 peut être \2"),
    (r"argument (.+?): expected .*argument.*", r"l'option \1 attend une valeur"),
    (r"argument (.+?): not allowed with argument (.+)", r"les options \1 et \2 s'excluent"),
    (r"argument (.+?): ignored explicit argument (.+)", r"l'option \1 n'attend pas de valeur"),
    (
        r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)",
        r"\1 : \2 n'est pas un choix ; choisissez parmi \3",
    ),
    (r"argument (.+?): (.+)", r"\1 : \2"),
)


class FrenchFormatter(argparse.HelpFormatter):
    """Help that starts with « Usage : »."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add the line of usage under a French prefix."""
        super().add_usage(usage, actions, groups, typeset("Usage : ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Start a section whose heading is followed by a space, then the colon."""
        super().start_section(f"{heading}{NBSP}" if heading else heading)


class FrenchParser(argparse.ArgumentParser):
    """A parser whose help and errors are in French; its subparsers are of the same kind."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            **{**settings, "add_help": False, "formatter_class": FrenchFormatter},
            allow_abbrev=False,
        )
        self._positionals.title = "Arguments"
        self._optionals.title = "Options"
        self.add_argument("-h", "--help", action="help", help="affiche cette aide")

    def error(self, message: str) -> NoReturn:
        """Write the error in one French line, with how to get help, and exit with 2."""
        said = typeset(f"erreur : {in_french(message)}. Aide : {self.prog} --help\n")
        self.exit(USAGE_ERROR, said)


def in_french(message: str) -> str:
    """Say in French what argparse says in English; a message that is already French stays.

    >>> in_french("unrecognized arguments: --fast")
    'argument inconnu : --fast'
    """
    for pattern, french in _FRENCH:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(f"^{pattern}$", french, message, flags=re.DOTALL)
    return message
