"""JSON read value by value, each with its line: no tree of the whole file is ever held."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from geodata.errors import SourceError
from geodata.source import RawFile

NEW_COPY = "reprenez le fichier chez son éditeur"

_BLANK = re.compile(r"[ \t\r\n]*")


class JsonScanner:
    """Walks a JSON text value by value, counting lines.

    Every method raises `SourceError`, with line and character, for what is not JSON.

    Parameters
    ----------
    raw
        The file, for the errors.
    text
        Its text, decoded.
    """

    def __init__(self, raw: RawFile, text: str) -> None:
        self._raw = raw
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        self._decoder = json.JSONDecoder()

    def members(self) -> Iterator[str]:
        """Yield the names of an object; the caller reads each value before the next name."""
        self._expect("{", "un objet JSON ({)")
        while not self._accept("}"):
            name = str(self.value())
            self._expect(":", "deux-points (:)")
            yield name
            if not self._accept(","):
                self._expect("}", "une virgule ou une accolade (})")
                return

    def elements(self) -> Iterator[tuple[int, str, object]]:
        """Yield line, text and value of each element of an array."""
        self._expect("[", "une liste ([)")
        while not self._accept("]"):
            self._skip_blank()
            start = self._at
            value = self.value()
            yield self._line_at(start), self._text[start : self._at], value
            if not self._accept(","):
                self._expect("]", "une virgule ou un crochet (])")
                return

    def value(self) -> object:
        """Read the next value."""
        self._skip_blank()
        try:
            value, self._at = self._decoder.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            raise self._error("syntaxe JSON incorrecte ou fichier tronqué", error.pos) from error
        except (RecursionError, ValueError) as error:
            raise self._error("valeur JSON démesurée", self._at) from error
        return value

    def _accept(self, character: str) -> bool:
        self._skip_blank()
        if self._text.startswith(character, self._at):
            self._at += 1
            return True
        return False

    def _expect(self, character: str, said: str) -> None:
        if not self._accept(character):
            raise self._error(
                f"{said} attendu au lieu de « {self._text[self._at :][:20]} »", self._at
            )

    def _skip_blank(self) -> None:
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at

    def _line_at(self, position: int) -> int:
        """Line of a position, positions being asked in growing order."""
        self._line += self._text.count("\n", self._counted, position)
        self._counted = position
        return self._line

    def _error(self, problem: str, position: int) -> SourceError:
        line = self._text.count("\n", 0, position) + 1
        character = position - (self._text.rfind("\n", 0, position) + 1) + 1
        problem = f"{problem} (caractère {character})"
        return SourceError(self._raw.name, problem, NEW_COPY, line=line)
