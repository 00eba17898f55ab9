"""The columns of a spreadsheet that people read: words for codes, names beside codes of places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto.codes import COLLECTIVITES, DEPARTEMENTS, REGIONS
from geodata.export_formats.french_words import in_words
from geodata.export_formats.told_descriptions import told_description

Field = Mapping[str, Any]

# Reasons of missing values are JSON; hours are told once, in words.
_FOR_PROGRAMS = ("reasons", "horaires_en_clair")
# What a row is for, read before what it comes from: just after its code.
_READ_FIRST = ("nom", "verdict", "is_underserved", "sentence")
_DEPARTEMENT_NAMES = {code: name for code, (name, _) in DEPARTEMENTS.items()} | COLLECTIVITES
_JOINED = "|"


@dataclass(frozen=True)
class Naming:
    """A column of names: its name, label and description; after the codes, or instead of them."""

    name: str
    title: str
    description: str
    is_instead: bool = False


_DEPARTEMENT = Naming("nom_departement", "Département", "Nom officiel.")
_NAMINGS = {
    "departement": _DEPARTEMENT,
    "departements": Naming("noms_departements", "Départements", "Noms officiels."),
    "region": Naming("nom_region", "Région", "Nom officiel."),
    "nearest_site_id": Naming(
        "nom_lieu_proche", "Lieu le plus proche", "Nom et commune publiés.", is_instead=True
    ),
}
# Labels of the columns that stay codes: a reader must not take a code for a name.
_CODE_TITLES = {
    "departement": "Code du département",
    "code_departement": "Code du département",
    "departements": "Codes des départements",
    "region": "Code de la région",
    "code_region": "Code de la région",
    "code_pays": "Code du pays",
    "siren_epci": "SIREN de l'EPCI",
    "siren_ept": "SIREN de l'EPT",
    "epci_partial": "SIREN des EPCI à cheval",
    "nearest_site_id": "Identifiant du lieu le plus proche",
    "lieu_id": "Identifiant du lieu",
    "merged_ids": "Identifiants des fiches réunies",
    "typologie": "Typologie (codes de la norme)",
}


class ToldColumns:
    """The columns that people read of a table: code, name, verdict and sentence first.

    Attributes
    ----------
    fields
        Descriptors of the columns, as in the manifest.
    """

    def __init__(
        self, fields: Sequence[Field], place_names: Mapping[str, str] | None = None
    ) -> None:
        """Choose the columns.

        Parameters
        ----------
        fields
            Descriptors of the columns of the table.
        place_names
            Names of places by identifier, where they are known.
        """
        self._names: dict[str, Mapping[str, str]] = {
            "departement": _DEPARTEMENT_NAMES,
            "departements": _DEPARTEMENT_NAMES,
            "region": REGIONS,
        }
        if place_names:
            self._names["nearest_site_id"] = place_names
        self._shown = _in_reading_order(fields)
        self.fields = [told for field in self._shown for told in self._told(field)]

    def cells(self, record: Mapping[str, object]) -> list[object]:
        """Put a row in words, in the order of the columns; None where a value is missing."""
        written: list[object] = []
        for field in self._shown:
            name = field["name"]
            value = record[name]
            if name not in self._names:
                written.append(in_words(name, value))
            else:
                written += [] if _NAMINGS[name].is_instead else [value]
                written.append(self._named(name, value))
        return written

    def _told(self, field: Field) -> list[Field]:
        """Describe a column, and the one of names that follows or replaces it."""
        name = field["name"]
        code = {
            **field,
            "title": _CODE_TITLES.get(name, field["title"]),
            "description": told_description(name, field["description"]),
        }
        if name not in self._names:
            return [code]
        naming = _NAMINGS[name]
        told = {"name": naming.name, "title": naming.title, "description": naming.description}
        named = {**field, **told}
        return [named] if naming.is_instead else [code, named]

    def _named(self, name: str, value: object) -> str | None:
        """Write the names of codes; a code without one stands for itself."""
        if value is None:
            return None
        names = self._names[name]
        return f" {_JOINED} ".join(names.get(code, code) for code in str(value).split(_JOINED))


def _in_reading_order(fields: Sequence[Field]) -> list[Field]:
    """Leave out what only programs read, and put first what a reader looks for."""
    code, *others = (field for field in fields if field["name"] not in _FOR_PROGRAMS)
    places = {name: place for place, name in enumerate(_READ_FIRST)}
    return [code, *sorted(others, key=lambda field: places.get(field["name"], len(places)))]
