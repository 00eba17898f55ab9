"""One source of carto.toml added or replaced; every other byte of the file stays as it was.

Only the lines of the keys that change are written: comments, order, blank lines, ends of lines and
the other keys of the section stay. What comes out is parsed again and must say just what was
meant; a file that is written in a way not followed here is left alone, and said to be.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from geodata.errors import SettingsError

Value = str | int
# Keys that give the place of a file, of which a source has one.
_PLACES = ("file", "url")
_HEADER = re.compile(r"\s*\[")
_VALUE = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s#]+)"""


def with_source(text: str, name: str, values: Mapping[str, Value], file: str) -> str:
    r"""Write a source into the text of a settings file.

    Parameters
    ----------
    text
        The whole file, valid TOML.
    name
        Identifier of the source, `activite_nord`.
    values
        Its keys; `file` takes the place of `url`.
    file
        Name of the settings file, for the error.

    Raises
    ------
    SettingsError
        When the section is written in a way that cannot be changed line by line.

    Examples
    --------
    >>> before = '[sources.activite] # le nôtre\nfile = "a.csv" # 2023\ndate = 2023-12-31\n'
    >>> print(with_source(before, "activite", {"file": "b.csv", "date": "2024-12-31"}, ""), end="")
    [sources.activite] # le nôtre
    file = "b.csv" # 2023
    date = "2024-12-31"
    """
    meant = _parsed(text)
    section = meant.setdefault("sources", {}).setdefault(name, {})
    for place in _PLACES if "file" in values else ():
        section.pop(place, None)
    section.update(values)
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    start = _start_of(lines, name)
    if start is None:
        written = text + _new_section(text, name, values, newline)
    else:
        end = _end_of(lines, start)
        inside = _changed(lines[start + 1 : end], values, newline)
        written = "".join([*lines[: start + 1], *inside, *lines[end:]])
    if _parsed_or_none(written) != meant:
        told = "".join(_new_section("", name, values, "\n")).strip().replace("\n", " ; ")
        raise SettingsError(
            f"{file} : la section [sources.{name}] est écrite d'une façon que l'import ne sait pas "
            f"modifier ; rien n'est changé. Écrivez-y vous-même : {told}."
        )
    return written


def _start_of(lines: list[str], name: str) -> int | None:
    """Find the line of the header of a source."""
    quoted = rf"""(?:{re.escape(name)}|"{re.escape(name)}"|'{re.escape(name)}')"""
    header = re.compile(rf"\ufeff?\s*\[\s*sources\s*\.\s*{quoted}\s*\]\s*(?:#.*)?\s*")
    return next((place for place, line in enumerate(lines) if header.fullmatch(line)), None)


def _end_of(lines: list[str], start: int) -> int:
    """Find where a section ends: at the next header, less the blanks and comments above it."""
    after = range(start + 1, len(lines))
    end = next((place for place in after if _HEADER.match(lines[place])), len(lines))
    while end > start + 1 and not lines[end - 1].split("#")[0].strip():
        end -= 1
    return end


def _changed(inside: list[str], values: Mapping[str, Value], newline: str) -> list[str]:
    """Write the new values over the old ones, and those that were not there at the end."""
    left = dict(values)
    kept: list[str] = []
    for line in inside:
        found = re.fullmatch(rf"(\s*([\w-]+)\s*=\s*){_VALUE}(\s*(?:#.*)?)(\r?\n)?", line, re.S)
        key = found[2] if found else ""
        place = "file" if key in _PLACES and "file" in values else key
        if found is None or place not in values:
            kept.append(line)
        elif place in left:
            start = found[1] if key == place else f"{place} = "
            kept.append(f"{start}{_written(left.pop(place))}{found[3]}{found[4] or ''}")
    if kept and left and not kept[-1].endswith("\n"):
        kept[-1] += newline
    return [*kept, *(f"{key} = {_written(value)}{newline}" for key, value in left.items())]


def _new_section(text: str, name: str, values: Mapping[str, Value], newline: str) -> str:
    """Write a section to put at the end of a file."""
    gap = "" if not text else newline if text.endswith("\n") else newline * 2
    lines = [f"[sources.{name}]", *(f"{key} = {_written(value)}" for key, value in values.items())]
    return gap + "".join(f"{line}{newline}" for line in lines)


def _written(value: Value) -> str:
    """Write a value in TOML, whose texts are escaped as those of JSON."""
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)


def _parsed(text: str) -> dict[str, Any]:
    """Parse the text of a settings file, which is TOML."""
    return deepcopy(tomllib.loads(text.removeprefix("\ufeff")))


def _parsed_or_none(text: str) -> dict[str, Any] | None:
    """Parse a text; None when it is no TOML."""
    try:
        return _parsed(text)
    except tomllib.TOMLDecodeError:
        return None
