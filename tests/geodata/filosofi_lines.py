"""The long layout of Filosofi, made for tests."""

from __future__ import annotations

HEADER = (
    "FILOSOFI_MEASURE;GEO;GEO_OBJECT;UNIT_MEASURE;CONF_STATUS;OBS_STATUS;UNIT_MULT;TIME_PERIOD;"
    "OBS_VALUE\n"
)


def line(measure: str, geo: str, value: str, **changed: str) -> str:
    """Write one line: a free value of a commune for 2023, unless told otherwise."""
    cells = {
        "measure": measure,
        "geo": geo,
        "geo_object": "COM",
        "unit": "EUR_YR",
        "confidentiality": "F",
        "status": "A",
        "multiplier": "0",
        "period": "2023",
        "value": value,
    } | changed
    return ";".join(cells.values()) + "\n"
