"""Follow one number: Audierne's fibre rate, from a line of ARCEP's file to a class of the legend.

The same walk, in words, is in README.md.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from flask.testing import FlaskClient

from carto.assessment import Question, assess
from carto.drawing.indicators.classification import indicators_for
from carto.drawing.legend import legend
from carto.territories import Perimeter
from carto.verdict.parameters import Parameters
from carto.verdict.sentence import Wording
from geodata.inputs import align_all, collect, parse_all, tables_of
from geodata.storage.data_dir import DataDir
from tests.demo import DEMO, Built, demo_settings
from webapp import create_app
from webapp.settings import WebSettings

AUDIERNE = "29003"
FILE = DEMO / "cartefibre-2026t2.csv"
SHA256 = "050ed9b7117cd9cc6a7cd6367aca447b38d5f9ee85c5fb3ba57878f6d2f83ca7"
LINE = 4
LOCAUX, RACCORDABLES = 4215, 1661
TAUX = 0.394069
README = Path(__file__).resolve().parents[2] / "README.md"


@pytest.fixture(scope="module")
def client(built_demo: Built, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Serve the built demonstration; the API needs no assembled asset."""
    static = tmp_path_factory.mktemp("static")
    (static / "MANIFEST.json").write_text("{}", "utf-8")
    settings = WebSettings(data_dir=built_demo.data_dir.path, static_dir=static)
    return create_app(settings).test_client()


def test_the_publisher_wrote_it() -> None:
    assert hashlib.sha256(FILE.read_bytes()).hexdigest() == SHA256
    line = FILE.read_text("utf-8-sig").splitlines()[LINE - 1]
    assert line == f"{AUDIERNE},Audierne,29,{LOCAUX},{RACCORDABLES}"


def test_the_parser_reads_both_counts_and_the_core_divides_them(tmp_path: Path) -> None:
    raw = collect(demo_settings(), DataDir(tmp_path), lambda _: None)
    assert raw["fibre"].sha256 == SHA256
    parsed = parse_all(raw, lambda _: None)
    row = parsed["fibre"].table.set_index("code_insee").loc[AUDIERNE]
    assert (row["locaux"], row["locaux_raccordables"]) == (LOCAUX, RACCORDABLES)
    assert row["quarter"] == "2026-T2"

    parameters = Parameters()
    assessment = assess(
        tables_of(align_all(parsed, raw).tables),
        Question(
            perimeter=Perimeter(("29",)),
            cog_years=dict.fromkeys(raw, 2026),
            parameters=parameters,
            need_variant="revenu",
            wording=Wording(parameters.alerts, "2026-06-30", "2024-08-01", "besoin"),
        ),
    )
    assert assessment.territories.table["code_insee"].eq(AUDIERNE).sum() == 1
    commune = assessment.communes.set_index("code_insee").loc[AUDIERNE]
    assert commune["taux_couverture_ftth"] == round(RACCORDABLES / LOCAUX, 6) == TAUX
    assert commune["locaux_restants"] == LOCAUX - RACCORDABLES


def test_the_snapshot_keeps_it_with_its_origin(built_demo: Built) -> None:
    table = pq.read_table(built_demo.snapshot.path("communes.parquet"))
    (row,) = (row for row in table.to_pylist() if row["code_insee"] == AUDIERNE)
    assert row["taux_couverture_ftth"] == TAUX
    assert row["fibre_quarter"] == "2026-T2"
    (source,) = (one for one in built_demo.snapshot.facts["sources"] if one["id"] == "fibre")
    assert source["sha256"] == SHA256
    assert (built_demo.data_dir.raw / SHA256).read_bytes() == FILE.read_bytes()


def test_the_api_answers_it(built_demo: Built, client: FlaskClient) -> None:
    document = client.get(f"/api/v1/communes/{AUDIERNE}").get_json()
    assert document["snapshot"] == built_demo.snapshot.id
    assert document["locaux"] == LOCAUX
    assert document["locaux_raccordables"] == RACCORDABLES
    assert document["taux_couverture_ftth"] == TAUX
    assert document["verdict"]["alerts"]["connectivite"] is True
    sentence = document["verdict"]["sentence"]
    assert "fibre 39,4\u00a0% au 30 juin 2026 (seuil 95\u00a0%)" in sentence


def test_the_map_puts_it_in_a_class_of_the_legend(built_demo: Built, client: FlaskClient) -> None:
    indicator = indicators_for(built_demo.snapshot.facts)["fibre"]
    communes = built_demo.by_code()
    position = indicator.class_of(communes[AUDIERNE])
    assert position == 0
    assert indicator.classes[position].label == "moins de 50\u00a0%"
    entry = legend(indicator, list(communes.values()))[position]
    assert entry.count == 18

    values = client.get(
        f"/donnees/{built_demo.snapshot.id}/departement/29/valeurs.json"
    ).get_json()["communes"][AUDIERNE]
    assert values["classes"]["fibre"] == position
    assert values["textes"]["fibre"] == "39,4\u00a0%"


def test_the_readme_tells_the_same_walk() -> None:
    text = README.read_text("utf-8")
    for said in (SHA256, f"{AUDIERNE},Audierne,29,{LOCAUX},{RACCORDABLES}", str(TAUX), "moins de"):
        assert said in text


def test_the_readme_gives_the_figures_of_the_build(built_demo: Built) -> None:
    text = " ".join(README.read_text("utf-8").replace("\n> ", " ").split())
    counts = built_demo.report.verdicts
    (departement,) = built_demo.snapshot.rows("departement")
    assert f"{departement['communes_underserved']} under-served" in text
    assert f"{counts['3']} of these *prioritaires*" in text
    assert f"{counts['indetermine']} that the data leave undecided" in text
    assert " ".join(built_demo.by_code()[AUDIERNE]["sentence"].split()) in text
