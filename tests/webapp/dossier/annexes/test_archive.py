"""The archive of annexes."""

from __future__ import annotations

import io
import json
from zipfile import ZipFile

from webapp.dossier.annexes.archive import annexes
from webapp.dossier.blocks import Dossier, Figure
from webapp.dossier.editions.frozen import Frozen, frozen_json
from webapp.dossier.subject import Subject


def drawn(_: Figure) -> bytes:
    return b"image"


def test_it_holds_all_that_the_readme_names(
    subject: Subject, dossier: Dossier, frozen: Frozen
) -> None:
    archive = annexes(subject, dossier, frozen_json(frozen), drawn)
    with ZipFile(io.BytesIO(archive)) as members:
        names = members.namelist()
        readme = members.read("LISEZ-MOI.txt").decode()
        method = json.loads(members.read("methode/methode.json"))
        assert members.read("baseline.json").decode() == frozen_json(frozen)
    folders = {name.partition("/")[0] for name in names if "/" in name}
    assert folders == {"tables", "tableaux", "cartes", "figures", "methode"}
    assert all(f"{folder}/" in readme for folder in folders)
    assert subject.snapshot.id in readme
    assert method["snapshot"] == subject.snapshot.id
    assert method["parameters"] == subject.facts["method"]["parameters"]
    images = [name for name in names if name.endswith(".png")]
    assert images
    assert {name[:-3] for name in images} == {name[:-3] for name in names if name.endswith(".svg")}


def test_the_same_dossier_is_always_the_same_bytes(
    subject: Subject, dossier: Dossier, frozen: Frozen
) -> None:
    once, twice = (annexes(subject, dossier, frozen_json(frozen), drawn) for _ in range(2))
    assert once == twice


def test_a_figure_is_named_after_what_it_shows(
    subject: Subject, dossier: Dossier, frozen: Frozen
) -> None:
    archive = annexes(subject, dossier, frozen_json(frozen), drawn)
    with ZipFile(io.BytesIO(archive)) as members:
        names = {name for name in members.namelist() if name.endswith(".svg")}
    assert "figures/figure-02-verdict-par-commune.svg" in names
    assert not any("classe-la-plus" in name for name in names)
