"""Median standard of living and poverty rate by commune (INSEE, Filosofi), one column a measure.

The median is `Q2` followed by the two digits of the year (`Q219` for 2019), the poverty rate `TP60`
and the same digits, in a table of its own (`DISP_PAUVRES`): INSEE's archive holds both, and both
are read from it. Small communes are not published (statistical secrecy): their values are missing,
and so are communes without a row. A rate under 5 % is published as 5 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from carto.tables.need_inputs import FILOSOFI
from geodata.arrondissements import commune_of_arrondissement
from geodata.ledger import Ledger, MergedInto, Row
from geodata.reading.archives import is_archive
from geodata.reading.contents import first_bytes
from geodata.reading.gathering import gather
from geodata.reading.header import WantedColumn
from geodata.reading.records import BrokenRecord, Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.incomes import read_median, read_poverty_rate
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="filosofi",
    producer="INSEE",
    title="Niveau de vie et pauvreté des communes (Filosofi)",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/statistiques/7756855",
)

_CODE = WantedColumn("code_insee", ("CODGEO", "code_insee", "COM", "INSEE_COM", "insee"))
_MEDIAN = ("Q2[0-9][0-9]", "MED[0-9][0-9]", "niveau_vie_median")
_POVERTY = ("TP60[0-9][0-9]", "taux_pauvrete")
WITH_MEDIAN = (
    _CODE,
    WantedColumn("niveau_vie_median", _MEDIAN),
    WantedColumn("taux_pauvrete", _POVERTY, is_required=False),
)
WITH_POVERTY = (
    _CODE,
    WantedColumn("niveau_vie_median", _MEDIAN, is_required=False),
    WantedColumn("taux_pauvrete", _POVERTY),
)
_TABLE_OF_MEDIANS = re.compile(r"FILO\d{4}_DISP_COM\.csv", re.IGNORECASE)
_TABLE_OF_POVERTY = re.compile(r"FILO\d{4}_DISP_PAUVRES_COM\.csv", re.IGNORECASE)
_NAME_OF_MEDIAN = re.compile(rb"\b(?:Q2|MED)\d\d\b|niveau_vie_median", re.IGNORECASE)
_NAME_OF_POVERTY = re.compile(rb"\bTP60\d\d\b|taux_pauvrete", re.IGNORECASE)


def parse(raw: RawFile) -> ParsedTable:
    """Read a table of medians, of poverty rates or of both, or INSEE's archive of both tables.

    A measure that the file lacks is missing everywhere.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, FILOSOFI)
    ledger.read_all(_records(raw), _row)
    return ledger.close()


def _records(raw: RawFile) -> Iterator[Record | BrokenRecord]:
    """Read the rows of the file; in an archive, those of one commune in both tables together."""
    if is_archive(raw.path):
        medians = read_records(raw, WITH_MEDIAN, _TABLE_OF_MEDIANS)
        return gather(
            chain(medians, read_records(raw, WITH_POVERTY, _TABLE_OF_POVERTY)), "code_insee"
        )
    names = first_bytes(raw)
    has_poverty_alone = _NAME_OF_POVERTY.search(names) and not _NAME_OF_MEDIAN.search(names)
    return read_records(raw, WITH_POVERTY if has_poverty_alone else WITH_MEDIAN)


def _row(record: Record, remark: Remark) -> Row | MergedInto:
    """Make the row of one commune."""
    code = read_code_insee(record["code_insee"], remark)
    if commune := commune_of_arrondissement(code):
        return MergedInto(commune, "ARRONDISSEMENT", "revenus d'un arrondissement, non repris")
    return {
        "code_insee": code,
        "niveau_vie_median": read_median(record["niveau_vie_median"]),
        "taux_pauvrete": read_poverty_rate(record["taux_pauvrete"], remark),
    }
