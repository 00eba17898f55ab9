"""Opening hours in French, as people write them in a column a day."""

from __future__ import annotations

from tests.bad_rows.kind import CellsKind, Kind
from tests.bad_rows.kinds.numbers import put

UNREADABLE = ("noticed:HORAIRES_ILLISIBLES",)


def _kind(name: str, accepts: tuple[str, ...], *texts: str) -> Kind:
    return CellsKind(name, "france_services", accepts, put("h_mardi", *texts))


KINDS: tuple[Kind, ...] = (
    _kind("hours in words", UNREADABLE, "matin seulement", "ouvert", "le matin de bonne heure"),
    _kind("hours by appointment", UNREADABLE, "sur rendez-vous", "09:00 - 12:00 sur RDV"),
    _kind("one week in two", UNREADABLE, "09:00 - 12:00 (semaine paire)", "1 mardi sur 2"),
    _kind("24/7", UNREADABLE, "24/7", "24h/24", "7j/7"),
    _kind("hours past midnight", UNREADABLE, "22:00 - 02:00", "18:00 - 00:30"),
    _kind("hours that do not exist", UNREADABLE, "09:00 - 25:00", "09:75 - 12:00"),
    _kind("hours backwards", UNREADABLE, "17:00 - 09:00", "12:00 - 09:00 / 14:00 - 17:00"),
    _kind("hours left open", UNREADABLE, "09:00", "09:00 -", "à partir de 9h"),
)
