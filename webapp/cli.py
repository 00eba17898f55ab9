"""The `carto` command: data on stdout, words on stderr.

Exit codes: 0 done; 1 an expected failure, said in one line; 2 a misuse of the command.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from carto.errors import CartoError
from carto.typography import typeset
from webapp.arguments import command_parser

DONE, FAILED, INTERRUPTED = 0, 1, 130
# Verbs whose name cannot be that of a module.
MODULES = {"import": "import_file"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    The module of the verb is imported here, and only that one: building and exporting cost
    seconds of imports that `serve`, `list` and `--help` must not pay.

    Parameters
    ----------
    arguments
        Words after `carto`; those of the process when None.

    Returns
    -------
    int
        The exit code.
    """
    options = command_parser().parse_args(arguments)
    try:
        code: int = import_module(f"webapp.commands.{module_of(options.verb)}").run(options)
        sys.stdout.flush()
    except CartoError as error:
        print(typeset(f"erreur : {error}"), file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        _silence_stdout()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def module_of(verb: str) -> str:
    """Name the module of a verb, in `webapp.commands`."""
    return MODULES.get(verb, verb)


def _silence_stdout() -> None:
    """Let the interpreter flush nowhere at exit: whoever read stdout has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
