"""What a build asks of the core: settings and files turned into a territory, a method and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from carto.assessment import Question
from carto.changes.release import dotted
from carto.need_variants import choose_variant, need_millesime, need_name
from carto.reference import Reference
from carto.territories import Perimeter
from carto.verdict.overrides import with_overrides
from carto.verdict.parameters import Parameters
from carto.verdict.sentence import Wording
from geodata.settings import BuildSettings
from geodata.source import RawFile
from geodata.source_settings import SITE_READERS, reader_of
from geodata.supply_reference import choose_reference, lists_of


def ask(
    settings: BuildSettings, raw: Mapping[str, RawFile], reference: Reference | None
) -> Question:
    """Turn settings into what the core is asked.

    Parameters
    ----------
    settings
        What to build.
    raw
        The files by source id.
    reference
        Frozen values; the reference of the supply is taken from it. None to take that of the
        parameters, when a reference is being made.

    Raises
    ------
    CartoError
        When a parameter or the variant of the need cannot be used.
    """
    parameters = _parameters(settings.parameter_overrides, raw, reference)
    codes = {settings.scope.kind: settings.scope.codes}
    variant = choose_variant(settings.need_variant, {reader_of(name) for name in raw})
    millesime = need_millesime(variant, {name: raw[name].millesime for name in raw})
    return Question(
        perimeter=Perimeter(codes.get("departements", ()), codes.get("epci", ())),
        cog_years={name: raw[name].cog for name in raw},
        parameters=parameters,
        need_variant=variant,
        wording=Wording(
            alerts=parameters.alerts,
            fibre_date=max(_dates_of(raw, ("fibre",)), default=""),
            sites_date=max(_dates_of(raw, SITE_READERS), default=""),
            sites_since=min(_dates_of(raw, SITE_READERS), default=""),
            need_name=need_name(variant, millesime),
        ),
        reference=reference,
        lists=lists_of(raw),
        groups=settings.groups,
    )


def replaced_defaults(raw: Mapping[str, RawFile], question: Question) -> dict[str, object]:
    """List the parameters that the operator replaced.

    Parameters
    ----------
    raw
        The files by source id: the reference of the supply by default follows their lists.
    question
        What the core is asked of these files.

    Returns
    -------
    dict
        Dotted name → the value it has by default, by name; a value that is written in the
        settings and equals the default is not listed.
    """
    used = dict(dotted(question.parameters.as_dict()))
    default = dotted(_parameters({}, raw, question.reference).as_dict())
    return {name: value for name, value in sorted(default) if used[name] != value}


def _parameters(
    overrides: Mapping[str, Any], raw: Mapping[str, RawFile], reference: Reference | None
) -> Parameters:
    """Put an operator's values, and the reference of the lists read, in place of the defaults."""
    parameters = with_overrides(overrides)
    if reference is None:
        return parameters
    chosen = choose_reference(lists_of(raw), reference, overrides)
    return replace(parameters, alerts=replace(parameters.alerts, apl_ref=chosen.apl_ref))


def _dates_of(raw: Mapping[str, RawFile], readers: Iterable[str]) -> list[str]:
    """Dates of the files that these readers read."""
    return [file.date for name, file in raw.items() if reader_of(name) in readers]
