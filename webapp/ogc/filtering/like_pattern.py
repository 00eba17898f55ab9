r"""The pattern of LIKE, matched in one pass: `%` any characters, `_` one, `\` before either itself.

Between two `%` a piece has a fixed length, and is looked for from where the piece before it ended:
nothing is ever tried again, so a hostile pattern costs no more than an honest one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from webapp.errors import ParameterError
from webapp.ogc.filtering.bounds import FILTER

MOST_PIECES = 8
LONGEST_PATTERN = 200


@dataclass(frozen=True)
class LikePattern:
    r"""Pieces of a pattern; the first is held to the start of the text, the last to its end.

    Attributes
    ----------
    pieces
        Expressions of fixed length, and that length.

    Examples
    --------
    >>> LikePattern.read("Saint-%-l_s-%").matches("Saint-Just-les-Eaux")
    True
    >>> LikePattern.read("%eau").matches("Eaux")
    False
    >>> LikePattern.read(r"100\\%").matches("100 %")
    False
    """

    pieces: tuple[tuple[re.Pattern[str], int], ...]

    @classmethod
    def read(cls, pattern: str) -> LikePattern:
        """Read a pattern.

        Raises
        ------
        ParameterError
            When it is too long, or has too many `%`.
        """
        if len(pattern) > LONGEST_PATTERN:
            raise ParameterError(
                FILTER,
                f"Le motif de LIKE est trop long ({LONGEST_PATTERN} caractères au plus).",
            )
        pieces: list[list[str]] = [[]]
        letters = iter(pattern)
        for letter in letters:
            if letter == "%":
                if pieces[-1] or len(pieces) == 1:
                    pieces.append([])
            elif letter == "_":
                pieces[-1].append(".")
            else:
                escaped = next(letters, letter) if letter == "\\" else letter
                pieces[-1].append(re.escape(escaped))
        if len(pieces) > MOST_PIECES:
            raise ParameterError(
                FILTER, f"Le motif de LIKE a trop de « % » ({MOST_PIECES - 1} au plus)."
            )
        return cls(tuple((re.compile("".join(piece), re.DOTALL), len(piece)) for piece in pieces))

    def matches(self, text: str) -> bool:
        """Whether a whole text matches."""
        (first, length), *others = self.pieces
        if not others:
            return first.fullmatch(text) is not None
        if first.match(text) is None:
            return False
        *middle, (last, last_length) = others
        reached = length
        for piece, _ in middle:
            found = piece.search(text, reached)
            if found is None:
                return False
            reached = found.end()
        start = len(text) - last_length
        return start >= reached and last.fullmatch(text, start) is not None
