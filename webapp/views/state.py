"""The state of a map in its address: indicator, selected commune, places shown or not.

The address of a page is all that a reader needs to show the same map to somebody else. A value
that cannot be used falls back to its default, and a parameter that the page does not have does
nothing: the page says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from carto.typography import typeset

DEFAULT_INDICATOR = "verdict"
STATE_PARAMETERS = ("ind", "sel", "lieux")
_MOST_NAMED = 5


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
    """

    indicator: str = DEFAULT_INDICATOR
    selected: str | None = None
    has_places: bool = True

    def url(self, path: str, **more: str) -> str:
        """Write the address of `path` with this state, defaults left out.

        >>> MapState("temps", "29019", False).url("/departement/29")
        '/departement/29?ind=temps&sel=29019&lieux=0'
        >>> MapState().url("/departement/29", tri="nom")
        '/departement/29?tri=nom'
        """
        query = {}
        if self.indicator != DEFAULT_INDICATOR:
            query["ind"] = self.indicator
        if self.selected is not None:
            query["sel"] = self.selected
        if not self.has_places:
            query["lieux"] = "0"
        query |= more
        return f"{path}?{urlencode(query)}" if query else path

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
            f"L'indicateur « {indicator[:20]} » n'existe pas : la carte montre le verdict."
        )
        indicator = DEFAULT_INDICATOR
    selected = query.get("sel") or None
    if selected is not None and selected not in communes:
        notices.append(
            f"La commune « {selected[:20]} » n'est pas dans ce territoire : "
            "aucune commune n'est sélectionnée."
        )
        selected = None
    places = query.get("lieux", "1")
    if places not in ("0", "1"):
        notices.append(
            f"« lieux={places[:20]} » n'est pas compris (0 ou 1) : les lieux sont affichés."
        )
    return ReadState(MapState(indicator, selected, places != "0"), tuple(notices))


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
    listed = ", ".join(f"« {name[:20]} »" for name in names[:_MOST_NAMED])
    more = ", …" if len(names) > _MOST_NAMED else ""
    return [typeset(f"Paramètre inconnu de cette page, sans effet : {listed}{more}.")]
