"""Errors of getting and keeping data: one French line that says where, what, and what to do."""

from __future__ import annotations

from carto.errors import CartoError
from carto.typography import typeset


class SettingsError(CartoError):
    """The operator's settings cannot be used; the message names the key and the remedy."""

    def __init__(self, message: str) -> None:
        super().__init__(typeset(message))


class SourceError(CartoError):
    r"""A source file cannot be used at all; nothing is published from it.

    Parameters
    ----------
    file
        Name of the file, or its address, as the operator knows it.
    problem
        What is wrong, in French, without final stop.
    remedy
        What to do next, in French, without final stop.
    line
        Line of the file, from 1, when known.
    column
        Name of the column when known.

    Examples
    --------
    >>> str(SourceError("population.csv", "colonne absente", "ajoutez-la", line=1, column="PMUN"))
    'population.csv, ligne 1, colonne PMUN\xa0: colonne absente\xa0; ajoutez-la.'
    """

    def __init__(
        self,
        file: str,
        problem: str,
        remedy: str,
        *,
        line: int | None = None,
        column: str | None = None,
    ) -> None:
        self.file = file
        self.line = line
        self.column = column
        place = file
        if line is not None:
            place += f", ligne {line}"
        if column is not None:
            place += f", colonne {column}"
        super().__init__(typeset(f"{place} : {problem} ; {remedy}."))


class EncodingError(SourceError):
    """A text is not in the encoding that is stated, or in UTF-8 when none is.

    Parameters
    ----------
    file, line
        As for every source.
    problem
        The byte, and what its encoding may be.
    likely
        That encoding.
    remedy
        What to do when the source is in carto.toml.
    """

    def __init__(self, file: str, problem: str, likely: str, remedy: str, line: int) -> None:
        super().__init__(file, problem, remedy, line=line)
        self.problem = problem
        self.likely = likely


class DownloadError(SourceError):
    """A file could not be fetched from its address."""


class ExportError(CartoError):
    """An export was asked of what does not exist, or cannot be written where it was asked."""

    def __init__(self, message: str) -> None:
        super().__init__(typeset(message))
