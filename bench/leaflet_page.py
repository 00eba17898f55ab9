"""The page that a developer would otherwise write: the same communes with Leaflet alone.

One measure, no table, no place, no text without JavaScript; the lightest of the usual ways.
"""

from __future__ import annotations

import json
from pathlib import Path

import brotli
import geopandas as gpd
import pandas as pd

from bench.naive import DEMO
from bench.naive_site import DYNAMIC, HIGHEST

PAGE = "/leaflet.html"
DECIMALS = 5
_HTML = """<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<title>Fibre, Finistère</title>
<link rel="stylesheet" href="/leaflet.css">
<div id="carte" style="height: 100vh"></div>
<script src="/leaflet.js"></script>
<script>
const couleurs = ["#253494", "#2c7fb8", "#41b6c4", "#a1dab4", "#ffffcc"];
const couleur = (taux) => couleurs[[50, 75, 90, 95].filter((borne) => taux >= borne).length];
fetch("/communes.json").then((reponse) => reponse.json()).then((communes) => {
  const carte = L.map("carte");
  const style = ({properties}) => ({
    color: "#555", weight: 0.5, fillOpacity: 1, fillColor: couleur(properties.taux),
  });
  const couche = L.geoJSON(communes, {style}).addTo(carte);
  couche.bindTooltip(({feature}) => `${feature.properties.nom} : ${feature.properties.taux} %`);
  carte.fitBounds(couche.getBounds());
});
</script>
</html>
"""


def leaflet_files(node_modules: Path) -> dict[str, bytes]:
    """Gather what the page needs, compressed, by path.

    Parameters
    ----------
    node_modules
        Where the packages of `bench/package.json` are installed.
    """
    library = node_modules / "leaflet" / "dist"
    return {
        PAGE: brotli.compress(_HTML.encode(), quality=DYNAMIC),
        "/communes.json": brotli.compress(_communes().encode(), quality=DYNAMIC),
        "/leaflet.js": brotli.compress((library / "leaflet.js").read_bytes(), quality=HIGHEST),
        "/leaflet.css": brotli.compress((library / "leaflet.css").read_bytes(), quality=HIGHEST),
    }


def _communes() -> str:
    """Write the communes of the demonstration with their fibre rate, as GeoJSON."""
    communes = gpd.read_file(DEMO / "communes-50m.geojson")
    fibre = pd.read_csv(DEMO / "cartefibre-2026t2.csv", sep=None, engine="python", dtype=str)
    rates = 100 * fibre["ftth"].astype(int) / fibre["Locaux"].astype(int)
    fibre = fibre.assign(taux=rates.round(1))
    joined = communes.merge(fibre, left_on="code", right_on="INSEE_COM")
    kept = joined[["code", "nom", "taux", "geometry"]]
    document = json.loads(kept.to_json(drop_id=True))
    for feature in document["features"]:
        feature["geometry"]["coordinates"] = _rounded(feature["geometry"]["coordinates"])
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _rounded(coordinates: object) -> object:
    """Round nested coordinates to about a metre."""
    if isinstance(coordinates, list):
        return [_rounded(item) for item in coordinates]
    return round(float(str(coordinates)), DECIMALS)
