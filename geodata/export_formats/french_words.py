"""What people read in a spreadsheet: French headers with units, and words for coded values.

Programs get the names and codes of the published tables instead; the dictionary of every file
joins the two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from carto.vocabulary import ROBUSTNESS_WORDS, TERRITORY_TYPES, VERDICT_WORDS

WORDS: Mapping[str, Mapping[str, str]] = {
    "verdict": VERDICT_WORDS,
    "robustness": ROBUSTNESS_WORDS,
    "typology": {
        **{name: type_.words for name, type_ in TERRITORY_TYPES.items()},
        # the type of a commune without inhabitants
        "sans_objet": VERDICT_WORDS["sans_objet"],
    },
}


def header(label: str, unit: str) -> str:
    """Write the header of a column: its label, and its unit unless the label says it.

    >>> header("Taux de couverture FttH", "part"), header("Communes", "communes")
    ('Taux de couverture FttH (part)', 'Communes')
    """
    return label if unit.lower() in label.lower() else f"{label} ({unit})"


def headers(fields: Iterable[Mapping[str, Any]]) -> list[str]:
    """Write the headers of columns, each told apart: by its name too when two share a label.

    Parameters
    ----------
    fields
        Descriptors of the columns, as in the manifest.

    Examples
    --------
    >>> headers([{"name": "nom_ept", "title": "EPT", "unit": ""},
    ...          {"name": "siren_ept", "title": "EPT", "unit": ""}])
    ['EPT [nom_ept]', 'EPT [siren_ept]']
    """
    titled = [(str(f["name"]), header(str(f["title"]), str(f["unit"]))) for f in fields]
    times = Counter(title for _, title in titled)
    return [title if times[title] == 1 else f"{title} [{name}]" for name, title in titled]


def in_words(name: str, value: object) -> object:
    """Put the coded value of a column in words; any other value is left as it is.

    >>> in_words("verdict", "3"), in_words("nom", "3"), in_words("verdict", None)
    ('prioritaire', '3', None)
    """
    return WORDS[name].get(str(value), value) if name in WORDS and value is not None else value
