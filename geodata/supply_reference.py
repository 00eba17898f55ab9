"""The frozen reference of the supply, that of the very lists of places that a build counts.

A supply of four lists is not to be held against the median of one: every commune would seem well
served. A build therefore takes the reference of its own set of lists; when none was calibrated, it
takes that of the closest set, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from carto import french
from carto.calibration import DECLARED
from carto.drawing.travel_words import CROW_FLY
from carto.reference import Lists, Reference, SupplyReference
from carto.verdict.parameter_labels import CHOICE_LABELS
from geodata.references import frozen_reference
from geodata.source import RawFile
from geodata.source_settings import SITE_READERS, reader_of

# Stands for a list of places of the operator's own, which no national reference counts.
LOCAL_LIST = "lieux_locaux"

# Groups of parameters that the accessibility hangs on.
MEASURING_GROUPS = frozenset({"catchment", "demand", "sites", "supply", "travel"})


@dataclass(frozen=True)
class ChosenReference:
    """The reference that a build holds its supply against.

    Attributes
    ----------
    vintage
        Vintage of the reference; None when the operator chose the value.
    lists
        Lists of places that it is the median of, sorted; empty when the operator chose it.
    apl_ref
        Hours a week per 1,000 inhabitants.
    is_alike
        Whether it is the median of the very lists that the build counts.
    median
        Median that the calibration found for these lists, which the value held on to may differ
        from; None when the operator chose it.
    dates
        Dates (ISO) of the files that the vintage was computed from, by source.
    """

    vintage: str | None
    lists: Lists
    apl_ref: float
    is_alike: bool
    median: float | None = None
    dates: Mapping[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        """Give the fact `reference` of the manifest."""
        return asdict(self) | {"lists": list(self.lists)}


def lists_of(raw: Mapping[str, RawFile]) -> Lists:
    """Name the lists of places among the sources, sorted; a local one is not a national one."""
    sites = [file for name, file in raw.items() if reader_of(name) in SITE_READERS]
    named = {LOCAL_LIST if file.columns is not None else reader_of(file.source) for file in sites}
    return tuple(sorted(named))


def choose_reference(
    lists: Lists, reference: Reference, overrides: Mapping[str, object]
) -> ChosenReference:
    """Choose the reference of the supply.

    Parameters
    ----------
    lists
        Lists of places that the build counts.
    reference
        Frozen values of the vintage.
    overrides
        The operator's parameters, as tables of TOML nest them.

    Returns
    -------
    ChosenReference
        The operator's own value; else that of the same lists; else that of the set that shares
        the most with them (of two, the one of fewer lists, then the first by name).
    """
    dates = {source.id: source.date for source in reference.sources}
    declared = overrides.get("alerts")
    if isinstance(declared, Mapping) and "apl_ref" in declared:
        value = float(declared["apl_ref"])
        return ChosenReference(None, (), value, is_alike=False, dates=dates)

    def likeness(supply: SupplyReference) -> tuple[float, int, Lists]:
        shared, either = set(supply.lists) & set(lists), set(supply.lists) | set(lists)
        return -len(shared) / len(either), len(supply.lists), supply.lists

    closest = min(reference.supplies, key=likeness)
    is_alike = closest.lists == lists or not lists
    return ChosenReference(
        reference.vintage, closest.lists, closest.apl_ref, is_alike, closest.median, dates
    )


def reference_warning(lists: Lists, chosen: ChosenReference, changed: Iterable[str]) -> str:
    """Warn that the supply counted is not like the one that the reference is the median of.

    Parameters
    ----------
    lists
        Lists of places that the build counts.
    chosen
        What it holds them against.
    changed
        Groups of parameters that the operator changed.

    Returns
    -------
    str
        One French line saying what differs; empty when both are alike, when no place is counted,
        or when the operator chose the reference.
    """
    if not lists or chosen.vintage is None:
        return ""
    if not chosen.is_alike:
        return (
            f"aucune référence n'est calibrée pour vos listes de lieux ({', '.join(lists)}) : "
            f"l'offre est comparée à la médiane nationale de {', '.join(chosen.lists)} "
            f"({french.number(chosen.apl_ref, 2)}) ; pour une autre référence, réglez "
            "alerts.apl_ref."
        )
    groups = sorted(set(changed) & MEASURING_GROUPS)
    if groups:
        return (
            f"l'offre est mesurée avec vos propres réglages ({', '.join(groups)}), et comparée à "
            "une référence calibrée avec ceux de la méthode ; pour une autre référence, réglez "
            "alerts.apl_ref."
        )
    return ""


def measure_warning(lists: Lists, chosen: ChosenReference, weighed: str, times: str) -> str:
    """Warn that the supply is not measured as the one that the reference is the median of.

    Parameters
    ----------
    lists
        Lists of places that the build counts.
    chosen
        What it holds them against.
    weighed
        What weighs its people: `age`, `need` or `none`.
    times
        Where its travel times come from, `crow_fly` for the estimate.

    Returns
    -------
    str
        One French line saying what differs; empty when nothing does, when no place is counted, or
        when the operator chose the reference. One that was declared (`carto.calibration.DECLARED`)
        is a median where everybody counts for one.
    """
    if not lists or chosen.vintage is None:
        return ""
    declared = chosen.lists in DECLARED
    unlike = []
    if weighed != ("none" if declared else frozen_reference().demand_standard):
        unlike.append(f"la demande pèse autrement les habitants ({CHOICE_LABELS[weighed]})")
    if times != CROW_FLY:
        unlike.append("les temps de trajet ne sont pas estimés à vol d'oiseau")
    if not unlike:
        return ""
    reference = french.number(chosen.apl_ref, 2)
    return (
        f"l'offre n'est pas mesurée comme sa référence ({reference}) : {' et '.join(unlike)} ; "
        "pour une autre référence, réglez alerts.apl_ref."
    )
