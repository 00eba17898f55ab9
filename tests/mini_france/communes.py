"""The communes of mini France: real codes, names, populations, mairies, incomes; schematic shapes.

Facts are those of INSEE (COG 2026, populations 2023, Filosofi 2019), ARCEP (30 June 2026) and the
DILA. Where a fact was not at hand it was chosen for the trouble it makes, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass

POHER = "242900744"


@dataclass(frozen=True)
class Commune:
    """One commune.

    Attributes
    ----------
    longitude, latitude
        Its mairie where it really is, WGS 84; the centre of its schematic contour.
    locaux, raccordables
        Counts of the fibre file; None: the commune is not in it.
    income
        Median standard of living, € a year; None: not in the file.
    side_km
        Side of the schematic square.
    """

    code: str
    nom: str
    departement: str
    longitude: float
    latitude: float
    population: int
    siren: str | None
    nom_epci: str | None
    locaux: int | None
    raccordables: int | None
    income: float | None
    side_km: float = 4.0


_POHER = (POHER, "CC Poher Communauté")
_ALONE = (None, None)
_GUILLESTROIS = ("200067452", "CC du Guillestrois et du Queyras")

COMMUNES = (
    Commune(
        *("29019", "Brest", "29", -4.484541, 48.391693, 142346),
        *("242900314", "Brest Métropole", 101397, 98977, 20520.0),
    ),
    Commune(
        *("29024", "Carhaix-Plouguer", "29", -3.574236, 48.275726, 7412),
        *(*_POHER, 5647, 5634, 20430.0),
    ),
    Commune(
        *("29044", "Dinéault", "29", -4.165563, 48.218863, 1853),
        *("200067247", "CC Pleyben-Châteaulin-Porzay", 892, 802, 20370.0),
    ),
    Commune(
        *("29083", "Île-de-Sein", "29", -4.850726, 48.035677, 263),
        *(*_ALONE, 483, 0, None, 1.0),
    ),
    Commune(
        *("29152", "Motreff", "29", -3.55466, 48.202078, 654),
        *(*_POHER, 477, 450, 21040.0),
    ),
    Commune(
        *("29155", "Ouessant", "29", -5.097373, 48.455356, 860),
        *(*_ALONE, 1107, 0, 19660.0),
    ),
    Commune(
        *("29227", "Poullaouen", "29", -3.642694, 48.340028, 1470),
        *(*_POHER, 1469, 1443, 20580.0),
    ),
    Commune(
        *("22157", "Le Moustoir", "22", -3.497, 48.273, 656),
        *(*_POHER, 400, 380, 21620.0),  # counts chosen
    ),
    Commune(
        *("05052", "Eygliers", "05", 6.628, 44.672, 786),  # population of about 2020
        *(*_GUILLESTROIS, 700, 714, 21000.0),  # counts and income chosen: a rate above 1
    ),
    Commune(
        *("05082", "Mont-Dauphin", "05", 6.628, 44.672, 162),
        *(*_GUILLESTROIS, None, None, None, 2.0),
    ),
    Commune(
        *("2A004", "Ajaccio", "2A", 8.738, 41.919, 76320),
        *("242010056", "CA du Pays Ajaccien", 50000, 47500, 21900.0),  # counts chosen
    ),
    Commune(
        *("55039", "Beaumont-en-Verdunois", "55", 5.4107, 49.264, 0),
        *("200049187", "CA du Grand Verdun", 0, 0, None),
    ),
    Commune(
        *("97411", "Saint-Denis", "974", 55.450, -20.879, 155634),
        *("249740119", "CINOR", 80000, 76000, 17270.0, 12.0),  # counts chosen
    ),
)
