"""The process that writes the files of the service: `python -m geodata.row_process gpkg`.

The request is on its standard input, the file on its standard output.
"""

from __future__ import annotations

import os
import sys
from importlib.abc import MetaPathFinder


class NotNeeded(MetaPathFinder):
    """Keeps out libraries that pyarrow and pyogrio load wherever they are installed.

    Nothing here calls them, and they are half of the time and of the memory of this process.
    """

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        """Refuse pandas and geopandas, and look for nothing else.

        Raises
        ------
        ModuleNotFoundError
            As if they were not installed.
        """
        del path, target
        if fullname in ("pandas", "geopandas"):
            raise ModuleNotFoundError(fullname, name=fullname)


def main() -> None:
    """Read the request of the service, write its file."""
    sys.meta_path.insert(0, NotNeeded())
    # Gives memory back at once; the pool of Arrow keeps it, a quarter of what this process uses.
    os.environ["ARROW_DEFAULT_MEMORY_POOL"] = "system"
    from geodata.row_files import row_file  # noqa: PLC0415 - after the lines above
    from geodata.row_request import RowRequest  # noqa: PLC0415 - likewise

    request = RowRequest.from_json(sys.stdin.buffer.read())
    sys.stdout.buffer.write(row_file(request, sys.argv[1]))


if __name__ == "__main__":
    main()
