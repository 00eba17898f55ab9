"""The archive of annexes: the same dossier is always the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator

from carto import french
from carto.typography import typeset
from webapp.dossier.annexes.outlines import communes_geojson, places_geojson
from webapp.dossier.annexes.sheets import (
    parameters_sheet,
    published_sheets,
    slug,
    sources_sheet,
    tables_as_read,
)
from webapp.dossier.blocks import Dossier, Figure, flat
from webapp.dossier.editions.frozen_files import BASELINE_NAME
from webapp.dossier.figures.drawn_figure import DOTS_PER_INCH, Draw
from webapp.dossier.fixed_zip import fixed_zip
from webapp.dossier.subject import Subject

_README = """Annexes du dossier « {title} »
{territory}

Données publiées le {date}, instantané {snapshot}, méthode {method}.
{edition}

baseline.json       l'état de référence, à garder : le dossier de l'an prochain dira ce qui a
                    changé (carto dossier … --reference ces-annexes.zip)
tables/             les données publiées du territoire, de ses communes et de ses lieux, pour un
                    tableur ; dictionnaire.csv dit ce que mesure chaque colonne
tableaux/           les tableaux du dossier, tels qu'ils s'y lisent
cartes/             les contours des communes et les lieux, en GeoJSON (degrés, WGS 84)
figures/            les cartes et les graphiques du dossier, en PNG ({dots} points par pouce) et SVG
methode/            les sources et leurs licences, les paramètres et leurs valeurs

Une cellule vide est une donnée absente, jamais un zéro.
Les tableurs ouvrent ces fichiers d'un double clic : point-virgule, virgule décimale, UTF-8.
"""


def annexes(subject: Subject, dossier: Dossier, frozen: str, draw: Draw) -> bytes:
    """Write the archive.

    Parameters
    ----------
    subject
        The territory and its data.
    dossier
        The dossier, for its figures and tables.
    frozen
        Text of `baseline.json`.
    draw
        Makes the image of a figure.
    """
    members = {
        "LISEZ-MOI.txt": _readme(subject, dossier).encode(),
        BASELINE_NAME: frozen.encode(),
        "cartes/communes.geojson": communes_geojson(subject),
        "cartes/lieux.geojson": places_geojson(subject),
        "methode/sources.csv": sources_sheet(subject),
        "methode/parametres.csv": parameters_sheet(subject),
        "methode/methode.json": _method(subject),
    }
    members |= {f"tables/{name}": sheet for name, sheet in published_sheets(subject).items()}
    members |= {f"tableaux/{name}": sheet for name, sheet in tables_as_read(dossier).items()}
    members |= {f"figures/{name}": content for name, content in _figures(dossier, draw)}
    return fixed_zip(dict(sorted(members.items())))


def _figures(dossier: Dossier, draw: Draw) -> Iterator[tuple[str, bytes]]:
    """Draw every figure, numbered as its caption and named after its first sentence."""
    found = [
        block
        for section in dossier.sections
        for block in flat(section.blocks)
        if isinstance(block, Figure)
    ]
    for number, figure in enumerate(found, 1):
        name = f"figure-{number:02d}-{slug(figure.caption.partition('. ')[0])}"
        yield f"{name}.svg", figure.svg.encode()
        yield f"{name}.png", draw(figure)


def _method(subject: Subject) -> bytes:
    """Write the whole method as JSON, for a program."""
    said = {"snapshot": subject.snapshot.id, "cog": subject.facts["cog"]}
    method = said | dict(subject.facts["method"])
    return f"{json.dumps(method, ensure_ascii=False, indent=1)}\n".encode()


def _readme(subject: Subject, dossier: Dossier) -> str:
    """Say what the archive holds."""
    return typeset(
        _README.format(
            title=dossier.title,
            territory=dossier.territory,
            date=french.date(str(subject.facts["created"])[:10]),
            snapshot=subject.snapshot.id,
            method=subject.facts["method"]["version"],
            edition="\n".join(dossier.edition),
            dots=DOTS_PER_INCH,
        )
    )
