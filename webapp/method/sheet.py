"""What the page of the method is made of: sheets, each with an example worked through."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from carto.french import number
from carto.typography import thin_thousands, typeset


@dataclass(frozen=True)
class Part:
    """What one place adds to the accessible supply of the commune, each cell in French."""

    place: str
    minutes: str
    hours: str
    people: str
    weight: str
    brought: str


@dataclass(frozen=True)
class Example:
    """The calculation of one indicator for one commune: sentences, and the places of a sum."""

    lines: tuple[str, ...]
    parts: tuple[Part, ...] = field(default=())

    def in_type(self) -> Example:
        """Put the non-breaking spaces of French in every sentence."""
        return replace(self, lines=tuple(map(in_type, self.lines)))


@dataclass(frozen=True)
class Sheet:
    """One indicator explained.

    Attributes
    ----------
    id
        Anchor on the page.
    title, question
        What it is, and the question it answers.
    formula
        Lines of the calculation, in words and numbers.
    sources
        Producers and dates.
    limits
        What it does not say.
    example
        The calculation for one commune; None when there is nothing to compute.
    """

    id: str
    title: str
    question: str
    formula: tuple[str, ...]
    sources: str
    limits: tuple[str, ...]
    example: Example | None = None

    def in_type(self) -> Sheet:
        """Put the non-breaking spaces of French in every text."""
        return replace(
            self,
            title=in_type(self.title),
            question=in_type(self.question),
            formula=tuple(map(in_type, self.formula)),
            sources=in_type(self.sources),
            limits=tuple(map(in_type, self.limits)),
            example=self.example and self.example.in_type(),
        )


def in_type(text: str) -> str:
    r"""Put the non-breaking spaces of French in a text, those of thousands included.

    >>> in_type("pour 1 000 habitants : 2 h")
    'pour 1\u202f000 habitants\xa0: 2 h'
    """
    return thin_thousands(typeset(text))


def trimmed(value: float, decimals: int) -> str:
    """Write a number with no decimal that says nothing.

    >>> trimmed(24.0, 4), trimmed(0.882497, 6)
    ('24', '0,882497')
    """
    return number(value, decimals).rstrip("0").rstrip(",") if decimals else number(value)


def clip(value: float) -> float:
    """Keep a share between 0 and 1.

    >>> clip(-0.2), clip(0.4), clip(1.3)
    (0.0, 0.4, 1.0)
    """
    return min(max(value, 0.0), 1.0)
