"""What is typed to be added to a group, and what is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.webapp.sample_rows import CROZON
from webapp.groups.group_additions import Additions, chosen, typed
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


@pytest.fixture(scope="module")
def sample(snapshot_dir: Path) -> LoadedSnapshot:
    """Load the sample."""
    return load(*open_latest(DataDir(snapshot_dir)))


@pytest.mark.parametrize(
    ("text", "communes"),
    [
        ("", ()),
        ("argol", ("29001",)),
        ("Argol, Brest", ("29001", "29019")),
        ("29001; 29019", ("29001", "29019")),
        ("29001 29019", ("29001", "29019")),
        ("29001-29019", ("29001", "29019")),
        ("29001, Argol", ("29001",)),
    ],
)
def test_names_and_codes_are_added(
    sample: LoadedSnapshot, text: str, communes: tuple[str, ...]
) -> None:
    assert typed(sample, text) == Additions(communes)


def test_an_epci_adds_all_its_communes(sample: LoadedSnapshot) -> None:
    members = tuple(row["code_insee"] for row in sample.members("epci", CROZON[0]))
    assert typed(sample, CROZON[1]).communes == members
    assert chosen(sample, f"epci-{CROZON[0]}").communes == members


def test_a_commune_of_yesterday_adds_its_heir_and_says_so(sample: LoadedSnapshot) -> None:
    for text in ("29138", "Logonna-Quimerch"):
        found = typed(sample, text)
        assert found.communes == ("29302",)
        assert found.said[0].startswith("Logonna-Quimerch n'est plus une commune")


def test_what_is_not_understood_is_kept_to_be_corrected(sample: LoadedSnapshot) -> None:
    found = typed(sample, "Argol, Bresst")
    assert found.communes == ("29001",)
    assert found.unread == "Bresst"
    assert found.said[0].startswith("Aucune commune publiée ici ne s'appelle")
    assert "commune-29019" in [choice.value for choice in found.choices]


@pytest.mark.parametrize("value", ["commune-99999", "france-FR", "x"])
def test_a_choice_that_does_not_exist_is_said(sample: LoadedSnapshot, value: str) -> None:
    found = chosen(sample, value)
    assert found.communes == ()
    assert len(found.said) == 1
