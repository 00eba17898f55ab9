"""One named test per trouble of mini France, on the whole computation."""

from __future__ import annotations

import re

import pandas as pd
import pytest
import shapely

from carto import flags
from carto.assessment import Assessment, assess
from carto.crs import metric_crs
from carto.territories import Perimeter
from tests.mini_france.communes import COMMUNES, POHER
from tests.mini_france.tables import assessed, question, row, tables

FRANCE = Perimeter()
FINISTERE = Perimeter(departements=("29",))


def flags_of(table: pd.DataFrame, key: str, value: str) -> list[str]:
    return str(table.set_index(key).loc[value, "flags"]).split("|")


@pytest.fixture(scope="module")
def france() -> Assessment:
    return assessed(FRANCE)


@pytest.fixture(scope="module")
def finistere() -> Assessment:
    return assessed(FINISTERE)


def test_every_commune_is_there_once(france: Assessment) -> None:
    assert france.communes["code_insee"].tolist() == sorted(c.code for c in COMMUNES)


def test_corsica_keeps_its_letter_and_its_shores(france: Assessment) -> None:
    ajaccio = row(france, "2A004")
    assert (ajaccio["departement"], ajaccio["region"]) == ("2A", "94")
    assert pd.isna(ajaccio["nearest_site_id"])
    assert flags.ILE_SANS_LIEU in str(ajaccio["flags"])
    assert ajaccio["accessibility"] == 0
    assert ajaccio["alert_offre"] is True


def test_a_drom_commune_is_measured_in_its_own_projection(france: Assessment) -> None:
    saint_denis = row(france, "97411")
    assert (saint_denis["departement"], saint_denis["region"]) == ("974", "04")
    assert metric_crs("974") == 2975
    assert saint_denis["superficie_km2"] == pytest.approx(144, rel=1e-3)
    assert saint_denis["nearest_site_id"] == "brule"
    assert saint_denis["nearest_site_km"] == pytest.approx(3.26, abs=0.05)


def test_an_island_without_a_place_reaches_none(france: Assessment) -> None:
    sein = row(france, "29083")
    assert pd.isna(sein["nearest_site_min"])
    assert sein["alert_offre"] is True
    assert "aucun lieu accessible par la route" in str(sein["sentence"])


def test_an_island_reaches_only_its_own_place(france: Assessment) -> None:
    assert row(france, "29155")["nearest_site_id"] == "ouessant"
    others = france.communes.loc[france.communes["code_insee"] != "29155", "nearest_site_id"]
    assert "ouessant" not in set(others.dropna())


@pytest.mark.parametrize("code", ["29083", "29155"])
def test_an_island_without_epci_says_so_and_joins_no_rollup(france: Assessment, code: str) -> None:
    island = row(france, code)
    assert pd.isna(island["siren_epci"])
    assert f'"siren_epci": "{flags.SANS_EPCI}"' in str(island["reasons"])
    assert france.epci["communes_count"].sum() == len(COMMUNES) - 2


def test_a_multipolygon_counts_both_its_parts(france: Assessment) -> None:
    ouessant = row(france, "29155")
    assert ouessant["geometry"].geom_type == "MultiPolygon"
    assert ouessant["superficie_km2"] == pytest.approx(16 + 0.09, rel=1e-3)


def test_a_mairie_in_an_enclave_is_not_in_the_commune_around_it(france: Assessment) -> None:
    eygliers, mont_dauphin = row(france, "05052"), row(france, "05082")
    assert flags.MAIRIE_HORS_COMMUNE in flags_of(france.communes, "code_insee", "05052")
    assert mont_dauphin["point_source"] == "mairie"
    assert eygliers["point_source"] == "point_representatif"
    point = shapely.Point(eygliers["longitude"], eygliers["latitude"])
    assert eygliers["geometry"].contains(point)
    assert not mont_dauphin["geometry"].contains(point)


def test_a_village_of_no_inhabitants_divides_nothing(france: Assessment) -> None:
    village = row(france, "55039")
    assert village["population"] == 0
    assert village["verdict"] == "sans_objet"
    assert all(pd.isna(village[name]) for name in ("verdict_low", "verdict_high", "is_underserved"))
    assert village["sentence"] == (
        "Beaumont-en-Verdunois\u00a0: sans objet, la commune n'a aucun habitant."
    )
    meuse = france.departement.set_index("code_departement").loc["55"]
    assert meuse["population"] == 0
    assert pd.isna(meuse["need"])
    assert pd.isna(meuse["population_verdict_0_share"])


def test_no_premises_give_no_rate(france: Assessment) -> None:
    village = row(france, "55039")
    assert village["locaux"] == 0
    assert pd.isna(village["taux_couverture_ftth"])
    assert f'"taux_couverture_ftth": "{flags.LOCAUX_NULS}"' in str(village["reasons"])


def test_a_rate_above_one_is_capped_and_flagged_with_its_counts_kept(france: Assessment) -> None:
    eygliers = row(france, "05052")
    assert (eygliers["locaux"], eygliers["locaux_raccordables"]) == (700, 714)
    assert eygliers["locaux_restants"] == 0
    assert eygliers["taux_couverture_ftth"] == 1
    assert flags.DENOM_SOUS_ESTIME in flags_of(france.communes, "code_insee", "05052")


def test_a_commune_absent_from_the_fibre_file_is_unknown_not_zero(france: Assessment) -> None:
    mont_dauphin = row(france, "05082")
    assert pd.isna(mont_dauphin["locaux_raccordables"])
    assert pd.isna(mont_dauphin["alert_connectivite"])
    assert f'"locaux": "{flags.COMMUNE_ABSENTE}"' in str(mont_dauphin["reasons"])
    assert ("fibre", "05082") in {(gap.source, gap.code_insee) for gap in france.unmatched}


