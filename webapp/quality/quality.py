"""The page of data quality, in words: what is incomplete, and what each flaw may change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import flags, french
from carto.flags import MEANINGS
from carto.french import NBSP
from carto.quality import doubts
from carto.quality.counts import PlaceCounts, Unknown
from carto.quality.doubts import FLAWS, Doubt
from carto.tables.communes import COMMUNES
from carto.typography import typeset
from carto.vocabulary import VERDICT_WORDS

Row = Mapping[str, Any]

# A flaw: its name, and how what it may change is computed.
_FLAWS = {
    doubts.VALEUR_ABSENTE: (
        "Valeur absente",
        "Une alerte est inconnue : la classe est rendue quand toutes les valeurs possibles "
        "s'accordent, sinon elle reste indéterminée.",
    ),
    doubts.HEURES: (
        "Heures d'ouverture estimées",
        "Au moins 10 % des heures accessibles sont estimées, ou celles du lieu le plus proche. La "
        "classe peut changer si l'alerte sur l'offre n'est plus la même sans ces lieux.",
    ),
    doubts.POSITION: (
        "Position douteuse d'un lieu",
        "Le lieu le plus proche est sans coordonnées, ou publié hors de sa commune. La classe peut "
        "changer si l'alerte sur l'offre n'est plus la même sans les lieux de ce genre.",
    ),
    doubts.FICHE: (
        "Fiche antérieure de plus de deux ans aux listes",
        "Le lieu le plus proche a peut-être fermé. La classe peut changer si l'alerte sur l'offre "
        "n'est plus la même sans les lieux de ce genre.",
    ),
    doubts.ITINERANT: (
        "Lieu itinérant aux étapes inconnues",
        "Le lieu le plus proche est compté à son point publié. La classe peut changer si l'alerte "
        "sur l'offre n'est plus la même sans les lieux de ce genre.",
    ),
    doubts.TAUX: (
        "Taux de fibre supérieur à 100 %",
        "Les locaux sont sous-estimés. La classe peut changer si une erreur de même ampleur en "
        "sens contraire ferait passer le taux sous le seuil.",
    ),
    doubts.PEU_DE_LOCAUX: (
        "Très peu de locaux",
        "La classe peut changer si un seul local raccordable de plus ou de moins fait passer le "
        "seuil de la fibre.",
    ),
    doubts.REPLI: (
        "Pauvreté reprise de l'EPCI",
        "Le secret statistique couvre celle de la commune. La classe peut changer si l'alerte sur "
        "le besoin était l'inverse.",
    ),
    doubts.ESTIMATION: (
        "Valeurs estimées d'une autre année du COG",
        "Une fusion ou un partage de communes sépare la source de la carte. La classe peut changer "
        "si les alertes sur le besoin et la connectivité étaient inconnues : c'est un maximum.",
    ),
}
FLAW_LABELS = {flaw: typeset(_FLAWS[flaw][0]) for flaw in FLAWS}
FLAW_EXPLANATIONS = {flaw: typeset(_FLAWS[flaw][1]) for flaw in FLAWS}
_PLACE_FLAGS = {
    flags.POSITION_APPROCHEE: "Sans coordonnées, placés à la mairie ou au point qui la remplace",
    flags.POSITION_HORS_COMMUNE: f"Publiés à plus de 1{NBSP}km hors de leur commune",
    flags.POSITION_CORRIGEE: "Position réparée (erreur prouvée)",
    flags.COMMUNE_DEDUITE: "Commune déduite de la position ou du nom",
    flags.HEURES_PLAFONNEES: "Heures ramenées au plafond",
    flags.HEURES_PAR_ETP: "Heures d'après le temps de travail",
    flags.ITINERANT_AU_POINT_PUBLIE: "Itinérants, comptés à leur point publié",
}


@dataclass(frozen=True)
class FlawLine:
    """A flaw and what it may change.

    Attributes
    ----------
    touched, open
        Communes it touches, and those of them whose class may change.
    people
        Inhabitants of the latter.
    underserved_open
        Those of the latter that may be under-served, and may not be.
    """

    key: str
    label: str
    explanation: str
    touched: int
    open: int
    people: int
    underserved_open: int


@dataclass(frozen=True)
class Measure:
    """A count with its share of the whole; `code` names it in the file."""

    code: str
    label: str
    count: int
    share: str


@dataclass(frozen=True)
class UnknownLine:
    """An indicator that is unknown in some communes, and why."""

    column: str
    label: str
    code: str
    reason: str
    communes: int
    people: int


@dataclass(frozen=True)
class CommuneLine:
    """A commune whose class may change, and to what."""

    code: str
    nom: str
    population: str
    verdict_key: str
    verdict: str
    possible: str
    sentence: str


def flaw_lines(found: Iterable[Doubt], communes: Mapping[str, Row]) -> list[FlawLine]:
    """Count what each flaw may change; a flaw that touches nothing is told too."""
    by_flaw: defaultdict[str, list[Doubt]] = defaultdict(list)
    for doubt in found:
        by_flaw[doubt.flaw].append(doubt)
    return [_flaw_line(flaw, by_flaw[flaw], communes) for flaw in FLAWS]


def finding(found: Sequence[Doubt], communes: Mapping[str, Row]) -> str:
    """Tell in one sentence how many verdicts rest on what is doubtful."""
    open_ = {doubt.code_insee for doubt in found if doubt.is_open}
    turning = {doubt.code_insee for doubt in found if doubt.leaves_underserved_open}
    if not open_:
        return "Aucun défaut connu des données ne peut changer la classe d'une commune."
    many = len(open_) > 1
    return typeset(
        f"{french.plural(len(open_), 'commune')} sur {french.number(len(communes))} "
        f"({french.plural(_people(open_, communes), 'habitant')}) "
        f"{'ont' if many else 'a'} une classe qu'un défaut des données peut changer ; pour "
        f"{french.number(len(turning))} d'entre elles, c'est le fait d'être sous-desservie ou non "
        "qui en dépend."
    )


def place_measures(counts: PlaceCounts) -> list[Measure]:
    """List what is known of the places, each with its share of them."""
    measures = (
        ("horaires", "Horaires déclarés et lisibles", counts.with_hours),
        ("fiches_recentes", "Fiches de moins d'un an", counts.fresh),
        ("fiches_anciennes", "Fiches d'un à deux ans", counts.old),
        ("fiches_perimees", "Fiches de plus de deux ans", counts.stale),
        ("fiches_non_datees", "Fiches non datées par leur source", counts.undated),
        *((code.lower(), _PLACE_FLAGS[code], number) for code, number in counts.flagged.items()),
    )
    return [
        Measure(code, typeset(label), number, _share(number, counts.places))
        for code, label, number in measures
    ]


def hours_sentence(counts: PlaceCounts) -> str:
    """Tell how much of the opening hours is declared rather than estimated."""
    if not counts.places:
        return "Aucun lieu d'aide n'est compté dans ce territoire."
    apart = _apart(counts)
    share = french.percent(counts.declared_hours / counts.hours, 0) if counts.hours else "aucune"
    return typeset(
        f"{french.plural(counts.places, 'lieu compté', 'lieux comptés')} dans l'offre, qui "
        f"ouvrent {french.number(counts.hours)}{NBSP}h par semaine : {share} de ces heures sont "
        f"déclarées, le reste est estimé d'après le temps de travail ou le type de lieu.{apart}"
        f"{_merged(counts.merged)}"
    )


def unknown_lines(found: Iterable[Unknown]) -> list[UnknownLine]:
    """List the unknown values with their reasons in French."""
    return [
        UnknownLine(
            one.column,
            COMMUNES.column(one.column).label,
            one.reason,
            MEANINGS.get(one.reason, "Raison non précisée."),
            one.communes,
            one.people,
        )
        for one in found
    ]


def open_communes(
    found: Iterable[Doubt], flaw: str | None, communes: Mapping[str, Row]
) -> list[CommuneLine]:
    """List the communes whose class a flaw may change (any flaw with None), by name."""
    possible: defaultdict[str, set[int]] = defaultdict(set)
    for doubt in found:
        if doubt.is_open and flaw in (None, doubt.flaw):
            possible[doubt.code_insee].update(doubt.classes)
    rows = sorted((communes[code] for code in possible), key=lambda row: row["nom"])
    return [
        CommuneLine(
            row["code_insee"],
            row["nom"],
            french.number(row["population"]),
            row["verdict"],
            VERDICT_WORDS[row["verdict"]],
            " ou ".join(VERDICT_WORDS[str(one)] for one in sorted(possible[row["code_insee"]])),
            row["sentence"],
        )
        for row in rows
    ]


def _flaw_line(flaw: str, found: list[Doubt], communes: Mapping[str, Row]) -> FlawLine:
    """Count what one flaw may change."""
    open_ = [doubt for doubt in found if doubt.is_open]
    return FlawLine(
        flaw,
        FLAW_LABELS[flaw],
        FLAW_EXPLANATIONS[flaw],
        len(found),
        len(open_),
        _people((doubt.code_insee for doubt in open_), communes),
        sum(doubt.leaves_underserved_open for doubt in open_),
    )


def _people(codes: Iterable[str], communes: Mapping[str, Row]) -> int:
    """Sum the inhabitants of communes whose population is known."""
    return sum(communes[code]["population"] or 0 for code in codes)


def _apart(counts: PlaceCounts) -> str:
    """Tell how many places are not counted, since not everybody is helped there, if any."""
    if not counts.restricted + counts.equipment_only:
        return ""
    return (
        f" À part : {french.plural(counts.restricted, 'lieu réservé', 'lieux réservés')} à un "
        f"public, {french.plural(counts.equipment_only, 'lieu', 'lieux')} de matériel ou de "
        "connexion sans accompagnement."
    )


def _merged(records: int) -> str:
    """Tell how many records of the same places were merged, if any."""
    if not records:
        return ""
    one, many = "fiche en double a été réunie", "fiches en double ont été réunies"
    return f" {french.plural(records, one, many)} à d'autres."


def _share(count: int, whole: int) -> str:
    """Write a share of the places, nothing when there is none."""
    return french.percent(count / whole, 1 if count else 0) if whole else ""
