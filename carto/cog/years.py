"""The Code officiel géographique (COG): tables of different years do not meet unaware."""

from __future__ import annotations

from collections.abc import Mapping

from carto.errors import MixedVintagesError


def require_same_year(years: Mapping[str, int]) -> int:
    """Return the COG year that all tables share.

    Parameters
    ----------
    years
        Source id to the COG year its codes belong to (declared, or checked against it).

    Raises
    ------
    MixedVintagesError
        When two tables are of different years: codes may mean different communes.

    Examples
    --------
    >>> require_same_year({"contours": 2026, "population": 2026})
    2026
    """
    found = sorted(set(years.values()))
    if len(found) == 1:
        return found[0]
    said = ", ".join(f"{source} : {year}" for source, year in sorted(years.items()))
    raise MixedVintagesError(
        f"Les sources n'ont pas la même année de COG ({said}) ; vérifiez les codes et déclarez "
        "la même année « cog = … » pour chaque source de carto.toml."
    )
