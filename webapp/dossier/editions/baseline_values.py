"""Freeze the figures of a territory: what the follow-up of a dossier starts from."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256

from carto import french
from carto.tables.shared import HOURS_RATE_UNIT
from carto.vocabulary import PLACE_SOURCES
from webapp.activity.yearly_account import REPORT
from webapp.dossier.activity_tables import account_source, latest_accounts
from webapp.dossier.editions.baseline import Baseline, BaselineValue
from webapp.dossier.prose import said
from webapp.dossier.subject import Subject

PERCENT = "%"


@dataclass(frozen=True)
class _Measured:
    """A column to freeze: its words, how it is written, the sources that date it."""

    column: str
    label: str
    unit: str = ""
    decimals: int = 0
    readers: tuple[str, ...] = ()

    def write(self, value: float | None) -> str:
        """Write a value in French."""
        if self.unit == PERCENT:
            return french.percent(None if value is None else value / 100)
        return french.number(value, self.decimals, self.unit)


_MEASURED = (
    _Measured("communes_count", "Communes", readers=("epci",)),
    _Measured("population", "Habitants", readers=("population",)),
    _Measured("communes_underserved", "Communes sous-desservies"),
    _Measured("population_underserved", "Habitants de communes sous-desservies"),
    _Measured("communes_verdict_3", "Communes prioritaires"),
    _Measured("communes_verdict_indetermine", "Communes indéterminées"),
    _Measured("taux_couverture_ftth", "Couverture par la fibre", PERCENT, readers=("fibre",)),
    _Measured("locaux_restants", "Locaux à raccorder", readers=("fibre",)),
    _Measured("nearest_site_min", "Temps moyen d'accès à un lieu d'aide", "min", 1, PLACE_SOURCES),
    _Measured(
        "population_beyond_20_min_share",
        "Habitants à plus de 20 min d'un lieu",
        PERCENT,
        readers=PLACE_SOURCES,
    ),
    _Measured("accessibility", "Offre accessible", HOURS_RATE_UNIT, 2, PLACE_SOURCES),
    _Measured("accessibility_gini", "Inégalité de l'offre (0 à 1)", "", 2, PLACE_SOURCES),
    _Measured("need", "Besoin moyen", "sur 10", 1, ("filosofi", "fragilite")),
    _Measured("sites_count", "Lieux d'aide ouverts à tous", readers=PLACE_SOURCES),
    _Measured("hours_per_week", "Heures d'ouverture par semaine", "h", 0, PLACE_SOURCES),
)
_RELAYS = _Measured("communes_relais_count", "Communes relais", readers=("communes_relais",))


def freeze(subject: Subject) -> Baseline:
    """Freeze the figures of a territory.

    Parameters
    ----------
    subject
        The territory.
    """
    method = subject.facts["method"]
    return Baseline(
        type=subject.type,
        code=subject.code,
        territory=subject.name,
        snapshot_id=subject.snapshot.id,
        method_version=str(method["version"]),
        parameters_sha256=_digest(method),
        values=(*(_value(subject, measured) for measured in _MEASURED), _relays(subject)),
    )


def _value(subject: Subject, measured: _Measured) -> BaselineValue:
    """Freeze a column; one that is unknown stays so."""
    published = subject.row.get(measured.column)
    scale = 100 if measured.unit == PERCENT else 1
    value = None if published is None else round(float(scale * published), 4)
    sources = subject.credit(*measured.readers) if measured.readers else subject.method
    return BaselineValue(
        id=measured.column,
        label=said(measured.label),
        value=value,
        unit=measured.unit,
        date=said(french.capitalised(sources)),
        text=said(measured.write(value)),
    )


def _relays(subject: Subject) -> BaselineValue:
    """Freeze the count of relays: that of the list of conventions, else of the latest report."""
    listed = _value(subject, _RELAYS)
    reports = [one for one in latest_accounts(subject) if one.origin == REPORT]
    told = next((one for one in reversed(reports) if one.relays is not None), None)
    if listed.value is not None or told is None or told.relays is None:
        return listed
    count = told.relays.count
    source = account_source(subject, told)
    return replace(listed, value=float(count), text=french.number(count), date=said(source))


def _digest(method: object) -> str:
    """Hash the method: parameters, variant of the need, travel times."""
    written = json.dumps(method, sort_keys=True, ensure_ascii=False, default=str)
    return sha256(written.encode()).hexdigest()
