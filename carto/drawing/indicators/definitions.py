"""The French words of the indicators, from the facts of a snapshot: variant, thresholds, dates.

No year stands here: what a map says of its data comes from the sources that the snapshot names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from carto.drawing.travel_words import travel_words
from carto.drawing.wording import threshold
from carto.french import NBSP, capitalised, percent
from carto.french import date as in_full
from carto.need_variants import REVENU, VARIANTS, need_millesime, need_name
from carto.tables.shared import HOURS_RATE_UNIT
from carto.typography import typeset
from carto.verdict.parameters import Alerts, Robustness
from carto.vocabulary import PLACE_LIST_WORDS, PLACE_SOURCES

GAIN_QUESTION = (
    "Points de couverture gagnés entre deux trimestres ; une commune dont les comptes ont été "
    "révisés entre-temps n'en a pas."
)
HISTORY_SOURCES = ("fibre", "fibre_history")
DEMONSTRATION = "Données de démonstration."


@dataclass(frozen=True)
class Definition:
    """What an indicator says of itself.

    Attributes
    ----------
    label
        Short French name.
    title
        Full French name, with the variant of the method where there is one.
    question
        One French line: what is measured, and from where it is an alert.
    unit
        Unit of the values, empty when there is none.
    source_ids
        Sources of the values; the boundaries are credited beside them.
    period
        When: the date of the data, or the years they span; empty when unknown.
    credit
        French line naming producers, titles and dates of sources and boundaries, which says
        when the data are those of the demonstration: it follows the map wherever it goes.
        It says too what a reader changed of the rule of the verdicts.
    """

    label: str
    title: str
    question: str
    unit: str
    source_ids: tuple[str, ...]
    period: str = ""
    credit: str = ""


def definitions(facts: Mapping[str, object], alerts: Alerts) -> dict[str, Definition]:
    """Write the definitions of the indicators, by id.

    Parameters
    ----------
    facts
        The `carto` object of a snapshot's manifest; without it, texts have no date.
    alerts
        Thresholds that the texts name.
    """
    return {
        key: Definition(
            label="Besoin" if key == "besoin" else title,
            title=f"{title} (règle modifiée)" if _ruling(facts) else title,
            question=typeset(question),
            unit=unit,
            source_ids=source_ids,
            period=_period(facts, source_ids),
            credit=_credit(facts, source_ids),
        )
        for key, (title, question, unit, source_ids) in _wordings(facts, alerts).items()
    }


def _wordings(
    facts: Mapping[str, object], alerts: Alerts
) -> dict[str, tuple[str, str, str, tuple[str, ...]]]:
    """Write the title, the question, the unit and the sources of each indicator, by id."""
    variant = _need_variant(facts)
    need, need_alert = _need_name(facts, variant), threshold(alerts.need)
    need_sources = VARIANTS[variant].sources if variant else ()
    verdict_sources = (*PLACE_SOURCES, "fibre", *need_sources, "population", "epci")
    return {
        "verdict": ("Verdict", _verdict_question(need), "", verdict_sources),
        "typologie": ("Type de commune", _type_question(need), "", verdict_sources),
        "solidite": ("Solidité du verdict", _robustness_question(facts), "", verdict_sources),
        "reste": (
            "Reste à raccorder",
            "Part des locaux où la fibre ne peut pas encore être commandée ; le cercle en montre "
            f"le nombre. Alerte au-dessus de {threshold(100 - alerts.fibre_pct)} %.",
            "%",
            ("fibre",),
        ),
        "evolution": ("Évolution de la fibre", GAIN_QUESTION, "points", HISTORY_SOURCES),
        "fibre": (
            "Fibre",
            "Part des locaux où la fibre peut être commandée (raccordable n'est pas raccordé)"
            f"{NBSP}; alerte sous {threshold(alerts.fibre_pct)}{NBSP}%.",
            "%",
            ("fibre",),
        ),
        "temps": (
            "Temps d'accès",
            f"Temps jusqu'au lieu d'aide le plus proche ({travel_words(facts)})"
            f"{NBSP}; alerte au-delà de {threshold(alerts.time_min)}{NBSP}min.",
            "min",
            (*PLACE_SOURCES, "mairies"),
        ),
        "acces": (
            "Offre accessible",
            _accessibility_question(facts, alerts),
            HOURS_RATE_UNIT,
            (*PLACE_SOURCES, "population", "mairies"),
        ),
        "besoin": (
            capitalised(need),
            f"{capitalised(need)}, de 1 (faible) à 10 (fort){NBSP}; "
            f"alerte à partir de {need_alert}.",
            "points sur 10",
            need_sources,
        ),
    }


def _verdict_question(need: str) -> str:
    """Say what the verdict is made of, the need by its full name, and what its classes mean."""
    return (
        f"Trois alertes : offre d'aide, fibre, {need}. Sous-desservie : l'offre d'aide au "
        "numérique manque là où le besoin est fort ou la fibre en retard ; prioritaire : les "
        "trois à la fois."
    )


def _type_question(need: str) -> str:
    """Say what the types cross."""
    return (
        f"Trois questions croisées : la fibre est-elle là, une aide est-elle à portée, {need} "
        "est-il fort ? Plus la couleur est foncée, plus il manque de choses."
    )


def _robustness_question(facts: Mapping[str, object]) -> str:
    """Say what the draws are, and from which share of them a verdict holds."""
    method = facts.get("method")
    parameters = method.get("parameters") if isinstance(method, Mapping) else None
    values = parameters.get("robustness") if isinstance(parameters, Mapping) else None
    tried = Robustness(**values) if isinstance(values, Mapping) else Robustness()
    return (
        "Le verdict tient-il quand trajets, heures, besoin et fibre varient dans leur marge ? "
        f"Robuste : dans au moins {percent(tried.robust_p, 0)} des calculs refaits ; fragile : "
        f"dans au moins {percent(tried.tipping_p, 0)} ; il peut basculer : moins."
    )


def _accessibility_question(facts: Mapping[str, object], alerts: Alerts) -> str:
    """Say what is accessible, the alert, and of which supply the frozen reference is the median."""
    return (
        f"Heures d'aide accessibles par semaine pour 1{NBSP}000 habitants{NBSP}; alerte sous "
        f"{threshold(alerts.accessibility_min)}{NBSP}h. Référence "
        f"{_reference(facts.get('reference'), alerts)}."
    )


def _reference(fact: object, alerts: Alerts) -> str:
    """Say what the reference is: the operator's choice, or the median of which lists of places."""
    hours = f"{threshold(alerts.apl_ref)}{NBSP}h"
    if not isinstance(fact, Mapping):
        return hours
    if fact["vintage"] is None:
        return f"choisie pour cette publication{NBSP}: {hours}"
    lists = fact["lists"]
    frozen = f"(calibrage {fact['vintage']})"
    if not fact["is_alike"]:
        named = ", ".join(PLACE_LIST_WORDS[name] for name in lists)
        return (
            f"{hours}, médiane nationale d'autres listes de lieux que celles comptées ici{NBSP}: "
            f"{named} {frozen}. La comparaison est indicative"
        )
    if lists == ["france_services"]:
        return f"{hours}, médiane nationale des seules France services {frozen}"
    return f"{hours}, médiane nationale des mêmes listes de lieux {frozen}"


