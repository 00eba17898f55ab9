"""npm is found where it is, and asked only when the lock file changed."""

import sys
from pathlib import Path

import pytest

from webapp.front_end import npm_packages
from webapp.front_end.asset_names import FrontEndError

NPM = '#!/bin/sh\necho "$@" >> calls.txt\nmkdir -p node_modules\n'


def program(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the only folder of programs on the machine; Python lies in another."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("cp", "mkdir"):
        (folder / name).symlink_to(f"/bin/{name}")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "venv" / "python"))
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def repository(tmp_path: Path, tools: Path) -> Path:
    """Make a repository with a lock file, on a machine with Node."""
    program(tools, "node", "#!/bin/sh\necho v20.1.0\n")
    program(tools, "npm", NPM)
    root = tmp_path / "repository"
    root.mkdir()
    (root / "package-lock.json").write_text("{}")
    return root


def calls(repository: Path) -> int:
    return len((repository / "calls.txt").read_text().splitlines())


def test_packages_are_installed_once(repository: Path) -> None:
    assert npm_packages.install_packages(repository)
    assert not npm_packages.install_packages(repository)
    assert calls(repository) == 1


def test_packages_are_installed_again_when_the_lock_file_changes(repository: Path) -> None:
    npm_packages.install_packages(repository)
    (repository / "package-lock.json").write_text('{"changed": true}')
    assert npm_packages.install_packages(repository)
    assert calls(repository) == 2


def test_a_failure_of_npm_is_said_with_its_last_words(repository: Path, tools: Path) -> None:
    program(tools, "npm", "#!/bin/sh\necho 'integrity mismatch' >&2\nexit 1\n")
    with pytest.raises(FrontEndError, match=r"npm ci.*\(integrity mismatch\)"):
        npm_packages.install_packages(repository)
    program(tools, "npm", NPM)
    assert npm_packages.install_packages(repository)


def test_a_missing_lock_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(FrontEndError, match=r"package-lock\.json est introuvable"):
        npm_packages.install_packages(tmp_path)


@pytest.mark.parametrize("node", ["#!/bin/sh\necho v12.22.0\n", "#!/bin/sh\nexit 1\n", None])
def test_node_comes_from_pypi_when_there_is_none_of_use(
    repository: Path, tools: Path, node: str | None
) -> None:
    (tools / "node").unlink()
    if node:
        program(tools, "node", node)
    venv = Path(sys.executable).parent
    fake_pip = f"#!/bin/sh\ncp {tools}/npm {venv}/npm\n"
    program(venv, "python", fake_pip)
    assert npm_packages.install_packages(repository)
    assert (venv / "npm").is_file()


def test_no_node_anywhere_says_what_to_install(repository: Path, tools: Path) -> None:
    (tools / "node").unlink()
    program(Path(sys.executable).parent, "python", "#!/bin/sh\nexit 1\n")
    with pytest.raises(FrontEndError, match=r"installez Node\.js"):
        npm_packages.install_packages(repository)