def test_unknown_alerts_still_decide_who_is_not_underserved(france: Assessment) -> None:
    mont_dauphin = row(france, "05082")
    assert mont_dauphin["verdict"] == "indetermine"
    assert (mont_dauphin["verdict_low"], mont_dauphin["verdict_high"]) == (0, 1)
    assert mont_dauphin["is_underserved"] is False


def test_a_site_without_coordinates_stands_at_the_point_of_its_commune(france: Assessment) -> None:
    brest = france.sites.set_index("id").loc["brest"]
    assert (brest["longitude"], brest["latitude"]) == (-4.484541, 48.391693)
    assert flags.POSITION_APPROCHEE in flags_of(france.sites, "id", "brest")
    assert row(france, "29019")["nearest_site_km"] == 0


def test_a_site_with_nowhere_to_stand_is_reported_not_lost(france: Assessment) -> None:
    assert [(row.key, row.code) for row in france.left_out] == [("perdu", "SANS_POSITION")]
    assert "perdu" not in set(france.sites["id"])


def test_swapped_coordinates_of_a_site_are_put_back(france: Assessment) -> None:
    brule = france.sites.set_index("id").loc["brule"]
    assert (brule["longitude"], brule["latitude"]) == (55.443063, -20.907734)
    assert flags.POSITION_CORRIGEE in flags_of(france.sites, "id", "brule")


def test_the_nearest_place_may_lie_across_the_border(finistere: Assessment) -> None:
    motreff = row(finistere, "29152")
    assert motreff["nearest_site_id"] == "gourin"
    assert finistere.sites.set_index("id").loc["gourin", "departement"] == "56"


def test_demand_beyond_the_border_only_bounds_the_supply(finistere: Assessment) -> None:
    motreff = row(finistere, "29152")
    assert pd.isna(motreff["accessibility"])
    assert motreff["accessibility_low"] < motreff["accessibility_high"]
    assert flags.DEMANDE_TRONQUEE in flags_of(finistere.communes, "code_insee", "29152")
    said = re.search(r"offre (?:de )?(\S+) à (\S+)\sh/sem", str(motreff["sentence"]))
    assert said is not None
    assert said[1] < said[2]
    carhaix = row(finistere, "29024")
    assert carhaix["accessibility"] == carhaix["accessibility_low"]


def test_a_mairie_with_a_lost_minus_sign_is_repaired(france: Assessment) -> None:
    dineault = row(france, "29044")
    assert dineault["longitude"] == -4.165563
    assert dineault["point_source"] == "mairie_corrigee"
    assert flags.MAIRIE_CORRIGEE in flags_of(france.communes, "code_insee", "29044")


def test_a_missing_mairie_is_replaced_by_a_point_inside(france: Assessment) -> None:
    le_moustoir = row(france, "22157")
    point = shapely.Point(le_moustoir["longitude"], le_moustoir["latitude"])
    assert le_moustoir["geometry"].contains(point)
    assert flags.MAIRIE_ABSENTE in flags_of(france.communes, "code_insee", "22157")


def test_an_epci_across_two_departements_keeps_all_its_members(finistere: Assessment) -> None:
    poher = finistere.epci.set_index("siren_epci").loc[POHER]
    assert poher["departements"] == "22|29"
    assert (poher["communes_count"], poher["communes_expected"]) == (4, 5)
    assert poher["population"] == 7412 + 654 + 1470 + 656
    le_moustoir = row(finistere, "22157")
    assert le_moustoir["is_in_scope"] is False
    assert finistere.departement["code_departement"].tolist() == ["29"]
    assert finistere.departement["communes_count"].tolist() == [7]


def test_a_member_without_a_contour_is_reported(france: Assessment) -> None:
    found = {(gap.source, gap.code_insee, gap.problem) for gap in france.unmatched}
    assert ("epci", "29250", "ligne sans commune au contour connu") in found


def test_an_itinerant_place_with_unknown_stops_is_said_to_decide(france: Assessment) -> None:
    eygliers = row(france, "05052")
    assert flags.ITINERANT_DECIDE in flags_of(france.communes, "code_insee", "05052")
    assert "itinéran" in str(eygliers["sentence"])
    assert flags.ITINERANT_AU_POINT_PUBLIE in flags_of(france.sites, "id", "queyras")
    assert flags.HEURES_PLAFONNEES in flags_of(france.sites, "id", "queyras")


def test_missing_hours_are_imputed_and_grade_the_supply(france: Assessment) -> None:
    ouessant = france.sites.set_index("id").loc["ouessant"]
    assert (ouessant["hours_per_year"], ouessant["hours_source"]) == (29 * 52, "imputees")
    assert row(france, "29155")["accessibility_quality"] == "C"
    assert row(france, "29024")["accessibility_quality"] == "A"


@pytest.mark.parametrize("source", ["fibre", "filosofi", "sites", "mairies", "epci"])
def test_a_missing_source_leaves_unknowns_and_no_failure(source: str) -> None:
    partial = assess(tables(source), question(FINISTERE))
    brest = partial.communes.set_index("code_insee").loc["29019"]
    unknown = {
        "fibre": "taux_couverture_ftth",
        "filosofi": "need",
        "sites": "accessibility_low",
        "mairies": None,
        "epci": "siren_epci",
    }[source]
    if unknown is None:
        assert brest["point_source"] == "point_representatif"
    else:
        assert pd.isna(brest[unknown])
    assert "None" not in brest["sentence"]
    assert "nan" not in brest["sentence"]
