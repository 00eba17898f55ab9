"""`carto calibrate`: the frozen reference of a vintage, computed on the whole of France.

The same files, alignment and measures as a build, without anything published: once for each set of
lists of places that a territory may count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from carto.assessment import Measured, Question, take_measures
from carto.calibration import (
    SupplyCalibration,
    calibrate_supply,
    demand_means,
    plain_quantiles,
)
from carto.codes import DEPARTEMENTS
from carto.errors import CartoError
from carto.reference import CalibratedSource, Lists, Reference
from carto.verdict.parameters import METHOD_VERSION
from geodata.garbage import collection_paused
from geodata.inputs import align_all, collect, parse_all, software_digest, tables_of
from geodata.question import ask
from geodata.readers import reader_for
from geodata.settings import BuildSettings
from geodata.source import RawFile
from geodata.source_settings import SITE_READERS, reader_of
from geodata.storage.data_dir import DataDir
from geodata.storage.stage_cache import StageCache
from geodata.supply_reference import lists_of

Report = Callable[[str], None]

NOTE = (
    "Agrégats nationaux, sans donnée de commune. Les quantiles du besoin viennent de l'indice de "
    "fragilité numérique (IFN, La MedNum), dont la licence reste à confirmer."
)


@collection_paused()
def calibrate(
    settings: BuildSettings, data_dir: DataDir, report: Report, vintage: str
) -> Reference:
    """Compute the reference of a vintage.

    Parameters
    ----------
    settings
        The whole of France, by the method as it is.
    data_dir
        Where raw files and parsed tables lie; nothing is published there.
    report
        Called with one French line per step.
    vintage
        Name of the reference.

    Raises
    ------
    CartoError
        When the territory or the files are not the whole of France, when parameters are changed,
        when no list of places is configured, or when a file cannot be read.
    """
    _require_nation(settings)
    with data_dir.lock():
        raw = collect(settings, data_dir, report)
        if not lists_of(raw):
            raise CartoError("carto.toml : ajoutez une liste de lieux, [sources.france_services].")
        cache = StageCache(data_dir.stages, software_digest())
        calibrated: list[SupplyCalibration] = []
        for lists in supplies(lists_of(raw)):
            report(f"calibrage : {', '.join(lists)}")
            counted = dict(_with_lists(raw, lists))
            measured, question = _measure(settings, counted, cache, report)
            _require_every_departement(measured)
            calibrated.append(calibrate_supply(measured, lists, question.parameters))
    plain = plain_quantiles(measured)
    return Reference(
        vintage=vintage,
        method_version=METHOD_VERSION,
        cog=measured.territories.cog,
        need_variant=question.need_variant,
        demand_standard=measured.indicators.demand.standard,
        note=NOTE,
        sources=tuple(_source(raw[name]) for name in sorted(raw)),
        demand_mean=demand_means(measured, question.parameters),
        supplies=tuple(one.supply for one in calibrated),
        quantiles=(*plain, *(group for one in calibrated for group in one.quantiles)),
        thresholds=tuple(share for one in calibrated for share in one.thresholds),
    )


def supplies(lists: Lists) -> tuple[Lists, ...]:
    """Give the sets of lists to calibrate: France Services, with the national map, all of them.

    >>> supplies(("aidants_connect", "france_services"))
    (('france_services',), ('aidants_connect', 'france_services'))
    """
    wanted = (("france_services",), ("france_services", "lieux"), lists)
    return tuple(dict.fromkeys(one for one in wanted if set(one) <= set(lists)))


def _measure(
    settings: BuildSettings, raw: Mapping[str, RawFile], cache: StageCache, report: Report
) -> tuple[Measured, Question]:
    """Read, align and measure, with the places of these files only."""
    parsed = parse_all(raw, report, cache)
    report("jointure et mesures")
    aligned = align_all(parsed, raw)
    question = ask(settings, raw, None)
    question = replace(question, cog_years=dict.fromkeys(raw, aligned.cog))
    return take_measures(tables_of(aligned.tables), question, aligned), question


def _with_lists(raw: Mapping[str, RawFile], lists: Lists) -> Iterator[tuple[str, RawFile]]:
    """Yield the sources without the lists of places that are not among `lists`."""
    for name, file in raw.items():
        if reader_of(name) not in SITE_READERS or reader_of(name) in lists:
            yield name, file


def _source(raw: RawFile) -> CalibratedSource:
    """Describe a file that the reference rests on."""
    title = reader_for(raw).description.title
    return CalibratedSource(raw.source, title, raw.millesime, raw.date, raw.sha256)


def _require_nation(settings: BuildSettings) -> None:
    """Refuse what a national reference cannot be made of."""
    if settings.scope.kind != "france":
        raise CartoError(
            "carto calibrate : une référence se calcule sur toute la France ; écrivez "
            'scope = "FR" dans [territory].'
        )
    if settings.parameter_overrides:
        raise CartoError(
            "carto calibrate : une référence se calcule avec la méthode telle qu'elle est ; "
            "retirez [parameters]."
        )


def _require_every_departement(measured: Measured) -> None:
    """Refuse files that leave a département out."""
    known = set(measured.indicators.table["departement"])
    absent = [code for code in DEPARTEMENTS if code not in known]
    if absent:
        raise CartoError(
            "carto calibrate : une référence se calcule sur toute la France ; aucun contour de "
            f"commune pour {', '.join(absent[:5])}{'…' if absent[5:] else ''} : complétez "
            "[sources.contours]."
        )
