"""Years of the Code officiel géographique (COG): tables of two years do not meet unaware."""

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
    raise MixedVintagesError(
        f"Les sources n'ont pas la même année de COG ({_said(years)}) ; ajoutez "
        "[sources.mouvements] à carto.toml, ou vérifiez les codes et déclarez la même année "
        "« cog = … » pour chaque source."
    )


def require_until(movements: int, years: Mapping[str, int]) -> None:
    """Check that the movements go as far as the latest table.

    Parameters
    ----------
    movements
        COG year of the movements: they tell what happened up to its 1st of January.
    years
        Source id to its COG year.

    Raises
    ------
    MixedVintagesError
        When a table is of a later year.
    """
    later = {source: year for source, year in years.items() if year > movements}
    if later:
        raise MixedVintagesError(
            f"Les mouvements de communes s'arrêtent au COG {movements}, avant certaines sources "
            f"({_said(later)}) ; prenez un fichier de mouvements plus récent dans carto.toml."
        )


def _said(years: Mapping[str, int]) -> str:
    """List sources and their years."""
    return ", ".join(f"{source} : {year}" for source, year in sorted(years.items()))
