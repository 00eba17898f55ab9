"""The data described for search engines: a schema.org Dataset, as data inside the page."""

from __future__ import annotations

from typing import Any

from webapp.catalogue.layers import PublishedLayer
from webapp.house.theme import site
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.reuse_terms import OPEN_LICENCE_ADDRESS

DESCRIPTION = (
    "Fibre, lieux d'aide au numérique et besoin, commune par commune : quelles communes sont "
    "sous-desservies, et pourquoi. Une valeur absente est absente, jamais zéro."
)
KEYWORDS = ("inclusion numérique", "médiation numérique", "fibre optique", "communes")


def dataset_markup(
    snapshot: LoadedSnapshot, layers: list[PublishedLayer], host: str
) -> dict[str, Any]:
    """Describe a snapshot as a schema.org Dataset (JSON-LD).

    Parameters
    ----------
    snapshot
        What is served.
    layers
        Its layers.
    host
        Scheme and host of the service.
    """
    facts = snapshot.facts
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"Inclusion numérique par commune : {facts['title']}",
        "description": DESCRIPTION,
        "url": f"{host}/donnees",
        "identifier": snapshot.id,
        "version": snapshot.id,
        "dateModified": str(facts["created"])[:10],
        "inLanguage": "fr",
        "isAccessibleForFree": True,
        "keywords": list(KEYWORDS),
        "creator": {"@type": "Organization", "name": site().mentions.editeur or site().nom},
        "isBasedOn": [
            {
                "@type": "Dataset",
                "name": source["title"],
                "creator": {"@type": "Organization", "name": source["producer"]},
            }
            | ({"url": source["homepage"]} if source["homepage"] else {})
            for source in facts["sources"]
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f"{one.layer.title} ({file.format.label})",
                "encodingFormat": file.mediatype,
                "contentUrl": host + file.address,
                "contentSize": f"{file.bytes} B",
                "sha256": file.sha256,
            }
            for one in layers
            for file in one.table.files
        ],
    }
    if layers and all(one.is_open for one in layers):
        described["license"] = OPEN_LICENCE_ADDRESS
    dated = [one for one in layers if one.sources]
    if dated:
        first, last = min(one.first_date for one in dated), max(one.last_date for one in dated)
        described["temporalCoverage"] = f"{first}/{last}"
    boxes = [one.table.box for one in layers if one.table.box is not None]
    if boxes:
        west, south, east, north = boxes[0]
        shape = {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"}
        described["spatialCoverage"] = {"@type": "Place", "name": facts["title"], "geo": shape}
    return described
