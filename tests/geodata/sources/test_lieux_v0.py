"""The standard v0 is known by its header, and says in v1 what the cartographie says of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from geodata.sources import lieux
from geodata.sources.lieux_v0 import parse, recognises
from tests.geodata.raw_files import published_file, raw_file
from tests.geodata.sources.standard_rows import PLACE, csv_of

V0 = {
    "id": "1",
    "nom": "EPN",
    "commune": "Argol",
    "code_postal": "29560",
    "adresse": "Bourg",
    "services": "Prendre en main un ordinateur;Accéder à du matériel",
    "typologie": "BIB;MUNI",
    "courriel": "contact@argol.fr",
    "labels_nationaux": "CNFS;APTIC",
    "labels_autres": "SudLabs",
    "conditions_acces": "Gratuit : Je peux accéder gratuitement au lieu et à ses services",
    "publics_accueillis": "Seniors (+ 65 ans);Surdité;Adultes",
    "accessibilite": "https://acceslibre.beta.gouv.fr/x",
    "date_maj": "2022-10-10",
}


def test_a_place(tmp_path: Path) -> None:
    raw = raw_file(tmp_path, csv_of([V0]), source="lieux")
    parsed = parse(raw)
    row = parsed.table.iloc[0]
    assert [notice.code for notice in parsed.notices] == ["COORDONNEES_ABSENTES"]
    assert row["services"] == (
        "Maîtrise des outils numériques du quotidien|Accès internet et matériel informatique"
    )
    assert row["typologie"] == "BIB|MUNI"
    assert row["courriels"] == "contact@argol.fr"
    assert row["dispositif_programmes_nationaux"] == "Conseillers numériques"
    assert row["autres_formations_labels"] == "SudLabs|APTIC"
    assert row["frais_a_charge"] == "Gratuit"
    assert row["publics_specifiquement_adresses"] == "Seniors"
    assert row["prise_en_charge_specifique"] == "Surdité"
    assert row["fiche_acces_libre"] == "https://acceslibre.beta.gouv.fr/x"


def test_the_header_tells_the_version(tmp_path: Path) -> None:
    assert recognises(raw_file(tmp_path, csv_of([V0]), source="lieux"))
    assert not recognises(raw_file(tmp_path, csv_of([PLACE]), source="lieux"))
    assert not recognises(raw_file(tmp_path, b"", source="lieux"))
    mapped = replace(raw_file(tmp_path, csv_of([V0]), source="lieux"), columns=tmp_path)
    assert not recognises(mapped)


@pytest.mark.france
def test_v0_says_what_the_cartographie_says_of_it_in_v1(france_data: Path) -> None:
    folder = france_data / "lieux"
    old = parse(published_file(folder / "conseillers-numeriques-v0.csv", "lieux")).table
    new = lieux.parse(published_file(folder / "lieux-standard-v1.csv", "lieux")).table
    old["id"] = old["id"].str.replace("lieux:", "lieux:conseiller-numerique_")
    both = old.merge(new, on="id", suffixes=("_v0", "_v1"))
    assert len(both) == len(old) == 4930
    for column in ("services", "frais_a_charge", "pivot", "horaires", "latitude", "date_maj"):
        pd.testing.assert_series_equal(
            both[f"{column}_v0"], both[f"{column}_v1"], check_names=False
        )
    programmes = both["dispositif_programmes_nationaux_v0"].str.split("|").map(set)
    expected = both["dispositif_programmes_nationaux_v1"].str.split("|").map(set)
    assert (programmes == expected).all()
