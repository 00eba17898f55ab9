"""What the site that frames a map chooses besides its state: title, table, view."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from carto.said_back import said_back
from webapp.views.state import MapState

EMBED_PARAMETERS = ("titre", "table", "vue")
_VIEW = re.compile(
    r"(?P<zoom>[0-9]{1,2}(\.[0-9]{1,3})?)"
    r"/(?P<latitude>-?[0-9]{1,2}(\.[0-9]{1,6})?)"
    r"/(?P<longitude>-?[0-9]{1,3}(\.[0-9]{1,6})?)"
)


@dataclass(frozen=True)
class EmbedOptions:
    """Choices of a framed map.

    Attributes
    ----------
    has_title
        Whether the sentence that names the map is seen; it is always read aloud.
    has_table
        Whether the values are also in a table, folded.
    view
        `zoom/latitude/longitude` where the interactive map opens; None for the whole territory.
    """

    has_title: bool = True
    has_table: bool = False
    view: str | None = None

    def query(self) -> dict[str, str]:
        """Write the parameters of an address, defaults left out.

        >>> EmbedOptions(has_title=False, view="9.2/48.25/-4.1").query()
        {'titre': '0', 'vue': '9.2/48.25/-4.1'}
        """
        written = {} if self.has_title else {"titre": "0"}
        if self.has_table:
            written["table"] = "1"
        return written if self.view is None else {**written, "vue": self.view}


@dataclass(frozen=True)
class FramedState(MapState):
    """The state of a framed map: the links that stay in the frame keep its options."""

    options: EmbedOptions = EmbedOptions()

    def query(self) -> dict[str, str]:
        """Write the parameters of an address, defaults left out."""
        return super().query() | self.options.query()


def framed(state: MapState, options: EmbedOptions) -> FramedState:
    """Return a state that carries the options of the frame."""
    return FramedState(**{**vars(state), "options": options})


def read_embed_options(query: Mapping[str, str]) -> tuple[EmbedOptions, tuple[str, ...]]:
    """Read the options of an address.

    Returns
    -------
    tuple
        Usable options, and one French notice per value that was replaced by its default.
    """
    notices: list[str] = []
    has_title = _switch(query, "titre", True, notices)
    has_table = _switch(query, "table", False, notices)
    view = query.get("vue") or None
    if view is not None and not _is_view(view):
        notices.append(
            f"« vue={said_back(view)} » n'est pas compris (zoom/latitude/longitude) : "
            "tout le territoire est montré."
        )
        view = None
    return EmbedOptions(has_title, has_table, view), tuple(notices)


def _switch(query: Mapping[str, str], name: str, default: bool, notices: list[str]) -> bool:
    """Read 0 or 1."""
    text = query.get(name) or str(int(default))
    if text not in ("0", "1"):
        notices.append(f"« {name}={said_back(text)} » n'est pas compris (0 ou 1) : sans effet.")
        return default
    return text == "1"


def _is_view(text: str) -> bool:
    """Whether a text is a view that the interactive map can open.

    >>> [_is_view(text) for text in ("9.2/48.25/-4.1", "9/91/0", "9/48", "x")]
    [True, False, False, False]
    """
    found = _VIEW.fullmatch(text)
    return (
        found is not None
        and 4 <= float(found["zoom"]) <= 15
        and abs(float(found["latitude"])) <= 85
        and abs(float(found["longitude"])) <= 180
    )
