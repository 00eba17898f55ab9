"""Sentences of a dossier: typeset once, and said as missing where a fact is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from carto.french import NBSP
from carto.typography import thin_thousands, typeset
from webapp.dossier.blocks import Bullets, Column, Paragraph, Table, ToComplete
from webapp.method.missing_sources import MISSING_MEANS
from webapp.views.provenance import LAYERS

# What a number is never parted from.
_NOUNS = (
    "h|min|km|m|ans?|jours?|hab\\.|habitants?|communes?|lieux?|locaux|intercommunalités?|"
    "territoires?|départements?|trimestres?|points?|places?|sur"
)
_NAMED = re.compile(r"(?<=\bpartie) (?=\d)")
_COUNTED = re.compile(rf"(?<=\d) (?=(?:{_NOUNS})(?![\w-]))")


def said(text: str) -> str:
    r"""Put the spaces of a text as French wants them.

    >>> said("Une question ? 1 000 communes.")
    'Une question\xa0? 1\u202f000\xa0communes.'
    >>> said("Voir la partie 6.")
    'Voir la partie\xa06.'
    """
    return _NAMED.sub(NBSP, _COUNTED.sub(NBSP, thin_thousands(typeset(text))))


def paragraph(*sentences: str) -> Paragraph:
    """Join sentences, those that are empty left out.

    >>> paragraph("Un fait.", "", "Un autre.").text
    'Un fait. Un autre.'
    """
    return Paragraph(said(" ".join(filter(None, sentences))))


def bullets(items: Iterable[str], *, is_numbered: bool = False) -> Bullets:
    """List short texts."""
    return Bullets(tuple(map(said, items)), is_numbered)


def to_complete(label: str, hint: str) -> ToComplete:
    """Leave a place for what only the territory knows."""
    return ToComplete(said(label), said(hint))


def table(
    caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]], note: str = ""
) -> Table:
    """Make a table.

    Parameters
    ----------
    caption
        What it lists.
    columns
        Titles; one that ends with `#` is that of numbers.
    rows
        Cells, as many as columns.
    note
        Source, dates, how to read it.
    """
    return Table(
        said(caption),
        tuple(Column(said(title.removesuffix("#")), title.endswith("#")) for title in columns),
        tuple(tuple(map(said, row)) for row in rows),
        said(note),
    )


def absent_source(reader: str) -> str:
    """Say what is not known for want of a source, and how to supply it.

    Parameters
    ----------
    reader
        Id of a source that may be joined.
    """
    return (
        f"{MISSING_MEANS[reader]} Pour combler ce manque : joindre la source « {LAYERS[reader]} » "
        "à la prochaine publication des données."
    )


def agree(count: float, singular: str, plural: str) -> str:
    """Choose a verb or an adjective; French keeps the singular for 0 and 1.

    >>> agree(1, "vit", "vivent"), agree(1.9, "est", "sont"), agree(2, "est", "sont")
    ('vit', 'est', 'sont')
    """
    return singular if count < 2 else plural
