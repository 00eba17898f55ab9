"""Values of the questions of a plan, read from an address: what is unusable gets a notice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carto import french
from carto.said_back import said_back

_NUMBER = re.compile(r"[0-9]{1,4}([.,][0-9]{1,2})?")


@dataclass(frozen=True)
class Refused:
    """A value that cannot be used.

    Attributes
    ----------
    name
        Its parameter.
    reason
        French clause that says what is wrong, without a full stop.
    instead
        What a page then does, where nothing else says it.
    """

    name: str
    reason: str
    instead: str = ""

    @property
    def notice(self) -> str:
        """The sentence of a page, which goes on without the value."""
        return f"{self.reason} : {self.instead}." if self.instead else f"{self.reason}."


class AskedValues:
    """Parameters of an address, and the notices of those that could not be used.

    Parameters
    ----------
    query
        Values by parameter, in the order of the address.

    Attributes
    ----------
    refused
        Each value that its default replaced.
    """

    def __init__(self, query: Mapping[str, Sequence[str]]) -> None:
        self._query = query
        self.refused: list[Refused] = []

    @property
    def notices(self) -> list[str]:
        """The sentences, those of a page."""
        return [refused.notice for refused in self.refused]

    def has(self, name: str) -> bool:
        """Whether a parameter is given, with a value."""
        return bool(self._last(name))

    def number(self, name: str, bounds: tuple[float, float], default: float) -> float:
        """Read a number within bounds."""
        text = self._last(name)
        if not text:
            return default
        is_number = text.isascii() and _NUMBER.fullmatch(text)
        value = float(text.replace(",", ".")) if is_number else float("nan")
        if not bounds[0] <= value <= bounds[1]:
            least, most = (
                french.number(bound, 0 if bound == int(bound) else 1) for bound in bounds
            )
            kept = f"{french.number(default, 0 if default == int(default) else 1)} est gardé"
            self._refuse(name, text, f"un nombre de {least} à {most}", kept)
            return default
        return value

    def whole(self, name: str, bounds: tuple[int, int], default: int) -> int:
        """Read a whole number within bounds."""
        value = self.number(name, bounds, default)
        if value != int(value):
            self._refuse(name, self._last(name), "un nombre entier", f"{default} est gardé")
            return default
        return int(value)

    def choice(self, name: str, choices: Sequence[str], default: str) -> str:
        """Read one of a few words."""
        text = self._last(name)
        if text and text not in choices:
            kept = f"« {default} » est gardé" if default else "rien n'est choisi"
            self._refuse(name, text, f"parmi {', '.join(choices)}", kept)
            return default
        return text or default

    def listed(self, name: str) -> tuple[str, ...]:
        """Read every value of a repeated parameter, each once, in the order of the address."""
        return tuple(dict.fromkeys(text for text in self._query.get(name, ()) if text))

    def refuse(self, name: str, reason: str, instead: str = "") -> None:
        """Say that the value of a parameter cannot be used, and what a page then does."""
        self.refused.append(Refused(name, reason.removesuffix("."), instead))

    def _last(self, name: str) -> str:
        values = self._query.get(name, ())
        return values[-1].strip() if values else ""

    def _refuse(self, name: str, text: str, expected: str, instead: str) -> None:
        self.refuse(
            name, f"« {name}={said_back(text)} » n'est pas compris (attendu : {expected})", instead
        )