def _need_variant(facts: Mapping[str, object]) -> str | None:
    """Variant of the need in a snapshot; without facts, that of the demonstration."""
    method = facts.get("method")
    return method.get("need_variant") if isinstance(method, Mapping) else REVENU


def _need_name(facts: Mapping[str, object], variant: str | None) -> str:
    """Name the need by its variant, with the vintages of its sources."""
    listed = facts.get("sources")
    sources = listed if isinstance(listed, Sequence) else ()
    millesimes = {str(source["id"]): str(source.get("millesime", "")) for source in sources}
    return need_name(variant, need_millesime(variant, millesimes))


def _period(facts: Mapping[str, object], source_ids: Sequence[str]) -> str:
    """Write the date of the sources, or the years they span; empty when they are unknown."""
    dates = sorted({str(s["date"]) for s in _sources(facts, source_ids) if s.get("date")})
    if len(dates) <= 1:
        return "".join(in_full(date) for date in dates)
    first, last = dates[0][:4], dates[-1][:4]
    return f"données de {first} à {last}" if first != last else first


def _credit(facts: Mapping[str, object], source_ids: Sequence[str]) -> str:
    """Name producers, titles and dates of the sources and boundaries; say a demonstration."""
    said = (
        f"{source.get('producer')}, {source.get('title')} ({in_full(str(source.get('date')))})"
        for source in _sources(facts, (*source_ids, "contours"))
    )
    named = list(dict.fromkeys(said))
    if facts.get("cog"):
        named.append(f"géographie au 1er janvier {facts['cog']}")
    sentences = [f"Sources : {' ; '.join(named)}."] if named else []
    if facts.get("is_demo"):
        sentences.append(DEMONSTRATION)
    ruling = _ruling(facts)
    if ruling:
        sentences.append(ruling)
    return typeset(" ".join(sentences))


def _ruling(facts: Mapping[str, object]) -> str:
    """Say what a reader changed of the rule of the verdicts; empty under the published one."""
    method = facts.get("method")
    return str(method.get("ruling", "")) if isinstance(method, Mapping) else ""


def _sources(
    facts: Mapping[str, object], source_ids: Sequence[str]
) -> Iterator[Mapping[str, object]]:
    """Pick sources of the snapshot by their readers, in the order of the ids."""
    listed = facts.get("sources")
    known = listed if isinstance(listed, Sequence) else ()
    return (
        source
        for source_id in source_ids
        for source in known
        if source.get("reader", source["id"]) == source_id
    )
