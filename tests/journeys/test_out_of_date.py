"""A publisher in trouble: what is served stays, byte for byte, and readers are told."""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from geodata.fetching import content_check
from geodata.storage.data_dir import DataDir
from geodata.storage.manifest import LAYER_FILES
from geodata.storage.snapshot import Snapshot, open_latest
from tests.demo import DEMO
from tests.geodata.fetching.faults import FAULTS, body
from tests.geodata.fetching.publisher import Publisher, serving
from webapp import create_app
from webapp.cli import main
from webapp.settings import WebSettings

# Faults that are not tried again: the pauses between tries are real here.
QUICK = [name for name in FAULTS if FAULTS[name].most_requests == 1]


@dataclass
class Service:
    """A data folder built from a publisher on loopback, and the command that acts on it."""

    publisher: Publisher
    config: Path
    data_dir: DataDir

    def run(self, *words: str) -> int:
        """Run `carto` on this folder."""
        return main(["--data-dir", str(self.data_dir.path), *words, "--config", str(self.config)])

    def mend(self) -> None:
        """End every fault, and publish what the publisher has."""
        self.publisher.faults.clear()
        assert self.run("fetch") == 0
        assert self.run("build") == 0

    def served(self) -> Snapshot:
        """Open what is served."""
        snapshot, warnings = open_latest(self.data_dir)
        assert warnings == ()
        return snapshot

    def fingerprint(self) -> dict[str, str]:
        """Hash every published file, and the name of what is served."""
        files = [*self.data_dir.snapshots.rglob("*"), self.data_dir.latest]
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in files
            if path.is_file()
        }


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Build the demonstration from a publisher; tests mend what they break."""
    folder = tmp_path_factory.mktemp("publisher")
    with serving() as publisher:
        for path in sorted(DEMO.iterdir()):
            publisher.files[f"/{path.name}"] = path.read_bytes()
        text = (DEMO / "carto.toml").read_text(encoding="utf-8")
        text = text.replace('file = "', f'url = "{publisher.url("/")}')
        text += '\n[fetch]\nallow_hosts = ["127.0.0.1"]\nseconds = 20\n'
        config = folder / "carto.toml"
        config.write_text(text, encoding="utf-8")
        service = Service(publisher, config, DataDir(folder / "data"))
        service.mend()
        yield service


@pytest.fixture
def _small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lower the sizes over which files are refused."""
    monkeypatch.setattr(content_check, "LARGEST_TEXT", 2**23)
    monkeypatch.setattr(content_check, "LARGEST_GZIP", 2**23)
    monkeypatch.setattr(content_check, "LARGEST_OTHER", 2**23)
    monkeypatch.setattr(content_check, "LARGEST_UNZIPPED", 2**21)


@pytest.mark.usefixtures("_small_files")
@pytest.mark.parametrize("name", QUICK)
def test_a_fetch_that_fails_leaves_what_is_served(
    service: Service, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    before = service.fingerprint()
    path = "/cartefibre-2026t2.csv"
    service.publisher.faults[path] = FAULTS[name].fault
    try:
        assert service.run("fetch", "--source", "fibre", "--json") == 1
    finally:
        del service.publisher.faults[path]
    out, err = capsys.readouterr()
    (outcome,) = json.loads(out)
    assert (outcome["source"], outcome["state"]) == ("fibre", "failed")
    assert outcome["name"] == "cartefibre-2026t2.csv"
    assert outcome["problem"] in err
    assert service.fingerprint() == before


def test_a_snapshot_says_what_could_not_be_brought_up_to_date(service: Service) -> None:
    service.mend()
    whole = service.served()
    before = service.fingerprint()
    path = "/cartefibre-2026t2.csv"
    service.publisher.faults[path] = FAULTS["html"].fault
    assert service.run("fetch") == 1
    assert service.run("build") == 0
    late = service.served()
    (said,) = late.facts["degraded"]
    assert (said["source"], said["age_days"]) == ("fibre", 0)
    assert said["reason"] == "page web et non fichier de données"
    assert late.id != whole.id
    assert _tables(late) == _tables(whole)
    assert {name: service.fingerprint()[name] for name in before if "latest" not in name} == {
        name: before[name] for name in before if "latest" not in name
    }
    client = create_app(WebSettings(service.data_dir.path)).test_client()
    sentence = "n'a pas pu être mise à jour depuis le"
    for page in ("/", "/sources", "/commune/29003"):
        assert sentence in html.unescape(client.get(page).text)
    assert client.get("/api/v1/snapshot").get_json()["degraded"] == [said]
    assert client.get("/health").get_json()["status"] == "degraded"
    assert service.run("build") == 0
    assert service.served().id == late.id
    service.mend()
    assert service.served().id == whole.id


@pytest.mark.parametrize(
    ("found", "replaced", "said"),
    [(b"Locaux", b"Premises", "colonne"), (b"", b"", "Publication refus")],
    ids=["column renamed", "rows missing"],
)
def test_a_file_that_is_no_longer_the_same_is_not_published(
    service: Service,
    capsys: pytest.CaptureFixture[str],
    found: bytes,
    replaced: bytes,
    said: str,
) -> None:
    service.mend()
    before = service.fingerprint()
    path = "/cartefibre-2026t2.csv"
    whole = service.publisher.files[path]
    rows = whole.splitlines(keepends=True)
    changed = whole.replace(found, replaced) if found else b"".join(rows[: len(rows) * 7 // 10])
    service.publisher.faults[path] = body(changed)
    assert service.run("fetch", "--source", "fibre") == 0
    assert service.run("build") == 1
    assert said in capsys.readouterr().err
    assert service.fingerprint() == before
    service.mend()
    assert service.fingerprint() == before


def _tables(snapshot: Snapshot) -> dict[str, str]:
    """Hashes of the published files, but those that tell their snapshot and its sources."""
    return {
        resource["path"]: resource["hash"]
        for resource in snapshot.manifest["resources"]
        if not resource["path"].startswith(LAYER_FILES)
    }
