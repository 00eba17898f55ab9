"""The chapters of the documentation of the API, in the order to read them."""

from __future__ import annotations

COMMUNES, TERRITORIES, PLACES = "Communes", "Territoires", "Lieux"
PLANNING, RELEASES, SEARCH = "Prévoir", "Données publiées", "Rechercher"

TAGS = {
    COMMUNES: "Chaque commune : fibre, lieu d'aide le plus proche, besoin, verdict et ses raisons.",
    TERRITORIES: "Intercommunalités, départements, régions, France, groupes de communes.",
    PLACES: "Les lieux d'aide au numérique, ceux d'à côté qui comptent compris.",
    SEARCH: "Trouver un territoire par son nom, un code ou un point.",
    PLANNING: "Ce que changeraient des ouvertures, des retraits, une tournée ; rien n'y est un "
    "conseil de fermer.",
    RELEASES: "Ce qui est servi, de quand, fait de quoi, et ce qui a changé.",
}
