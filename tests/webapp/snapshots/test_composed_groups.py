"""Groups composed in an address: the figures of declared ones, and what cannot be composed."""

from __future__ import annotations

from pathlib import Path

import pytest

from carto.group_code import MOST_COMMUNES
from carto.tables.territory_fibre import TERRITORY_FIBRE
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.demo import Built
from webapp.errors import UnknownResourceError
from webapp.snapshots.composed_groups import MOST_KEPT
from webapp.snapshots.loaded_snapshot import EPCI, GROUP, LoadedSnapshot, Row, load

# What a group has of its own, and an EPCI of its own.
OWN = {
    *("groupe", "siren_epci", "nom", "sentence", "nature_juridique", "sites_per_10000_shrunk"),
    *("departements", "communes_missing", "codes_anciens", "communes_expected"),
}


@pytest.fixture(scope="module")
def loaded(built_demo: Built) -> LoadedSnapshot:
    """Load the demonstration."""
    return load(built_demo.snapshot)


def codes_of(snapshot: LoadedSnapshot, siren: str) -> str:
    """Code of the group of the communes of an EPCI."""
    return "-".join(row["code_insee"] for row in snapshot.members(EPCI, siren))


def differing(group: Row, epci: Row) -> dict[str, tuple[object, object]]:
    """Columns that differ, by value or by type, between a group and an EPCI."""
    return {
        name: (group[name], epci[name])
        for name in epci
        if name not in OWN
        and (group[name] != epci[name] or type(group[name]) is not type(epci[name]))
    }


def test_the_group_of_the_communes_of_an_epci_has_its_figures(loaded: LoadedSnapshot) -> None:
    for siren, epci in loaded.epci.items():
        group = loaded.territory(GROUP, codes_of(loaded, siren))
        assert differing(group, epci) == {}
        if epci["communes_expected"] == epci["communes_count"]:
            assert group["sentence"].partition(":")[2] == epci["sentence"].partition(":")[2]


def test_it_has_the_fibre_of_the_epci_at_every_quarter(loaded: LoadedSnapshot) -> None:
    named = {"type", "code"}
    for siren in loaded.epci:
        code = codes_of(loaded, siren)
        own = loaded.details("territory_fibre", GROUP, code)
        published = loaded.details("territory_fibre", EPCI, siren)
        assert [row["code"] for row in own] == [code] * len(published)
        for mine, theirs in zip(own, published, strict=True):
            assert list(mine) == list(TERRITORY_FIBRE.names)
            assert {k: mine[k] for k in mine.keys() - named} == {
                k: theirs[k] for k in theirs.keys() - named
            }


def test_the_order_of_the_codes_changes_nothing(loaded: LoadedSnapshot) -> None:
    one, other = (loaded.territory(GROUP, code) for code in ("29103-29105", "29105-29103-29105"))
    assert one is other
    assert one["groupe"] == "29103-29105"
    assert [row["code_insee"] for row in loaded.members(GROUP, "29105-29103")] == ["29103", "29105"]


def test_a_name_in_the_code_is_its_name(loaded: LoadedSnapshot) -> None:
    row = loaded.territory(GROUP, "29103-29105_Deux_rives")
    assert row["nom"] == "Deux rives"
    assert row["sentence"].startswith("Deux rives")
    assert loaded.territory(GROUP, "29103-29105")["nom"] == "Landerneau et Landivisiau"


def test_composed_groups_are_found_and_not_listed(loaded: LoadedSnapshot) -> None:
    loaded.territory(GROUP, "29103-29105")
    assert "29103-29105" in loaded.level(GROUP)
    assert list(loaded.level(GROUP)) == []


def test_only_the_last_ones_are_kept(loaded: LoadedSnapshot) -> None:
    first = loaded.territory(GROUP, "29001-29002")
    assert loaded.territory(GROUP, "29001-29002") is first
    for code in list(loaded.communes)[2 : MOST_KEPT + 3]:
        loaded.territory(GROUP, f"29001-{code}")
    assert loaded.territory(GROUP, "29001-29002") is not first


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("29103", "Un groupe réunit au moins 2 communes"),
        ("29103-29103", "Un groupe réunit au moins 2 communes"),
        ("-".join(str(29001 + n) for n in range(MOST_COMMUNES + 1)), "au plus 300 communes"),
        ("29103-29999", "29999 n'est le code d'aucune commune"),
        ("29103-56001-56002", "56001 et 56002 ne sont le code d'aucune commune"),
        ("29103-29997-29998-29999-56001-56002", "29997, 29998, 29999, 56001 et d'autres ne sont"),
        ("leon", "Aucun groupe de communes"),
    ],
)
def test_what_cannot_be_composed_is_refused_in_words(
    loaded: LoadedSnapshot, code: str, said: str
) -> None:
    assert code not in loaded.level(GROUP)
    with pytest.raises(UnknownResourceError) as refused:
        loaded.territory(GROUP, code)
    assert said in str(refused.value).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("code", "heirs"),
    [("29019-29138", "Pont-de-Buis-lès-Quimerch (29302)"), ("29019-29998", "Argol (29001) et")],
)
def test_a_former_commune_is_refused_and_its_heirs_are_named(
    snapshot_dir: Path, code: str, heirs: str
) -> None:
    sample = load(*open_latest(DataDir(snapshot_dir)))
    with pytest.raises(UnknownResourceError) as refused:
        sample.members(GROUP, code)
    said = str(refused.value)
    assert "n'est plus une commune" in said
    assert heirs in said
    assert "Remplacez son code" in said
