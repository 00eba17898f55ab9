"""What can be searched: territories of today, communes of yesterday, codes and postcodes."""

from __future__ import annotations

from webapp.search.search_index import FORMER, search_index

COMMUNES = {
    "29019": {"nom": "Brest", "departement": "29", "population": 140000},
    "29302": {"nom": "Pont-de-Buis", "departement": "29", "population": 3700},
    "29999": {"nom": "Village", "departement": "29", "population": None},
}
EPCI = {"200000001": {"nom": "CC d'ici", "departements": "29|56", "population": 5000}}
REGIONS = {"53": {"nom": "Bretagne", "population": 3400000}}
FORMER_ROWS = {
    "29138": ({"nom_ancien": "Logonna", "code_insee": "29302", "date": "1965-02-01"},),
    "29998": ({"nom_ancien": "BREST", "code_insee": "29019", "date": "2020-01-01"},),
}
INDEX = search_index(
    {"commune": COMMUNES, "epci": EPCI, "region": REGIONS},
    FORMER_ROWS,
    [
        {"code_postal": "29590", "code_insee": "29302", "departement": "29"},
        {"code_postal": "29590", "code_insee": "29888", "departement": "29"},
    ],
)


def test_large_territories_come_before_small_ones_of_their_type() -> None:
    assert [(place.type, place.nom) for place in INDEX.places] == [
        ("region", "Bretagne"),
        ("commune", "Brest"),
        ("commune", "Pont-de-Buis"),
        ("commune", "Village"),
        ("epci", "CC d'ici"),
        (FORMER, "Logonna"),
        (FORMER, "BREST"),
    ]


def test_a_place_says_where_it_is_and_only_what_is_known() -> None:
    said = {place.nom: place.detail.replace("\u00a0", " ") for place in INDEX.places}
    assert (
        said["CC d'ici"] == "intercommunalité, Finistère (29), Morbihan (56), 5\u202f000 habitants"
    )
    assert said["Village"] == "commune, Finistère (29)"
    assert said["Bretagne"] == "région, 3\u202f400\u202f000 habitants"


def test_a_former_commune_of_the_same_name_has_no_name_of_its_own() -> None:
    names = dict(zip((place.code for place in INDEX.places), INDEX.names, strict=True))
    assert names["29138"] == "logonna"
    assert names["29998"] == ""


def test_codes_and_postcodes_lead_to_places_that_are_published() -> None:
    def found(code: str) -> list[str]:
        return [INDEX.places[rank].code for rank in INDEX.ranks_of_code(code)]

    assert found("29590") == ["29302"]
    assert found("29138") == ["29138"]
    assert found("53") == ["53"]
    assert found("35000") == []
