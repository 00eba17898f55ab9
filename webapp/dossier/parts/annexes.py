"""Part 12: sources, reconciliations, refused rows, parameters, limits, and every commune."""

from __future__ import annotations

from collections.abc import Iterator

from carto import french
from carto.drawing.travel_words import is_estimated
from carto.drawing.wording import is_out_of_reach, measured, time_decimals
from carto.vocabulary import VERDICT_WORDS
from webapp.dossier.blocks import Block, Section, SubSection, Table
from webapp.dossier.prose import agree, bullets, paragraph, table
from webapp.dossier.subject import Subject
from webapp.method.accounts import account_lines
from webapp.method.method import parameters
from webapp.snapshots.loaded_snapshot import Row
from webapp.views.provenance import out_of_date

# A longer table is read in a spreadsheet, and takes too long to lay out.
_MOST_COMMUNES = 200
_VALUES = ("temps", "acces", "besoin", "fibre")


def annexes(subject: Subject) -> Section:
    """Write the annexes."""
    return Section(
        12,
        "Annexes",
        (
            SubSection("Sources, dates et licences", tuple(_sources(subject))),
            SubSection("Changements de communes", tuple(_reconciled(subject))),
            SubSection("Limites", tuple(_limits(subject))),
            SubSection("Toutes les communes", (_communes(subject),)),
            SubSection("Paramètres de la méthode", (_parameters(subject),)),
            SubSection("Fichiers joints", (_files(),)),
        ),
        "annexes",
    )


def _files() -> Block:
    """Say what the archive of annexes holds, and where it is."""
    return paragraph(
        "L'archive des annexes (ZIP) contient les tableaux (CSV), les contours et les valeurs des "
        "communes (GeoJSON), les cartes (PNG à 300 points par pouce, SVG), les sources, les "
        "paramètres et le point de départ. La page de ce dossier et la commande carto dossier la "
        "donnent."
    )


def _sources(subject: Subject) -> Iterator[Block]:
    """List the sources with their dates, their licences and what became of their rows."""
    facts = subject.facts
    yield table(
        "Sources",
        ("Source", "Producteur", "Date", "Licence"),
        [
            (
                str(source["title"]),
                str(source["producer"]),
                french.date(source["date"]),
                str(source["licence"]),
            )
            for source in facts["sources"]
        ],
        f"Instantané {subject.snapshot.id} du {french.date(str(facts['created'])[:10])}.",
    )
    lines = account_lines(facts)
    yield table(
        "Lignes de chaque source, et ce qu'elles sont devenues",
        ("Source", "Lues#", "Publiées#", "Hors périmètre#", "Réunies#", "Refusées#"),
        [
            (line.layer, line.rows_in, line.published, line.beyond, line.merged, line.refused)
            for line in lines
        ],
        "Pour tout le périmètre des données. Les lignes refusées et leurs raisons sont dans le "
        "fichier quarantine.csv de l'instantané.",
    )
    if subject.ageing:
        yield paragraph(subject.ageing)
    late = out_of_date(facts)
    if late:
        yield bullets(late.values())


def _reconciled(subject: Subject) -> Iterator[Block]:
    """Say the year of the communes, and which former ones are in today's."""
    cog = subject.facts["cog"]
    own = {row["code_insee"] for row in subject.communes}
    moved = [
        row for rows in subject.snapshot.former.values() for row in rows if row["code_insee"] in own
    ]
    yield paragraph(
        f"Toutes les sources sont ramenées aux communes du 1er janvier {cog} (code officiel "
        "géographique)."
    )
    if not subject.has_source("mouvements"):
        yield paragraph(
            "L'historique des communes n'est pas joint : les codes d'anciennes communes ne sont "
            "pas suivis. Pour combler ce manque : joindre la source « Mouvements de communes »."
        )
    elif moved:
        yield table(
            "Anciennes communes du territoire",
            ("Ancienne commune", "Code", "Depuis le", "Commune actuelle"),
            [_moved_cells(subject, row) for row in moved],
            subject.credit("mouvements"),
        )
    else:
        yield paragraph("Aucune commune du territoire n'en a remplacé une autre.")


