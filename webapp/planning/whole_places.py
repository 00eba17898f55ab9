"""What every page of planning says beside its minutes: a place counts whole, whatever its hours."""

from __future__ import annotations

from carto.typography import typeset

WHOLE_PLACE = typeset(
    "Dans les temps de trajet, un lieu compte dès qu'il ouvre, même une demi-journée par semaine : "
    "ses heures ne pèsent que dans l'offre accessible."
)
