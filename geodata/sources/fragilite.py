"""Indice de fragilité numérique by commune (IFN v3, La MedNum): scores from 1 to 10, 10 is worst.

`name,division,code,<indicators>,total`, where `total` is the plain mean of the indicators. Which
ones they are changes from one release to the next and is part of what the index means: their list,
read from the header, travels with it, in alphabetical order.

Arrondissements have rows, Paris and Lyon have none, Marseille has an empty one: their scores are
the mean of those of all their arrondissements, weighted by people, as the publisher makes those of
communes from smaller zones. The six villages of the Meuse
without inhabitants are given as 0 throughout, which is no score.
"""

from __future__ import annotations

import re
from math import fsum

from carto import flags
from carto.tables.need_inputs import FRAGILITE
from geodata.arrondissement_people import mean_of_arrondissements
from geodata.arrondissements import (
    arrondissements_of,
    commune_of_arrondissement,
    has_arrondissements,
)
from geodata.ledger import Ledger, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, column_names, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.numbers import read_number
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="fragilite",
    producer="La MedNum",
    title="Indice de fragilité numérique des communes",
    licence="Licence à confirmer auprès de La MedNum ; fichier à ne pas redistribuer",
    homepage="https://fragilite-numerique.fr",
)

WANTED = (
    WantedColumn("division", ("division",)),
    WantedColumn("code_insee", ("code",)),
    WantedColumn("total", ("total",)),
)
SCORES = {
    "poverty_score": "poverty_rate",
    "age_score": "older_65_rate",
    "diploma_score": "nscol15p_rate",
}
_NO_INDICATOR = ("name", "division", "code", "total")
_INDICATOR = re.compile(r"[a-z][a-z0-9_]*")
_TOTAL_TOLERANCE = 1e-6


def parse(raw: RawFile) -> ParsedTable:
    """Read the scores of the communes into the contract `fragilite`.

    A `total` that is not the mean of the indicators is kept as published, and remarked.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    names = column_names(raw, WANTED)
    indicators = sorted(n for n in names if n not in _NO_INDICATOR and _INDICATOR.fullmatch(n))
    ledger = Ledger(raw, FRAGILITE)

    def row(record: Record, remark: Remark) -> Row:
        return _row(record, remark, indicators)

    wanted = (*WANTED, *(WantedColumn(name, (name,)) for name in indicators))
    ledger.read_all(read_records(raw, wanted), row)
    _fold_arrondissements(ledger)
    return ledger.close()


def _row(record: Record, remark: Remark, indicators: list[str]) -> Row:
    """Make the row of one commune, or of one arrondissement."""
    if record["division"] != "city":
        reason = f"division « {record['division'][:40]} » : seules les communes sont lues"
        raise UnusableValueError("DIVISION_INATTENDUE", reason)
    code = read_code_insee(record["code_insee"], remark)
    scores = {name: _read_score(record[name]) for name in (*indicators, "total")}
    listed = "|".join(indicators)
    if set(scores.values()) == {0.0}:
        remark("SANS_HABITANT", f"commune {code} notée 0 partout : sans habitant, donc sans note")
        return _without_score(code, listed, flags.SANS_HABITANT)
    total = scores["total"] or None
    if total is None:
        is_divided = has_arrondissements(code)
        reason = flags.ARRONDISSEMENTS_SEULS if is_divided else flags.VALEUR_NON_DIFFUSEE
        return _without_score(code, listed, reason)
    _compare(total, [scores[name] for name in indicators], remark)
    return {
        "code_insee": code,
        "ifn_total": total,
        "ifn_indicateurs": listed,
        **{ours: scores.get(theirs) or None for ours, theirs in SCORES.items()},
        "missing_reason": None,
    }


def _read_score(text: str) -> float | None:
    """Read a score: 1 to 10, or the 0 of a commune without inhabitants; None when missing."""
    score = read_number(text)
    if score is not None and score != 0 and not 1 <= score <= 10:
        raise UnusableValueError("NOMBRE_HORS_LIMITES", f"note de {score:g}, hors de 1 à 10")
    return score


def _compare(total: float, scores: list[float | None], remark: Remark) -> None:
    """Remark on a total that is not the mean of its indicators."""
    known = [score for score in scores if score is not None]
    mean = fsum(known) / len(known) if known and len(known) == len(scores) else None
    if mean is None:
        remark("TOTAL_INATTENDU", f"total de {total:g} alors qu'un indicateur manque")
    elif abs(mean - total) > _TOTAL_TOLERANCE:
        remark("TOTAL_INATTENDU", f"total de {total:g} pour une moyenne de {mean:g}")


def _without_score(code: str, indicators: str, reason: str) -> Row:
    """Make the row of a commune that has no score, and say why."""
    return {
        "code_insee": code,
        "ifn_total": None,
        "ifn_indicateurs": indicators,
        **dict.fromkeys(SCORES),
        "missing_reason": reason,
    }


def _fold_arrondissements(ledger: Ledger) -> None:
    """Score Paris, Lyon and Marseille by their arrondissements, which become the trace."""
    parts: dict[str, list[Row]] = {}
    unscored: dict[str, Row] = {}
    for row in ledger.rows():
        code = str(row["code_insee"])
        if commune := commune_of_arrondissement(code):
            parts.setdefault(commune, []).append(row)
        elif row["ifn_total"] is None:
            unscored[code] = row
    for commune, rows in parts.items():
        own = [unscored[commune]] if commune in unscored else []
        ledger.fold([*own, *rows], _whole(commune, rows), "note d'un arrondissement")


def _whole(commune: str, parts: list[Row]) -> Row:
    """Make the row of a commune from those of its arrondissements, without a score if one lacks."""
    codes = [str(part["code_insee"]) for part in parts]
    indicators = str(parts[0]["ifn_indicateurs"])
    total = _mean(parts, "ifn_total")
    if sorted(codes) != list(arrondissements_of(commune)) or total is None:
        return _without_score(commune, indicators, flags.ARRONDISSEMENTS_SEULS)
    return {
        "code_insee": commune,
        "ifn_total": total,
        "ifn_indicateurs": indicators,
        **{name: _mean(parts, name) for name in SCORES},
        "missing_reason": None,
    }


def _mean(parts: list[Row], name: str) -> float | None:
    """Average a score of arrondissements by their people, None when one of them has none."""
    scores = [score if isinstance(score := part[name], float) else None for part in parts]
    return mean_of_arrondissements([str(part["code_insee"]) for part in parts], scores)
