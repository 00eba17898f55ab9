"""Part 5: places of help, their hours, where they are, and who lives far from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from carto import french
from carto.capitals import calm_name
from carto.drawing.travel_words import travel_words
from carto.place_natures import SITE_NATURES, nature_of
from carto.vocabulary import HOURS_SOURCE_WORDS, PLACE_SOURCES
from webapp.dossier.activity_tables import activity
from webapp.dossier.blocks import Block, Section, SubSection, Table
from webapp.dossier.help_types import HELP_TYPES, UNSAID, help_types
from webapp.dossier.prose import agree, paragraph, table, to_complete
from webapp.dossier.subject import Subject, said_name
from webapp.places.places import commune_of
from webapp.snapshots.loaded_snapshot import Row
from webapp.territories.planned_openings import planned_openings

_MINUTES = (10, 15, 20, 30)
_WEEKS = 52


def supply(subject: Subject) -> Section:
    """Write the diagnosis of the supply."""
    if not subject.has_source(*PLACE_SOURCES):
        said = paragraph(
            "Les lieux d'aide ne sont pas connus. Pour les ajouter : joindre une liste de lieux "
            "(cartographie nationale, France Services ou fichier local) aux données."
        )
        return Section(5, "Diagnostic : l'offre", (said, *_unlisted()), "offre")
    return Section(
        5,
        "Diagnostic : l'offre",
        (
            paragraph(*_counts(subject)),
            paragraph(*_centre(subject)),
            *_tables(subject),
            SubSection("Qui vit loin d'un lieu d'aide", tuple(_distances(subject))),
            SubSection("Activité de médiation", tuple(activity(subject))),
            SubSection("Ouvertures prévues", (_planned(subject),)),
            SubSection("Acteurs absents des listes", _unlisted()),
        ),
        "offre",
    )


def _counts(subject: Subject) -> Iterator[str]:
    """Count the places, their hours and their density."""
    row, source = subject.row, subject.credit(*PLACE_SOURCES)
    count = row["sites_count"] or 0
    if not count:
        yield (
            f"Aucun lieu d'aide ouvert à tous n'est recensé {subject.kind.in_the} ({source}) ; "
            "les lieux voisins qui le desservent sont nommés dans la partie 6."
        )
    else:
        open_ = "ouvert à tous est recensé" if count == 1 else "ouverts à tous sont recensés"
        yield (
            f"{french.plural(count, 'lieu', 'lieux')} d'aide {open_} {subject.kind.in_the} "
            f"({source}){_hours(row)}."
        )
    if row["sites_per_10000"] is not None:
        density = french.number(row["sites_per_10000"], 2)
        yield f"Densité : {density} lieu pour 10 000 habitants{_beside(subject)}."
    yield (
        "L'absence d'un lieu dans un fichier n'est pas l'absence du service : ces listes sont "
        "plus ou moins complètes d'un territoire à l'autre."
    )


def _hours(row: Row) -> str:
    """Write the hours of the places of a territory, when they are known."""
    hours = row["hours_per_week"]
    return "" if hours is None else f", pour {french.plural(round(hours), 'heure')} par semaine"


def _beside(subject: Subject) -> str:
    """Write the density of the territories compared with."""
    known = [
        f"{said_name(one)} : {french.number(one.row['sites_per_10000'], 2)}"
        for one in subject.references
        if one.row.get("sites_per_10000") is not None
    ]
    return f" ({' ; '.join(known)})" if known else ""


def _centre(subject: Subject) -> Iterator[str]:
    """Say which share of the supply is outside the most populated commune."""
    known = [row for row in subject.communes if row["population"] is not None]
    places = subject.supply
    if not places or len(known) < 2:
        return
    centre = max(known, key=lambda row: (row["population"], row["code_insee"]))
    outside = [place for place in places if place["code_insee"] != centre["code_insee"]]
    hours, all_hours = (
        sum(place["hours_per_year"] or 0 for place in some) for some in (outside, places)
    )
    share = f", et {french.percent(hours / all_hours, 0)} des heures," if all_hours else ""
    yield (
        f"Hors de la commune la plus peuplée ({centre['nom']}) : "
        f"{french.number(len(outside))} lieu{'x' if len(outside) > 1 else ''} sur "
        f"{french.number(len(places))}{share} pour "
        f"{french.percent(1 - centre['population'] / sum(row['population'] for row in known), 0)} "
        "des habitants."
    )
    without = len(subject.communes) - len({place["code_insee"] for place in places})
    verb = agree(without, "n'a", "n'ont")
    if without:
        yield f"{french.plural(without, 'commune')} {verb} aucun lieu recensé."


def _tables(subject: Subject) -> Iterator[Table]:
    """Count the places by type of help and by nature, then list them."""
    places, source = subject.supply, subject.credit(*PLACE_SOURCES)
    if not places:
        return
    types = Counter(name for place in places for name in help_types(place["services"]))
    yield table(
        "Lieux selon le type d'aide",
        ("Type d'aide", "Lieux#"),
        [(name, french.number(types[name])) for name in (*HELP_TYPES, UNSAID)],
        f"{source}. Un lieu peut donner plusieurs types d'aide. Les services du standard national "
        "de la médiation numérique sont rangés par type par convention.",
    )
    natures = Counter(map(nature_of, places))
    yield table(
        "Lieux selon leur nature et leur programme national",
        ("Nature ou programme", "Lieux#"),
        [
            *(
                (french.capitalised(SITE_NATURES[name].words), french.number(natures[name]))
                for name in SITE_NATURES
                if natures[name]
            ),
            *_programmes(places),
        ],
        source,
    )
    yield table(
        "Lieux d'aide ouverts à tous",
        ("Lieu", "Commune", "Nature", "Heures par semaine#", "Origine des heures"),
        [_place_cells(subject, place) for place in places],
        f"{source}. Une heure estimée n'est pas une heure déclarée : la faire vérifier sur place.",
    )


def _programmes(places: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Count the places of each national programme, the most frequent first."""
    named = Counter(
        name
        for place in places
        for name in (place["dispositif_programmes_nationaux"] or "").split("|")
        if name
    )
    for name, count in sorted(named.items(), key=lambda item: (-item[1], item[0])):
        yield f"Programme : {name}", french.number(count)


