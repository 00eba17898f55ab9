"""The places of mini France: the troubles of real files, at real spots; hours chosen."""

from __future__ import annotations

from dataclasses import dataclass

from carto.measures.hour_rates import WEEKS_PER_YEAR


@dataclass(frozen=True)
class Place:
    """One place as parsed; hours a week, None where unreadable."""

    id: str
    nom: str
    code_insee: str
    nom_commune: str
    longitude: float | None
    latitude: float | None
    format: str
    hours: float | None

    @property
    def hours_per_year(self) -> float | None:
        """Hours of the 52 weeks."""
        return None if self.hours is None else self.hours * WEEKS_PER_YEAR


PLACES = (
    Place("poher", "France services Poher", "29024", "Carhaix", -3.574878, 48.275293, "fixe", 35),
    # Beyond the border of Finistère, in a commune that the tables do not hold.
    Place("gourin", "Roi Morvan", "56066", "Gourin", -3.605221, 48.140133, "multisites", 24),
    Place("ouessant", "La Poste d'Ouessant", "29155", "Ouessant", -5.0957, 48.45944, "fixe", None),
    Place("brest", "Pimms Brest, sans coordonnées", "29019", "Brest", None, None, "fixe", 20),
    # Latitude and longitude swapped.
    Place("brule", "Le Brûlé", "97411", "Saint-Denis", -20.907734, 55.443063, "fixe", 30),
    # Where it stops is not known.
    Place("queyras", "Bus du Queyras", "05082", "Mont-Dauphin", 6.628, 44.672, "bus", 70),
    # Neither coordinates nor a commune that the tables hold.
    Place("perdu", "Sans adresse", "22266", "Rostrenen", None, None, "fixe", 20),
)
