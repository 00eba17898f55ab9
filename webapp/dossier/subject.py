"""What a dossier is about: a territory, its communes, and the data that every part reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from carto.drawing.indicators.indicator import Indicator
from carto.folding import folded
from carto.typography import typeset
from carto.verdict.parameters import Alerts
from carto.vocabulary import EPCI_NATURE_WORDS
from webapp.errors import UnknownResourceError
from webapp.maps.map_units import communes_of
from webapp.maps.shown_values import known_indicators
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI, EPT, GROUP, LoadedSnapshot, Row
from webapp.territories.references import Reference, references_of
from webapp.territories.territory import urgency
from webapp.views.late_layers import late_layers
from webapp.views.provenance import credit, time_limit


@dataclass(frozen=True)
class Kind:
    """How a kind of territory is said in a sentence.

    Attributes
    ----------
    the, of_the, in_the
        « l'intercommunalité », « de l'intercommunalité », « dans l'intercommunalité ».
    """

    the: str
    of_the: str
    in_the: str


KINDS: Mapping[str, Kind] = {
    EPCI: Kind("l'intercommunalité", "de l'intercommunalité", "dans l'intercommunalité"),
    DEPARTEMENT: Kind("le département", "du département", "dans le département"),
    EPT: Kind(
        "l'établissement public territorial",
        "de l'établissement public territorial",
        "dans l'établissement public territorial",
    ),
    GROUP: Kind("le groupe de communes", "du groupe de communes", "dans le groupe de communes"),
}

WITHOUT_DOSSIER = typeset(
    "Un dossier se fait pour une intercommunalité, un département ou un groupe de communes : "
    "choisissez-en un, par exemple depuis la page des territoires."
)

# Start of the official names of EPCI, and what it stands for.
_NATURES = {
    f"{short} ": f"{EPCI_NATURE_WORDS[short].capitalize()} " for short in ("CC", "CA", "CU")
}


@dataclass(frozen=True)
class Subject:
    """The territory of a dossier, read from one snapshot.

    Attributes
    ----------
    snapshot
        Under the rule that the dossier is made with.
    type, code
        The territory.
    """

    snapshot: LoadedSnapshot
    type: str
    code: str

    @property
    def facts(self) -> Mapping[str, Any]:
        """What the build recorded."""
        return self.snapshot.facts

    @property
    def kind(self) -> Kind:
        """How the territory is said in a sentence."""
        return KINDS[self.type]

    @cached_property
    def row(self) -> Row:
        """Published row of the territory."""
        return self.snapshot.territory(self.type, self.code)

    @cached_property
    def name(self) -> str:
        """Name of the territory, its nature in full."""
        return full_name(str(self.row["nom"]))

    @cached_property
    def communes(self) -> tuple[Row, ...]:
        """Its communes, by name in the order of French."""
        found = communes_of(self.snapshot, self.type, self.code)
        return tuple(sorted(found, key=lambda row: (folded(row["nom"]), row["code_insee"])))

    @cached_property
    def underserved(self) -> tuple[Row, ...]:
        """Its under-served communes, in order of attention."""
        found = (row for row in self.communes if row["is_underserved"])
        return tuple(sorted(found, key=urgency))

    @cached_property
    def places(self) -> tuple[Row, ...]:
        """Every place, point of service and structure in its communes, by commune and name."""
        order = {row["code_insee"]: place for place, row in enumerate(self.communes)}
        found = [site for site in self.snapshot.sites.values() if site["code_insee"] in order]
        found.sort(key=lambda site: (order[site["code_insee"]], folded(site["nom"]), site["id"]))
        return tuple(found)

    @cached_property
    def supply(self) -> tuple[Row, ...]:
        """Those of its places that count as supply open to all."""
        return tuple(site for site in self.places if site["is_supply"])

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Territories that it is compared with."""
        gaps = self.snapshot.details("twin_gaps", self.type, self.code)
        return references_of(self.type, self.row, self.snapshot.level, gaps)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Indicators of the communes, by id."""
        return known_indicators(self.snapshot)

    @cached_property
    def alerts(self) -> Alerts:
        """Thresholds of the rule."""
        return Alerts(**self.facts["method"]["parameters"]["alerts"])

    @property
    def limit(self) -> str:
        """Travel time beyond which supply is in alert, written."""
        return time_limit(self.facts)

    @property
    def method(self) -> str:
        """Name the method: what figures without a single source come from."""
        return f"méthode {self.facts['method']['version']}"

    @property
    def ageing(self) -> str:
        """Say which data were old on the day they were put together; empty when none was."""
        return late_layers(self.facts)

    def has_source(self, *readers: str) -> bool:
        """Whether the snapshot was made with a source of some readers."""
        return any(
            str(source.get("reader", source["id"])) in readers for source in self.facts["sources"]
        )

    def credit(self, *readers: str) -> str:
        """Name the producers and dates of the sources of some readers."""
        return credit(self.facts, *readers)


def subject_of(snapshot: LoadedSnapshot, type_: str, code: str) -> Subject:
    """Choose the territory of a dossier.

    Raises
    ------
    UnknownResourceError
        When no dossier is written for territories of this type, or when the snapshot has no such
        territory.
    """
    if type_ not in KINDS:
        raise UnknownResourceError(WITHOUT_DOSSIER)
    snapshot.territory(type_, code)
    return Subject(snapshot, type_, code)


def full_name(nom: str) -> str:
    """Write the nature of an EPCI in full.

    >>> full_name("CA du Pays de Landerneau-Daoulas"), full_name("CA Quimperlé Communauté")
    ("Communauté d'agglomération du Pays de Landerneau-Daoulas", 'Quimperlé Communauté')
    """
    for short, long in _NATURES.items():
        own = nom.removeprefix(short)
        if own != nom:
            says_it = any(word in own for word in ("Communauté", "Agglomération", "Agglo"))
            return typeset(own if says_it else long + own)
    return nom


def said_name(reference: Reference) -> str:
    """Name in a sentence a territory that one is compared with, or the median of those alike."""
    return reference.nom if reference.type else "médiane des territoires comparables"
