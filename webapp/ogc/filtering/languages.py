"""The languages that `filter-lang` names, and the conformance classes that filters meet.

`cql-text` is the name that CQL2 text had while it was a draft. GDAL, and what reads features
through it, still writes that name, and `ILIKE` for a search without capitals: without it, these
clients would read a whole collection to keep three features of it.
"""

from __future__ import annotations

import re

from carto.said_back import said_back
from webapp.errors import ParameterError

FILTER_LANG = "filter-lang"
CQL2_TEXT, DRAFT_TEXT = "cql2-text", "cql-text"
LANGUAGES = (CQL2_TEXT, DRAFT_TEXT)

_FEATURES_3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/"
_CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/"
CONFORMANCE_CLASSES = (
    *(
        f"{_FEATURES_3}{name}"
        for name in ("queryables", "queryables-query-parameters", "filter", "features-filter")
    ),
    *(
        f"{_CQL2}{name}"
        for name in (
            "cql2-text",
            "basic-cql2",
            "advanced-comparison-operators",
            "case-insensitive-comparison",
            "accent-insensitive-comparison",
            "basic-spatial-functions",
            "basic-spatial-functions-plus",
            "spatial-functions",
            "property-property",
        )
    ),
)

_ILIKE = re.compile(
    r"""
      '(?:[^']|'')*+'?+
    | (?P<name> \b[A-Za-z]\w*+ | "[^"]*+" ) \s++ ILIKE \s++ (?P<pattern> '(?:[^']|'')*+' )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def as_cql2(text: str, language: str | None) -> str:
    """Write in CQL2 text what was written in one of the languages.

    Parameters
    ----------
    text
        The filter.
    language
        One of `LANGUAGES`; CQL2 text when None.

    Raises
    ------
    ParameterError
        When the language is none of them.

    Examples
    --------
    >>> as_cql2("nom ILIKE 'brest%'", "cql-text")
    "CASEI(nom) LIKE CASEI('brest%')"
    >>> as_cql2("nom = 'x ILIKE ''y'''", "cql-text")
    "nom = 'x ILIKE ''y'''"
    """
    if language not in (None, *LANGUAGES):
        raise ParameterError(
            FILTER_LANG,
            f"« {FILTER_LANG}={said_back(language or '')} » n'est pas lu ici : attendu "
            f"{CQL2_TEXT}.",
        )
    return _ILIKE.sub(_without_case, text) if language == DRAFT_TEXT else text


def _without_case(found: re.Match[str]) -> str:
    if found["name"] is None:
        return found[0]
    return f"CASEI({found['name']}) LIKE CASEI({found['pattern']})"
