"""What people read in a spreadsheet: French headers with units, and words for coded values.

Programs get the names and codes of the published tables instead; the dictionary of every file
joins the two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from carto.flags import MEANINGS
from carto.opening_hours import hours_in_words
from carto.vocabulary import (
    COPPER_WORDS,
    DENSITY_WORDS,
    EPCI_NATURE_WORDS,
    FLIPPING_INPUT_WORDS,
    FLIPPING_THRESHOLD_WORDS,
    FRAGILITY_WORDS,
    FRR_WORDS,
    HOURS_SOURCE_WORDS,
    PLACE_LIST_WORDS,
    POINT_SOURCE_WORDS,
    PROJECTION_WORDS,
    ROBUSTNESS_WORDS,
    SITE_FORMATS,
    SITE_KINDS,
    TERRITORY_TYPES,
    VERDICT_WORDS,
)

# Column → code → words; a value may be several codes, joined by `|`.
WORDS: Mapping[str, Mapping[str, str]] = {
    "verdict": VERDICT_WORDS,
    "verdict_low": VERDICT_WORDS,
    "verdict_high": VERDICT_WORDS,
    "robustness": ROBUSTNESS_WORDS,
    "typology": {
        **{name: type_.words for name, type_ in TERRITORY_TYPES.items()},
        # the type of a commune without inhabitants
        "sans_objet": VERDICT_WORDS["sans_objet"],
    },
    "flipping_inputs": FLIPPING_INPUT_WORDS,
    "flipping_thresholds": FLIPPING_THRESHOLD_WORDS,
    "flags": MEANINGS,
    "projection_status": PROJECTION_WORDS,
    "copper_class": COPPER_WORDS,
    "point_source": POINT_SOURCE_WORDS,
    "classement_frr": FRR_WORDS,
    "densite_classe": DENSITY_WORDS,
    "ifn_indicateurs": FRAGILITY_WORDS,
    "nature_juridique": EPCI_NATURE_WORDS,
    "format": {name: format_.words for name, format_ in SITE_FORMATS.items()},
    "kind": SITE_KINDS,
    "hours_source": HOURS_SOURCE_WORDS,
    "source": PLACE_LIST_WORDS,
    "sources": PLACE_LIST_WORDS,
}
_HOURS = "horaires"
_JOINED = "|"


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
    >>> in_words("flipping_inputs", "time|need"), in_words("verdict_low", 1)
    ('le temps de trajet | la mesure du besoin', 'vigilance')
    """
    if value is None:
        return None
    if name == _HOURS:
        return " ; ".join(hours_in_words(str(value)))
    words = WORDS.get(name)
    if words is None:
        return value
    return f" {_JOINED} ".join(words.get(code, code) for code in str(value).split(_JOINED))
