"""Texts of places: damaged encodings, markup, personal data."""

from __future__ import annotations

import random

from tests.bad_rows.kind import Cells, CellsKind, Kind
from tests.bad_rows.kinds.numbers import put

UNDERSTOOD = ("understood",)
PERSONAL_TEXT = ("noticed:TEXTE_PERSONNEL",)
# Each of these would be a person's; none may be found anywhere in what is kept.
PERSONAL = ("06 12 34 56 78", "0712345678", "jeanne.dupont", "Dupont", "diabétique")


def has_accents(row: Cells) -> bool:
    return not row["nom"].isascii() and can_be_mistaken(row["nom"])


def can_be_mistaken(text: str) -> bool:
    """Whether the bytes of a text in UTF-8 all mean something in cp1252."""
    try:
        text.encode().decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


def mistaken_for_cp1252(row: Cells, _: random.Random) -> Cells:
    return row | {"nom": row["nom"].encode().decode("cp1252")}


def quoted(row: Cells) -> Cells:
    return row | {"nom": f'{row["nom"]} "Le 29"'}


def with_wide_quotes(row: Cells, _: random.Random) -> Cells:
    return row | {"nom": row["nom"].replace('"', "\uff02")}


def in_bold(row: Cells, _: random.Random) -> Cells:
    return row | {"nom": f"<b>{row['nom']}</b>"}


def with_script(row: Cells, chance: random.Random) -> Cells:
    hostile = (
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "<svg onload=alert(1)>",
    )
    return row | {"nom": row["nom"] + chance.choice(hostile)}


def from_right_to_left(row: Cells, _: random.Random) -> Cells:
    return row | {"nom": f"\u202e{row['nom']}"}


def name_of_a_person(row: Cells, chance: random.Random) -> Cells:
    return row | {"nom": f"{row['nom']} - {chance.choice(('Mme', 'Madame', 'M.'))} Dupont"}


def _kind(name: str, accepts: tuple[str, ...], column: str, *texts: str) -> Kind:
    return CellsKind(name, "lieux", accepts, put(column, *texts))


KINDS: tuple[Kind, ...] = (
    CellsKind("mojibake", "lieux", ("repaired:TEXTE_REPARE",), mistaken_for_cp1252, has_accents),
    CellsKind("wide quotation marks", "lieux", UNDERSTOOD, with_wide_quotes, prepare=quoted),
    CellsKind("HTML in a name", "lieux", ("repaired:HTML_RETIRE",), in_bold),
    CellsKind("script in a name", "lieux", ("repaired:HTML_RETIRE",), with_script),
    CellsKind(
        "name from right to left", "lieux", ("refused:CARACTERE_INTERDIT",), from_right_to_left
    ),
    CellsKind("person in a name", "lieux", ("repaired:PERSONNE_RETIREE",), name_of_a_person),
)

PRIVATE: tuple[Kind, ...] = (
    _kind(
        "mobile phone",
        ("noticed:TELEPHONE_PERSONNEL", "noticed:TELEPHONE_ILLISIBLE"),
        "telephone",
        *("06 12 34 56 78", "0712345678", "+33 6 12 34 56 78"),
    ),
    _kind(
        "personal mail",
        ("noticed:COURRIEL_PERSONNEL",),
        "courriels",
        *("jeanne.dupont@gmail.com", "jeanne.dupont@argol.fr", "jdupont29@orange.fr"),
    ),
    _kind(
        "person in a text",
        PERSONAL_TEXT,
        "presentation_detail",
        *("Demander Mme Dupont à l'accueil.", "Contact : Monsieur Dupont, le mardi."),
    ),
    _kind(
        "health of a person",
        PERSONAL_TEXT,
        "presentation_detail",
        *("L'usager est diabétique.", "Personne diabétique suivie ici depuis 2023."),
    ),
    _kind(
        "mobile phone in a text",
        ("noticed:CONTACT_RETIRE",),
        "presentation_resume",
        *("Appelez le 06 12 34 56 78.", "Inscription au 0712345678 ou en ligne."),
    ),
    _kind(
        "personal mail in a text",
        ("noticed:CONTACT_RETIRE",),
        "presentation_resume",
        *("Écrire à jeanne.dupont@gmail.com.", "jeanne.dupont@yahoo.fr pour s'inscrire"),
    ),
)
