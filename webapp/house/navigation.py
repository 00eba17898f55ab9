"""The entries of the header: where each leads, and which one holds the page that is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One entry of the navigation.

    Attributes
    ----------
    path
        Page it leads to.
    label
        Its words.
    sections
        First parts of the addresses of the pages below it, besides its own.
    """

    path: str
    label: str
    sections: tuple[str, ...] = ()

    def current(self, path: str) -> str | None:
        """Value of `aria-current` when a page is shown: the page itself, one of its section, none.

        >>> entry = Entry("/territoires", "Territoires", ("/epci",))
        >>> entry.current("/territoires"), entry.current("/epci/200066868"), entry.current("/epcis")
        ('page', 'true', None)
        """
        if path == self.path:
            return "page"
        below = (self.path, *self.sections) if self.path != "/" else self.sections
        return "true" if any(f"{path}/".startswith(f"{start}/") for start in below) else None


ENTRIES = (
    Entry("/", "Accueil"),
    Entry(
        "/territoires",
        "Territoires",
        ("/france", "/region", "/departement", "/epci", "/ept", "/groupe", "/commune"),
    ),
    Entry("/comparer", "Comparer"),
    Entry("/planifier", "Planifier", ("/scenario",)),
    Entry("/evolutions", "Évolutions"),
    Entry("/seuils", "Seuils"),
    Entry("/methode", "Méthode"),
    Entry("/donnees", "Données", ("/sources", "/api", "/ogc")),
)


def navigation(path: str) -> Iterable[tuple[Entry, str | None]]:
    """List the entries with their mark on the page at `path`."""
    return [(entry, entry.current(path)) for entry in ENTRIES]
