"""Notebooks run, show what they announce, define nothing, and are committed without outputs."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# Name of each notebook: what it has to show, mostly numbers of the published demonstration.
SHOWN = {
    "01_de_la_source_a_la_carte.ipynb": ("Audierne", "0.394069"),
    "02_jointure_et_couverture.ipynb": (
        "Île-de-Sein",
        "ligne sans commune au contour connu",
        "n'ont pas la même année de COG",
        "rapport des sommes : 0.902073",
        "moyenne des taux   : 0.873015",
        "DENOM_SOUS_ESTIME",
        "VALEUR_NON_DIFFUSEE",
        "NON_ESTIMABLE",
        "L'ARCEP a changé sa façon de compter",
        "Série inventée",
    ),
    "03_acces_et_verdicts.ipynb": (
        "à 9.742 km, 18.89 min",
        "à la main : 3.41 min ; publié : 3.41 min",
        "somme  : 0.2658",
        "heures distribuées : 57317.0",
        "paliers_larges",
        "1 ou 2 ou 3",
        "Guilligomarc'h",
        "besoin fort sans aide",
        "Habitants par type de commune",
        "Saint-Évarzec est sous-desservie",
    ),
    "04_sensibilite_des_seuils_et_des_poids.ipynb": (
        "Communes qui changent de classe",
        "13 changent de classe, 12 deviennent sous-desservies",
        "81.85",
        "Rangs des dix premières communes",
        "26 communes dans le premier dixième",
        "Communes sous-desservies, par solidité du verdict",
        "Communes dont une seule donnée changerait la réponse",
        "0.845",
        "apl_ratio|fibre_pct",
        "time|need",
    ),
    "05_du_snapshot_au_dossier.ipynb": (
        "Vallée de l'Élorn\xa0: 3\xa0communes sur 8 (54,3\xa0% des habitants)",
        "moyenne des temps des communes : 13.88",
        "CA du Pays de Landerneau-Daoulas : 85 colonnes égales",
        "La Roche-Maurice est sous-desservie",
        "gagnent : 5 communes du groupe",
        "Ce qui reste à compléter",
        "Temps moyen d'accès à un lieu d'aide",
    ),
}


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.name)
def notebook(request: pytest.FixtureRequest) -> nbformat.NotebookNode:
    """Read each notebook as committed."""
    return nbformat.read(request.param, as_version=4)


def code(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """List the cells of code."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_every_notebook_says_what_it_shows() -> None:
    assert [path.name for path in NOTEBOOKS] == list(SHOWN)


def test_outputs_are_stripped(notebook: nbformat.NotebookNode) -> None:
    for cell in code(notebook):
        assert cell.outputs == []
        assert cell.execution_count is None


def test_a_notebook_explains_and_never_defines(notebook: nbformat.NotebookNode) -> None:
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for cell in code(notebook):
        found = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, definitions)]
        assert found == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_shows_what_it_announces(path: Path, tmp_path: Path) -> None:
    """Run in a process of its own: its kernel must not meet the network rules of this one."""
    places = ("JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR", "TMPDIR")
    environment = os.environ | {name: str(tmp_path / name) for name in places}
    (tmp_path / "TMPDIR").mkdir()
    ran = subprocess.run(
        [sys.executable, "-m", "tests.notebooks.execute", str(path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    outputs = [
        output for cell in code(nbformat.reads(ran.stdout, as_version=4)) for output in cell.outputs
    ]
    assert any("image/svg+xml" in output.get("data", {}) for output in outputs)
    shown = "\n".join(written(output) for output in outputs)
    assert [words for words in SHOWN[path.name] if words not in shown] == []


def written(output: nbformat.NotebookNode) -> str:
    """Join all that an output says, as text, HTML and SVG."""
    return "\n".join([output.get("text", ""), *map(str, output.get("data", {}).values())])