def _moved_cells(subject: Subject, row: Row) -> tuple[str, ...]:
    """Write a former commune."""
    return (
        str(row["nom_ancien"]),
        str(row["code_ancien"]),
        french.date(row["date"]),
        str(subject.snapshot.communes[row["code_insee"]]["nom"]),
    )


def _limits(subject: Subject) -> Iterator[Block]:
    """Say what the figures do not tell."""
    estimated = (
        "Les temps d'accès sont une estimation à vol d'oiseau corrigée : un estuaire, un pont ou "
        "un relief peuvent l'allonger."
    )
    yield paragraph(
        "Ces chiffres disent où regarder. Ne pas investir sans enquête : une visite, un appel à la "
        "mairie et aux acteurs cités confirment ou corrigent chaque constat."
    )
    yield bullets(
        (
            "Une commune où le besoin est fort n'est pas une commune d'habitants en difficulté : "
            "l'indice décrit un territoire.",
            "Un lieu absent des listes peut exister ; un lieu listé peut avoir fermé.",
            "Les heures estimées ne sont pas des heures vérifiées.",
            *((estimated,) if is_estimated(subject.facts) else ()),
            "La couverture par la fibre ne vaut pas éligibilité à l'adresse ; d'autres "
            "technologies donnent un accès au très haut débit.",
            "Ni la capacité d'accueil, ni la qualité de l'aide, ni l'accès à un véhicule ne sont "
            "mesurés.",
            "Une donnée absente est dite absente : elle n'est jamais comptée comme un zéro.",
            "Aucun chiffre n'est une recommandation de fermer un lieu.",
        )
    )
    doubtful = [row for row in subject.communes if row["flags"]]
    if doubtful:
        count = len(doubtful)
        yield paragraph(
            f"{french.plural(count, 'commune')} {agree(count, 'porte', 'portent')} au moins un "
            "signalement sur ses données : la page de chaque commune le détaille."
            if count == 1
            else f"{french.plural(count, 'commune')} portent au moins un signalement sur leurs "
            "données : la page de chaque commune le détaille."
        )


def _communes(subject: Subject) -> Block:
    """List every commune with the values behind its class; a long list is left to the annexes."""
    count = len(subject.communes)
    if count > _MOST_COMMUNES:
        return paragraph(
            f"Le territoire compte {french.plural(count, 'commune')} : leur tableau complet est "
            "dans l'archive des annexes, jointe à ce dossier."
        )
    return table(
        "Toutes les communes du territoire",
        (
            "Commune",
            "Habitants#",
            "Classe",
            "Temps d'accès#",
            "Offre accessible#",
            "Besoin#",
            "Fibre#",
        ),
        [
            (
                str(row["nom"]),
                french.number(row["population"]),
                VERDICT_WORDS[row["verdict"]],
                *(_short(subject, name, row) for name in _VALUES),
            )
            for row in subject.communes
        ],
        f"{french.capitalised(subject.method)}. Offre en heures par semaine pour 1 000 habitants. "
        "Une seconde décimale est donnée aux temps qui, sans elle, se liraient comme le seuil.",
    )


def _short(subject: Subject, name: str, row: Row) -> str:
    """Write a value without what the head of its column says already."""
    minutes = measured(row, "nearest_site_min")
    if name == "temps" and minutes is not None and not is_out_of_reach(row):
        decimals = max(1, time_decimals(minutes, subject.alerts.time_min))
        return french.number(minutes, decimals, "min")
    indicator = subject.indicators[name]
    words, _, _why = indicator.text(row).partition(f"{french.NBSP}:")
    unit = {"acces": indicator.unit, "besoin": "sur 10"}.get(name, "")
    return words.removesuffix(unit).rstrip() if unit else words


def _parameters(subject: Subject) -> Table:
    """List every convention of the method and its value."""
    return table(
        "Paramètres de la méthode",
        ("Paramètre", "Valeur"),
        [(item.label or item.name, item.value) for item in parameters(subject.facts)],
        f"{french.capitalised(subject.method)}. La page « Méthode » les explique.",
    )
