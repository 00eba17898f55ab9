"""Groups of communes are read strictly: every fault names its key and says what to write."""

from __future__ import annotations

import tomllib

import pytest

from carto.rollups.groups import Group
from geodata.errors import SettingsError
from geodata.group_settings import read_groups
from geodata.toml_section import Section

LEON = """
[leon]
nom = "Pays de Léon"
communes = ["29233", "29103"]
"""


def read(text: str) -> tuple[Group, ...]:
    return read_groups(Section("carto.toml", "groupes", tomllib.loads(text)))


def test_groups_are_read_in_the_order_of_their_ids() -> None:
    other = '[aulne-2]\nnom = "Aulne"\ncommunes = ["22157", "29024"]\n'
    assert read(LEON + other) == (
        Group("aulne-2", "Aulne", ("22157", "29024")),
        Group("leon", "Pays de Léon", ("29233", "29103")),
    )


def test_there_may_be_no_group() -> None:
    assert read("") == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        ("[leon]", "[LEON]", "groupes.LEON", "minuscules"),
        ("[leon]", '["le on"]', "groupes.le on", "minuscules"),
        ("[leon]", '["a|b"]', "groupes.a|b", "minuscules"),
        ('nom = "Pays de Léon"', "", "groupes.leon.nom", "absent"),
        ('nom = "Pays de Léon"', 'nom = " "', "groupes.leon.nom", "non vide"),
        ("nom =", "name =", "groupes.leon.name", "écrivez nom"),
        ('["29233", "29103"]', "[]", "groupes.leon.communes", "vide"),
        ('["29233", "29103"]', '"29233"', "groupes.leon.communes", "liste"),
        ('communes = ["29233", "29103"]', "", "groupes.leon.communes", "liste"),
        ('"29103"', "29103", "groupes.leon.communes", "entre guillemets"),
        ('"29103"', '"Plabennec"', "groupes.leon.communes", "« Plabennec »"),
        ('"29103"', '"75105"', "groupes.leon.communes", "écrivez sa commune, « 75056 »"),
        ('"29103"', '"29233"', "groupes.leon.communes", "deux fois"),
    ],
)
def test_every_fault_names_its_key(old: str, new: str, key: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read(LEON.replace(old, new, 1))
    message = str(caught.value).replace("\u00a0", " ")
    assert message.startswith(f"carto.toml, clé {key} : ")
    assert said in message
    assert "\n" not in message
