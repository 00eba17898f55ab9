"""The validated input tables of mini France, and the question to ask of them.

Contours are schematic: squares around the mairie, drawn in the legal projection of the département
(Lambert-93, RGR92 for La Réunion) and reprojected to EPSG:4326. Eygliers has a hole where its real
enclave lies, Mont-Dauphin; Ouessant has an islet, as it really has.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import cache

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from carto.assessment import Assessment, Question, assess
from carto.cog.alignment import Aligned
from carto.cog.history import read_history
from carto.crs import metric_crs
from carto.need_variants import need_name
from carto.rollups.groups import Group
from carto.tables.parsed_sites import OPTIONAL_COLUMNS
from carto.territories import Perimeter
from carto.verdict.parameters import Parameters
from carto.verdict.sentence import Wording
from tests.mini_france.communes import COMMUNES, POHER, Commune
from tests.mini_france.places import PLACES

COG = 2026
SOURCES = (
    *("cog", "mouvements"),
    *("contours", "mairies", "population", "epci", "fibre", "filosofi", "sites"),
    *("frr", "ept", "cuivre"),
)
ESQUIBIEN = (("29003", "Audierne"), ("29052", "Esquibien"))
FRR_CLASSES = {
    "29155": "frr_socle",
    "05052": "frr_socle",
    "22157": "frr_plus",
    "29227": "frr_plus",
    "2A004": "non_classee",
    "97411": "frr_partiel",
}


def square(commune: Commune) -> shapely.Geometry:
    """Draw the schematic contour of a commune, in EPSG:4326."""
    epsg = metric_crs(commune.departement)
    centre = gpd.GeoSeries([shapely.Point(commune.longitude, commune.latitude)], crs=4326)
    x, y = centre.to_crs(epsg).iloc[0].coords[0]
    half = commune.side_km * 500
    drawn = shapely.box(x - half, y - half, x + half, y + half)
    if commune.code == "05052":
        drawn = drawn.difference(shapely.box(x - 1000, y - 1000, x + 1000, y + 1000))
    if commune.code == "29155":
        drawn = shapely.MultiPolygon([drawn, shapely.box(x, y + 3000, x + 300, y + 3300)])
    return gpd.GeoSeries([drawn], crs=epsg).to_crs(4326).iloc[0]


def contours() -> gpd.GeoDataFrame:
    """Draw every commune."""
    rows = [{"code_insee": c.code, "nom": c.nom, "departement": c.departement} for c in COMMUNES]
    return gpd.GeoDataFrame(rows, geometry=[square(c) for c in COMMUNES], crs=4326)


def cog() -> pd.DataFrame:
    """List the communes, two that have no contour, and a commune déléguée under the same code."""
    rows = [(c.code, "COM", c.nom, c.departement, None) for c in COMMUNES]
    rows.append(("29250", "COM", "Saint-Hernin", "29", None))
    rows.append(("44180", "COM", "Vallons-de-l'Erdre", "44", None))
    rows.append(("44180", "COMD", "Saint-Mars-la-Jaille", None, "44180"))
    columns = ["code_insee", "type_commune", "nom", "departement", "commune_mere"]
    return pd.DataFrame(rows, columns=columns)


def mouvements() -> pd.DataFrame:
    """Merge Esquibien into Audierne, as really happened; neither has a contour here."""
    day = "2016-01-01"
    rows = [("32", day, "COM", code, nom, "COM", "29003", "Audierne") for code, nom in ESQUIBIEN]
    columns = ["modalite", "date_effet", "type_avant", "code_avant", "nom_avant"]
    return pd.DataFrame(rows, columns=[*columns, "type_apres", "code_apres", "nom_apres"])


def mairies() -> pd.DataFrame:
    """Publish the mairies: Dinéault lost its minus sign, Le Moustoir is missing.

    That of Eygliers is published at the centre of its enclave, which is another commune.
    """
    points = pd.DataFrame(
        {
            "code_insee": [c.code for c in COMMUNES],
            "longitude": [c.longitude for c in COMMUNES],
            "latitude": [c.latitude for c in COMMUNES],
        }
    )
    points.loc[points["code_insee"] == "29044", "longitude"] = 4.165563
    return points[points["code_insee"] != "22157"].reset_index(drop=True)


def population() -> pd.DataFrame:
    """Count the inhabitants of every commune."""
    return pd.DataFrame([{"code_insee": c.code, "population": c.population} for c in COMMUNES])


def epci() -> pd.DataFrame:
    """List the members of the EPCI; Saint-Hernin is a member of Poher without a contour."""
    rows = [(c.code, c.siren, c.nom_epci) for c in COMMUNES if c.siren is not None]
    rows.append(("29250", POHER, "CC Poher Communauté"))
    columns = ["code_insee", "siren_epci", "nom_epci"]
    return pd.DataFrame(rows, columns=columns).assign(nature_juridique="CC")


def fibre() -> pd.DataFrame:
    """Count the premises; Mont-Dauphin is not in the file."""
    rows = [(c.code, "2026-T2", c.locaux, c.raccordables) for c in COMMUNES if c.locaux is not None]
    columns = ["code_insee", "quarter", "locaux", "locaux_raccordables"]
    return pd.DataFrame(rows, columns=columns).assign(
        locaux_en_construction=pd.array([None] * len(rows), dtype="Int64"), zone_fibre=None
    )


def filosofi() -> pd.DataFrame:
    """Give the incomes that INSEE publishes; no rate of poverty is."""
    rows = [(c.code, c.income) for c in COMMUNES if c.income is not None]
    table = pd.DataFrame(rows, columns=["code_insee", "niveau_vie_median"])
    return table.assign(taux_pauvrete=np.nan)


def frr() -> pd.DataFrame:
    """Give the classes of July 2025; some communes are not in the file."""
    rows = list(FRR_CLASSES.items())
    return pd.DataFrame(rows, columns=["code_insee", "classement_frr"])


def ept() -> pd.DataFrame:
    """List a member of Plaine Commune: no commune of mini France is in the Grand Paris."""
    rows = [(c.code, None, None) for c in COMMUNES]
    rows.append(("93066", "200057867", "Plaine Commune"))
    return pd.DataFrame(rows, columns=["code_insee", "siren_ept", "nom_ept"])


def cuivre() -> pd.DataFrame:
    """Schedule the closure of copper by invented dates; that of Ajaccio is not set."""
    rows = [
        ("22157", "2026-01-31", "2028-01-31", "2028-01-31"),
        ("29155", "2027-01-31", "2030-11-30", "2030-11-30"),
        ("2A004", None, None, None),
    ]
    names = ("fermeture_commerciale", "fermeture_technique", "fermeture_technique_fin")
    return pd.DataFrame(rows, columns=["code_insee", *names]).assign(
        cuivre_lot=["5", None, None],
        locaux_bloques=pd.array([3, 0, None], dtype="Int64"),
        prevision_completude=None,
        prevision_completude_fin=None,
    )


def sites() -> pd.DataFrame:
    """List the places as parsed, in the columns of their contract."""
    table = pd.DataFrame([asdict(place) for place in PLACES]).drop(columns="hours")
    unsaid = [name for name in OPTIONAL_COLUMNS if name not in table]
    return table.assign(
        **dict.fromkeys(unsaid),
        source="france_services",
        kind="lieu",
        is_itinerant=table["format"].isin(["itinerante", "bus"]),
    ).assign(hours_per_year_declared=[p.hours_per_year or np.nan for p in PLACES])


def tables(*without: str) -> dict[str, pd.DataFrame]:
    """Build every input table by source id, except the named ones."""
    makers = (
        cog,
        mouvements,
        contours,
        mairies,
        population,
        epci,
        fibre,
        filosofi,
        sites,
        frr,
        ept,
        cuivre,
    )
    return {
        source: make()
        for source, make in zip(SOURCES, makers, strict=True)
        if source not in without
    }


def wording(parameters: Parameters) -> Wording:
    """Name the dates and the need."""
    return Wording(parameters.alerts, "2026-06-30", "2024-08-01", need_name("revenu", "2019"))


def question(perimeter: Perimeter | None = None, parameters: Parameters | None = None) -> Question:
    """Ask for the whole of mini France, or a perimeter of it, by the default method."""
    method = parameters or Parameters()
    years = dict.fromkeys(SOURCES, COG)
    return Question(perimeter or Perimeter(), years, method, "revenu", wording(method))


@cache
def assessed(perimeter: Perimeter) -> Assessment:
    """Assess a perimeter once for all tests; nobody may change the answer."""
    return assess(tables(), question(perimeter))


def assess_groups(*groups: Group, perimeter: Perimeter | None = None) -> Assessment:
    """Assess with groups of communes made by hand, the movements known."""
    given = tables()
    history = read_history(given["mouvements"])
    aligned = Aligned(given, COG, history)
    return assess(given, replace(question(perimeter), groups=groups), aligned)


def row(assessment: Assessment, code_insee: str) -> dict[str, object]:
    """Read the published row of a commune."""
    return assessment.communes.set_index("code_insee").loc[code_insee].to_dict()
