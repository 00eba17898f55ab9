"""Where the travel times of a build come from: what the operator configured, and how it is said."""

from __future__ import annotations

from collections.abc import Mapping

from carto.assessment import AskTimes
from geodata.errors import SettingsError
from geodata.inputs import Report
from geodata.routing.service import RoutingService, limits_of
from geodata.settings import BuildSettings
from geodata.source import RawFile
from geodata.source_settings import reader_of
from geodata.storage.data_dir import DataDir
from geodata.storage.stage_cache import StageCache

# Answers of a service depend on what was asked, not on our code.
_ANY_SOFTWARE = ""


def ask_times(settings: BuildSettings, data_dir: DataDir, report: Report) -> AskTimes | None:
    """Make what asks the configured routing service; None to ask nobody.

    Raises
    ------
    SettingsError
        When a table of times is supplied as well: only one of them can be meant.
    """
    if settings.routing is None:
        return None
    if any(source.reader == "temps_trajet" for source in settings.sources):
        raise SettingsError(
            "carto.toml : une source temps_trajet et un service [travel] sont donnés ; "
            "gardez l'un ou l'autre."
        )
    limits = limits_of(settings.routing, settings.fetch)
    answers = StageCache(data_dir.routes, _ANY_SOFTWARE)
    return RoutingService(settings.routing, limits, answers, report).times


def travel_model(settings: BuildSettings, raw: Mapping[str, RawFile]) -> dict[str, str | None]:
    """Say where travel times come from, for the manifest.

    Returns
    -------
    dict
        `kind`: `crow_fly`, `matrix`, `osrm` or `valhalla`; `date`: ISO date of the table or of the
        road network, None for the estimate; `squares`: ISO date of the squares of population that
        the estimate starts from, None when it starts from one point per commune.
    """
    dates = {
        reader: max(
            (file.date for name, file in raw.items() if reader_of(name) == reader), default=""
        )
        for reader in ("temps_trajet", "carreaux")
    }
    if settings.routing is not None:
        return _said(settings.routing.service, settings.routing.date)
    if dates["temps_trajet"]:
        return _said("matrix", dates["temps_trajet"])
    return _said("crow_fly", None, dates["carreaux"] or None)


def _said(kind: str, date: str | None, squares: str | None = None) -> dict[str, str | None]:
    """Make the fact."""
    return {"kind": kind, "date": date, "squares": squares}
