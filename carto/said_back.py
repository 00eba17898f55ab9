"""What a visitor wrote, made fit to be said back: a notice, an error, a line of a log."""

from __future__ import annotations

_LONGEST = 40


def said_back(text: str) -> str:
    r"""Shorten a text, and take out what does not print: control characters, changes of direction.

    >>> said_back("le\xa0faou"), said_back("x\x00\u202ey"), said_back("a" * 41) == "a" * 40 + "…"
    ('le faou', 'x??y', True)
    """
    clean = _printed(text, "?")
    return clean if len(clean) <= _LONGEST else clean[:_LONGEST] + "…"


def words_of(text: str) -> str:
    r"""Read the words that somebody looks for: a space stands for whatever does not print.

    >>> words_of(" le\xa0faou\x00")
    'le faou'
    """
    return _printed(text, " ").strip()


def _printed(text: str, instead: str) -> str:
    """Put a space in the place of any other, and a character in that of what does not print."""
    return "".join(
        " " if character.isspace() else character if character.isprintable() else instead
        for character in text
    )
