"""Run a notebook from top to bottom: `python -m tests.notebooks.execute NOTEBOOK`."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient


def execute(path: Path) -> nbformat.NotebookNode:
    """Run every cell in the folder of the notebook; the file is left as it is.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        When a cell fails, with its traceback.
    """
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": path.parent}})
    return client.execute()


if __name__ == "__main__":
    ran = execute(Path(sys.argv[1]))
    sys.stdout.write(nbformat.writes(ran))
