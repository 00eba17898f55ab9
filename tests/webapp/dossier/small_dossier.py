"""A dossier with every kind of block, whose figures are those of nobody."""

from __future__ import annotations

from webapp.dossier.blocks import (
    Bullets,
    CheckItem,
    Checklist,
    Column,
    Dossier,
    Figure,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Section,
    SubSection,
    Table,
    ToComplete,
    slots,
)
from webapp.dossier.editions.baseline import Baseline

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
    '<rect width="100" height="50" fill="#0f5361"/></svg>'
)
MAP = Figure(SQUARE, "Communes du canton", "Deux communes, l'une au nord.", "IGN 2026.", 120, 60)
SMALL = Figure(SQUARE, "Petite carte", "Une commune.", "IGN 2026.", 54, 27)
TABLE = Table(
    "Communes sous-desservies",
    (Column("Commune"), Column("Population", is_number=True), Column("Raison")),
    (("Le Nord", "1\u202f204", "aucun lieu à moins de 20\u00a0min"), ("Le Sud", "310", "—")),
    "Source : essai.",
)
SECTIONS = (
    Section(
        1,
        "Identité et périmètre",
        (
            Paragraph("Le canton compte 2\u00a0communes."),
            ToComplete("Porteur", "Nom de la collectivité qui porte la démarche"),
            SubSection("Périmètre", (MAP, TABLE)),
        ),
        "identite",
    ),
    Section(
        2,
        "Synthèse",
        (
            KeyFigures((KeyFigure("2 sur 3", "communes sous-desservies", "Méthode 2.0.0"),)),
            SubSection("Trois cartes", (SMALL, SMALL, SMALL)),
            SubSection("Listes", (Bullets(("une", "deux")), Bullets(("un", "deux"), True))),
        ),
        "synthese",
    ),
    Section(
        3,
        "Engagements",
        (
            Checklist((CheckItem(True, "Recenser les acteurs."), CheckItem(False, "Former."))),
            Bullets(("premier", "second"), True),
            ToComplete("Date de signature", "Jour, mois, année"),
        ),
        "engagements",
    ),
    Section(0, "Mentions", (Paragraph("Sans numéro."),), "mentions"),
)
BASELINE = Baseline("epci", "200000000", "CC du Canton", "0123456789abcdef", "2.0.0", "ab" * 32, ())
SMALL_DOSSIER = Dossier(
    title="Dossier d'inclusion numérique",
    subtitle="Trame TANI / FNE",
    territory="Communauté de communes du Canton",
    edition=("Données publiées le 1er juillet 2026", "Données de démonstration"),
    sections=SECTIONS,
    to_complete=slots(SECTIONS),
    baseline=BASELINE,
)
