"""Contracts of the Code officiel géographique: its communes, what became of them, and old codes."""

from __future__ import annotations

from carto.codes import CODE_INSEE_PATTERN, DEPARTEMENT_PATTERN
from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE

# COM: communes; the others live inside one: arrondissement municipal, déléguée, associée.
COMMUNE_TYPES = ("COM", "ARM", "COMD", "COMA")
NO_COMMUNE = "AUCUNE"
PASSAGE_KINDS = ("fusion", "partage", "changement_de_code", "changement_de_departement")

COG = TableContract(
    "cog",
    "Code officiel géographique",
    "Une ligne par commune (COM), arrondissement municipal (ARM), commune déléguée (COMD) ou "
    "associée (COMA) au 1er janvier de l'année ; une commune déléguée peut avoir le code de sa "
    "commune.",
    ("code_insee", "type_commune"),
    (
        CODE_INSEE,
        Column("type_commune", "string", "Type", "COM, ARM, COMD ou COMA.", choices=COMMUNE_TYPES),
        Column("nom", "string", "Nom", "Nom officiel, article compris."),
        Column(
            "departement",
            "string",
            "Département",
            "Code du département.",
            nullable=True,
            null_rule="Non publié pour une commune déléguée ou associée.",
            pattern=DEPARTEMENT_PATTERN,
        ),
        Column(
            "commune_mere",
            "string",
            "Commune",
            "Code de la commune dont elle est une partie.",
            nullable=True,
            null_rule="C'est une commune.",
            pattern=CODE_INSEE_PATTERN,
        ),
    ),
)


def _side(name: str, label: str, when: str, absent: str) -> tuple[Column, ...]:
    """Declare the type, code and name of one side of a movement."""
    types = (*COMMUNE_TYPES, NO_COMMUNE)
    return (
        Column(
            f"type_{name}",
            "string",
            f"Type {label}",
            f"Type {when}. AUCUNE : {absent}.",
            choices=types,
        ),
        Column(
            f"code_{name}", "string", f"Code {label}", f"Code {when}.", pattern=CODE_INSEE_PATTERN
        ),
        Column(f"nom_{name}", "string", f"Nom {label}", f"Nom {when}."),
    )


MOUVEMENTS = TableContract(
    "mouvements",
    "Mouvements de communes",
    "Une ligne par lien entre une commune avant un événement et une commune après : une fusion en "
    "compte autant que de communes réunies, un rétablissement autant que de communes rétablies.",
    ("date_effet", "type_avant", "code_avant", "type_apres", "code_apres", "modalite"),
    (
        Column(
            "modalite",
            "string",
            "Modalité",
            "Code INSEE de l'événement (21 rétablissement, 31 à 34 fusions, 41 changement de "
            "département, 50 changement de code…).",
            pattern="[0-9]{2}",
        ),
        Column("date_effet", "date", "Date d'effet", "Premier jour de la nouvelle situation."),
        *_side("avant", "avant", "avant l'événement", "elle n'existait pas"),
        *_side("apres", "après", "après l'événement", "elle n'existe plus"),
    ),
)

PASSAGES = TableContract(
    "passages",
    "Codes disparus et communes vivantes",
    "Une ligne par code de commune disparu depuis 1943 et par commune où est son territoire ; "
    "plusieurs lignes pour un code dont le territoire a été partagé.",
    ("code_ancien", "code_insee"),
    (
        Column(
            "code_ancien",
            "string",
            "Ancien code",
            "Code que plus aucune commune ne porte.",
            pattern=CODE_INSEE_PATTERN,
        ),
        Column("nom_ancien", "string", "Ancien nom", "Dernier nom de la commune disparue."),
        CODE_INSEE,
        Column("date", "date", "Date", "Jour où l'ancien code a disparu."),
        Column(
            "kind",
            "string",
            "Nature",
            "Fusion, partage entre plusieurs communes, changement de code, ou de département.",
            choices=PASSAGE_KINDS,
        ),
    ),
)