def _place_cells(subject: Subject, place: Row) -> tuple[str, ...]:
    """Write a place."""
    hours = place["hours_per_year"]
    return (
        calm_name(str(place["nom"])),
        commune_of(place, subject.snapshot.communes),
        SITE_NATURES[nature_of(place)].words,
        french.MISSING if hours is None else french.number(hours / _WEEKS, 1),
        HOURS_SOURCE_WORDS.get(place["hours_source"], french.MISSING),
    )


def _distances(subject: Subject) -> Iterator[Block]:
    """Count the people beyond some minutes of any place."""
    row = subject.row
    shares = [(minutes, row[f"population_beyond_{minutes}_min_share"]) for minutes in _MINUTES]
    if row["nearest_site_min"] is not None:
        yield paragraph(
            f"En moyenne, un habitant est à {french.number(row['nearest_site_min'], 1, 'min')} du "
            f"lieu le plus proche, où qu'il soit ({travel_words(subject.facts)})."
        )
    if all(share is None for _, share in shares):
        yield paragraph("La part des habitants loin d'un lieu n'est pas connue.")
        return
    yield table(
        "Habitants selon le temps d'accès au lieu le plus proche",
        ("Temps d'accès", "Part des habitants#", "Habitants#"),
        [
            (f"Plus de {minutes} min", french.percent(share), _people(share, row["population"]))
            for minutes, share in shares
        ],
        f"{subject.credit(*PLACE_SOURCES)} ; {travel_words(subject.facts)}. Les lieux au-delà des "
        "limites du territoire comptent ; les îles sans lieu sont comprises.",
    )


def _planned(subject: Subject) -> Block:
    """List the openings that are planned, which count nowhere else, or leave their place."""
    territory = (subject.type, subject.code)
    planned = planned_openings(subject.snapshot, territory, subject.communes)
    if planned is None:
        return to_complete(
            "Ouvertures déjà décidées",
            "Lieux, permanences, passages itinérants : commune, date, heures par semaine. Un "
            "fichier des ouvertures prévues peut être joint aux données.",
        )
    return table(
        "Ouvertures prévues, que les chiffres de ce dossier ne comptent pas",
        ("Ouverture", "Commune", "Nature", "Date", "Heures par semaine#"),
        [(one.nom, one.commune, one.kind, one.date, one.hours) for one in planned.openings],
        f"{planned.source}. Leur effet se simule sur la page « Scénario », d'où le dossier peut "
        "être demandé avec elles (partie 9).",
    )


def _people(share: float | None, whole: int | None) -> str:
    """Write how many people a share is."""
    return french.number(None if share is None or whole is None else round(share * whole))


def _unlisted() -> tuple[Block, ...]:
    """Leave the place of the actors that no list names."""
    return (
        to_complete(
            "Acteurs et lieux non recensés",
            "Associations, espaces publics numériques tenus par des bénévoles, centres sociaux, "
            "médiathèques, permanences en mairie : nom, commune, horaires, publics.",
        ),
    )
