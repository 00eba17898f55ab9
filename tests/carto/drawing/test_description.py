"""The sentence that stands for a map."""

from __future__ import annotations

from carto.drawing.description import describe, highlights
from carto.drawing.indicators.classification import INDICATORS


def test_it_counts_names_and_bounds(make_row) -> None:
    rows = [
        make_row("29001", nom="Brest", taux_couverture_ftth=0.99),
        make_row("29002", nom="Argol", taux_couverture_ftth=0.12),
        make_row("29003", nom="Sein", taux_couverture_ftth=None),
    ]
    assert describe(INDICATORS["fibre"], rows).replace("\xa0", " ") == (
        "Fibre, sur 3 communes : moins de 50 %, 1 commune ; 95 % et plus, 1 commune ; donnée "
        "absente, 1 commune. Classe la plus préoccupante, « moins de 50 % » : Argol. "
        "Valeurs extrêmes : 12,0 % (Argol) et 99,0 % (Brest)."
    )


def test_highlights_leave_the_counts_to_the_legend(make_row) -> None:
    rows = [make_row("29001", nom="Brest", verdict="3"), make_row("29002", verdict="1")]
    assert highlights(INDICATORS["verdict"], rows).replace("\xa0", " ") == (
        "Classe la plus préoccupante, « prioritaire » : Brest."
    )
    assert highlights(INDICATORS["fibre"], []) == ""


def test_many_communes_are_told_by_epci(make_row) -> None:
    rows = [make_row(f"2900{n}", verdict="3", nom_epci="A" if n < 5 else None) for n in range(8)]
    sentence = describe(INDICATORS["verdict"], rows).replace("\xa0", " ")
    assert "8 communes, dont 5 dans A et 3 dans les communes sans EPCI." in sentence


def test_a_map_without_data_says_so(make_row) -> None:
    assert describe(INDICATORS["fibre"], []) == "Fibre\xa0: aucune commune."
    rows = [make_row(taux_couverture_ftth=None)]
    assert describe(INDICATORS["fibre"], rows).endswith("donnée absente, 1\xa0commune.")


def test_an_epci_that_holds_every_commune_is_not_counted_out_of_itself(make_row) -> None:
    alone = [make_row(f"2900{n}", nom=f"N{n}", verdict="3", nom_epci="A") for n in range(6)]
    assert "6\xa0communes, dont N0, N1, N2, N3, N4." in describe(INDICATORS["verdict"], alone)
    other = make_row("29009", verdict="0", nom_epci="B")
    assert "6\xa0communes, toutes dans A." in describe(INDICATORS["verdict"], [*alone, other])


def test_names_come_in_the_order_of_french(make_row) -> None:
    rows = [make_row(nom, nom=nom, verdict="3") for nom in ("Ploudiry", "Île-de-Sein")]
    assert "Île-de-Sein, Ploudiry." in describe(INDICATORS["verdict"], rows)
