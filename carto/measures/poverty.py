"""Poverty rates of communes, those under statistical secrecy replaced by their EPCI's."""

from __future__ import annotations

import pandas as pd


def fill_by_epci(
    communes: pd.DataFrame, epci_rates: pd.DataFrame | None
) -> tuple[pd.Series, pd.Series]:
    """Replace missing poverty rates by the rate of the EPCI.

    The rate of the EPCI is the published one, or else the mean of its communes whose rate is
    published, weighted by people; these are its larger communes.

    Parameters
    ----------
    communes
        Columns `siren_epci` (missing without an EPCI), `people_count`, `taux_pauvrete` (per cent).
    epci_rates
        Meets the contract `filosofi_epci`, or None.

    Returns
    -------
    tuple of pandas.Series
        The rates (missing where neither is known), and whether each is that of the EPCI.
    """
    rate = communes["taux_pauvrete"].astype(float)
    people = communes["people_count"].astype(float).where(rate.notna())
    siren = communes["siren_epci"]
    weighted, weight = ((rate * people).groupby(siren).sum(), people.groupby(siren).sum())
    of_epci = (weighted / weight.where(weight > 0)).round(4)
    if epci_rates is not None:
        published = epci_rates.set_index("siren_epci")["taux_pauvrete"].astype(float)
        of_epci = published.combine_first(of_epci)
    fallback = siren.map(of_epci).astype(float)
    is_filled = rate.isna() & fallback.notna()
    return rate.fillna(fallback), is_filled
