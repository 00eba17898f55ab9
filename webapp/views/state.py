"""The state of a map in its address: what it shows, when, which places, under which rule.

The address of a page is all that a reader needs to show the same map to somebody else. A value
that cannot be used falls back to its default, and a parameter that the page does not have does
nothing: the page says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from carto.drawing.indicators.data_classes import METHODS, THRESHOLDS
from carto.said_back import said_back
from carto.typography import typeset
from webapp.rule.rule import RULE_PARAMETERS, Rule, read_rule
from webapp.views.place_filter import PLACE_PARAMETERS, PlaceFilter, read_place_filter

DEFAULT_INDICATOR = "verdict"
UNITS = ("commune", "epci", "departement", "region")
STATE_PARAMETERS = (
    *("ind", "sel", "lieux", "t", "t2", "maille", "classe", "classes"),
    *PLACE_PARAMETERS,
    *RULE_PARAMETERS,
)
_MOST_NAMED = 5
QUARTER = re.compile(r"20[0-9]{2}-T[1-4]")
_CLASS = re.compile(r"[a-z0-9_]{1,40}")


@dataclass(frozen=True)
class MapState:
    """What a map shows.

    Attributes
    ----------
    indicator
        Identifier of the indicator that colours the communes.
    selected
        Code of the commune whose figures are shown, or None.
    has_places
        Whether places of help are drawn.
    quarter
        Quarter of the fibre data, as 2026-T2; None for the latest.
    before
        Quarter to compare it with; None for none.
    unit
        What the map colours, one of `UNITS`; None for the usual one of the territory.
    class_key
        Class of the indicator that is kept; None for all.
    method
        How classes are made, a key of `METHODS` of `carto.drawing.indicators.data_classes`.
    places
        Which places are shown.
    rule
        Thresholds and weights that replace the published ones.
    """

    indicator: str = DEFAULT_INDICATOR
    selected: str | None = None
    has_places: bool = True
    quarter: str | None = None
    before: str | None = None
    unit: str | None = None
    class_key: str | None = None
    method: str = THRESHOLDS
    places: PlaceFilter = field(default_factory=PlaceFilter)
    rule: Rule = field(default_factory=Rule)

    def url(self, path: str, **more: str) -> str:
        """Write the address of `path` with this state, defaults left out.

        >>> MapState("temps", "29019", False).url("/departement/29")
        '/departement/29?ind=temps&sel=29019&lieux=0'
        >>> MapState().url("/departement/29", tri="nom")
        '/departement/29?tri=nom'
        >>> MapState(rule=Rule(poids=(4, 3, 3))).url("/epci/242900314")
        '/epci/242900314?poids=acces:4,besoin:3,fibre:3'
        """
        query = self.query() | more
        return f"{path}?{urlencode(query, safe=':,')}" if query else path

    def query(self) -> dict[str, str]:
        """Write the parameters of this state, defaults left out.

        >>> MapState("temps", has_places=False).query()
        {'ind': 'temps', 'lieux': '0'}
        """
        optional = {
            "sel": self.selected,
            "t": self.quarter,
            "t2": self.before,
            "maille": self.unit,
            "classe": self.class_key,
        }
        query = {} if self.indicator == DEFAULT_INDICATOR else {"ind": self.indicator}
        query |= {name: value for name, value in optional.items() if value is not None}
        if not self.has_places:
            query["lieux"] = "0"
        if self.method != THRESHOLDS:
            query["classes"] = self.method
        return query | self.places.query() | self.rule.query()

    def addresses(self) -> Callable[[str], str]:
        """Return what writes the address of many pages with this state, which is written once.

        >>> MapState("temps").addresses()("/commune/29019")
        '/commune/29019?ind=temps'
        """
        query = self.url("")
        return lambda path: f"{path}{query}"

    def keeping(self, class_key: str | None) -> MapState:
        """Return the same state with one class kept, or all of them."""
        return replace(self, class_key=class_key)

    def elsewhere(self) -> MapState:
        """Return what still makes sense on another territory: neither selection, unit nor class.

        >>> MapState("fibre", "29019", unit="epci").elsewhere().url("/epci/242900314")
        '/epci/242900314?ind=fibre'
        """
        return replace(self, selected=None, unit=None, class_key=None)

    def filtering(self, places: PlaceFilter) -> MapState:
        """Return the same state with other places shown."""
        return replace(self, places=places)

    def selecting(self, code: str | None) -> MapState:
        """Return the same state with another commune selected, or none."""
        return replace(self, selected=code)


@dataclass(frozen=True)
class ReadState:
    """A state read from an address, and what had to be said about it."""

    state: MapState
    notices: tuple[str, ...]


def read_state(
    query: Mapping[str, str],
    indicators: Collection[str],
    communes: Collection[str],
    others: Collection[str] = (),
) -> ReadState:
    """Read the state of a map from query parameters.

    Parameters
    ----------
    query
        Parameters of the address; the last value of a repeated one.
    indicators
        Identifiers that `ind` may take.
    communes
        Codes that `sel` may take.
    others
        Parameters of the page that are read elsewhere.

    Returns
    -------
    ReadState
        A usable state; one French notice per value that was replaced by its default, and one for
        the parameters that the page does not have.
    """
    notices = unknown_parameters(query, others)
    indicator = query.get("ind") or DEFAULT_INDICATOR
    if indicator not in indicators:
        notices.append(
            f"L'indicateur « {said_back(indicator)} » n'existe pas : la carte montre le verdict."
        )
        indicator = DEFAULT_INDICATOR
    selected = query.get("sel") or None
    if selected is not None and selected not in communes:
        notices.append(
            f"La commune « {said_back(selected)} » n'est pas dans ce territoire : "
            "aucune commune n'est sélectionnée."
        )
        selected = None
    places = query.get("lieux", "1")
    if places not in ("0", "1"):
        notices.append(
            f"« lieux={said_back(places)} » n'est pas compris (0 ou 1) : les lieux sont affichés."
        )
    quarter, before, unit, class_key, method = (
        _optional(query, name, form, notices) for name, form in _OPTIONAL.items()
    )
    place_filter, of_places = read_place_filter(query)
    rule, of_rule = read_rule(query)
    state = MapState(
        *(indicator, selected, places != "0", quarter, before, unit, class_key),
        method=method or THRESHOLDS,
        places=place_filter,
        rule=rule,
    )
    return ReadState(state, (*notices, *of_places, *of_rule))


_OPTIONAL = {
    "t": (QUARTER, "un trimestre, comme 2026-T2"),
    "t2": (QUARTER, "un trimestre, comme 2025-T2"),
    "maille": (re.compile("|".join(UNITS)), "commune, epci, departement ou region"),
    "classe": (_CLASS, "une classe de la légende"),
    "classes": (re.compile("|".join(METHODS)), "seuils, jenks ou quantiles"),
}


def _optional(
    query: Mapping[str, str], name: str, form: tuple[re.Pattern[str], str], notices: list[str]
) -> str | None:
    """Read a parameter that may be absent; a notice when its value has not the right form."""
    pattern, words = form
    text = query.get(name) or None
    if text is None or pattern.fullmatch(text):
        return text
    notices.append(f"« {name}={said_back(text)} » n'est pas compris ({words}) : sans effet.")
    return None


def unknown_parameters(query: Iterable[str], others: Collection[str] = ()) -> list[str]:
    """Write the notice that names the parameters a page does not have, the first few of them.

    Parameters
    ----------
    query
        Names of the parameters of the address.
    others
        Parameters of the page besides those of the state of a map.

    Returns
    -------
    list of str
        One French notice, or none.
    """
    names = [name for name in query if name not in (*STATE_PARAMETERS, *others)]
    if not names:
        return []
    listed = ", ".join(f"« {said_back(name)} »" for name in names[:_MOST_NAMED])
    more = ", …" if len(names) > _MOST_NAMED else ""
    return [typeset(f"Paramètre inconnu de cette page, sans effet : {listed}{more}.")]
