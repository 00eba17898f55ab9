"""Questions to copy from the page of the API, about what the served snapshot has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from carto.french import NBSP, of_place
from carto.typography import typeset
from webapp import links
from webapp.api.commune_document import commune_document
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, LoadedSnapshot, Row

_SHOWN_FIELDS = ("code_insee", "nom", "population", "verdict")


@dataclass(frozen=True)
class Example:
    """A question, and the address that answers it."""

    question: str
    address: str

    def __post_init__(self) -> None:
        """Set the question with its no-break spaces."""
        object.__setattr__(self, "question", typeset(self.question))


def examples(snapshot: LoadedSnapshot) -> list[Example]:
    """Ask what people ask most, about a commune that lacks something.

    Parameters
    ----------
    snapshot
        What is served.
    """
    commune = example_commune(snapshot)
    code, nom = commune["code_insee"], of_place(commune["nom"])
    departement = commune["departement"]
    place = f"lon={commune['longitude']}&lat={commune['latitude']}"
    where = snapshot.territory(DEPARTEMENT, departement)["nom"]
    asked = [
        Example(
            f"Quelles communes sont prioritaires ({where}), et pourquoi ?",
            f"{links.API}/communes?classe=3&departement={departement}"
            f"&fields={','.join(_SHOWN_FIELDS)}",
        ),
        Example(f"Que sait-on {nom} ?", links.commune(code)),
        Example(
            f"Quels sont les trois lieux d'aide les plus proches {nom} ?",
            f"{links.API}/nearest?{place}&n=3",
        ),
        Example(
            f"Le verdict {nom} change-t-il si l'on se contente de 80 % de fibre ?",
            f"{links.commune(code)}?fibre_min=80",
        ),
    ]
    if commune["siren_epci"] in snapshot.epci:
        epci = commune["siren_epci"]
        asked += [
            Example(
                "Quels lieux d'aide a son intercommunalité ?", f"{links.API}/sites?epci={epci}"
            ),
            Example(
                f"Que changerait d'y tenir une permanence de 3{NBSP}h{NBSP}30 par semaine ?",
                f"{links.API}/scenario?territoire=epci-{epci}&ajout={code}:3.5",
            ),
        ]
    return asked


def answer_excerpt(snapshot: LoadedSnapshot) -> dict[str, Any]:
    """Write the beginning of the answer to the first example, its first commune alone.

    Parameters
    ----------
    snapshot
        What is served.
    """
    commune = example_commune(snapshot)
    document = commune_document(commune, snapshot)
    return {
        "snapshot": snapshot.id,
        "count": sum(
            row["verdict"] == commune["verdict"] and row["departement"] == commune["departement"]
            for row in snapshot.communes.values()
        ),
        "communes": [{name: document[name] for name in _SHOWN_FIELDS}],
    }


def example_commune(snapshot: LoadedSnapshot) -> Row:
    """Choose a commune of the perimeter: under-served if one is, then the most populated.

    Parameters
    ----------
    snapshot
        What is served.
    """
    return min(
        (row for row in snapshot.communes.values() if row["is_in_scope"]),
        key=lambda row: (
            row["verdict"] != "3",
            row["is_underserved"] is not True,
            -(row["population"] or 0),
            row["code_insee"],
        ),
    )
