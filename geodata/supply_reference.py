"""The frozen reference of the supply, held against the lists of places that a build counts."""

from __future__ import annotations

from collections.abc import Iterable

from carto.verdict.parameters import Alerts
from carto.vocabulary import OTHER_PLACE_SOURCES
from geodata.source_settings import reader_of


def reference_warning(sources: Iterable[str], alerts: Alerts) -> str:
    """Warn that the supply counted is larger than the one the reference is the median of.

    Parameters
    ----------
    sources
        Ids of the configured sources.
    alerts
        Thresholds of the build.

    Returns
    -------
    str
        One French line naming the lists; empty when only France Services are counted, or when the
        reference was chosen.

    Examples
    --------
    >>> reference_warning(["fibre", "france_services"], Alerts())
    ''
    """
    lists = sorted(source for source in sources if reader_of(source) in OTHER_PLACE_SOURCES)
    if not lists or alerts.apl_ref != Alerts().apl_ref:
        return ""
    return (
        f"l'offre compte d'autres lieux que les France Services ({', '.join(lists)}), dont la "
        "médiane nationale sert de référence : moins de communes sont en alerte ; pour une autre "
        "référence, réglez alerts.apl_ref."
    )
