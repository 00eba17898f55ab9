"""Give the files of ``webapp/front/`` names that can be cached for ever, and follow them.

A file is named after a hash of its content; a module's content holds the names of what it
imports, so a change travels up to every module that depends on it. There is no bundler: only
the addresses in ``import`` and ``new URL('./x', import.meta.url)`` are rewritten, a style sheet
takes in those it imports, so that a page asks for one, and comments and blanks are left out.
"""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from carto.errors import CartoError

# A comment is matched first, to be left alone: JSDoc types are written like imports.
_ADDRESS = re.compile(
    r"""
    (?P<comment> /\*.*?\*/ | ^[ ]*//[^\n]* )
    | (?P<head> \bfrom\s* | \bimport\s*\(?\s* | \bnew\ URL\(\s* )
      (?P<quote> ["'] ) (?P<name> [^"'\n]+ ) (?P=quote)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_SHEET = re.compile(r"""^@import "\./(?P<name>[^"\n]+)"\s*(?P<media>[^;\n]*);\n""", re.MULTILINE)


class FrontEndError(CartoError):
    """The browser side of Carto cannot be assembled."""


class AssetNames:
    """The files of a folder, renamed; each is read once.

    Parameters
    ----------
    folder
        Usually ``webapp/front``; files that start with a dot are left out.
    packages
        Bare import (``topojson-client``) to the file that stands for it, relative to the
        assembled folder.

    Attributes
    ----------
    files
        Name in the folder to name once assembled, sorted after `rename_all`.
    contents
        Name in the folder to content once assembled.
    """

    def __init__(self, folder: Path, packages: Mapping[str, str]) -> None:
        self.files: dict[str, str] = {}
        self.contents: dict[str, bytes] = {}
        self._folder = folder
        self._packages = packages

    def rename_all(self) -> None:
        """Rename every file of the folder.

        Raises
        ------
        FrontEndError
            When a module imports what does not exist, or modules import each other in a circle.
        """
        for name in front_files(self._folder):
            self._rename(name, ())
        self.files = dict(sorted(self.files.items()))

    def _rename(self, name: str, importers: tuple[str, ...]) -> str:
        """Assembled name of a file, renaming first what it imports."""
        if name in importers:
            raise FrontEndError(f"Imports en cercle : {' → '.join((*importers, name))}.")
        if name not in self.files:
            path = self._folder / name
            if not path.is_file():
                raise FrontEndError(f"{importers[-1]} importe « ./{name} », qui n'existe pas.")
            content = path.read_bytes()
            if path.suffix == ".mjs":
                module = self._follow(content.decode(), (*importers, name))
                content = jsmin(module).encode()
            elif path.suffix == ".css":
                sheet = self._take_in(content.decode(), (*importers, name))
                content = cssmin(sheet).encode()
            digest = hashlib.sha256(content).hexdigest()[:12]
            self.contents[name] = content
            self.files[name] = f"{path.stem}.{digest}{path.suffix}"
        return self.files[name]

    def _take_in(self, sheet: str, importers: tuple[str, ...]) -> str:
        """Put the style sheets that a sheet imports in its place, within their medium."""

        def imported(match: re.Match[str]) -> str:
            self._rename(match["name"], importers)
            content = self.contents[match["name"]].decode()
            media = match["media"].strip()
            return f"@media {media} {{\n{content}}}\n" if media else content

        return _SHEET.sub(imported, sheet)

    def _follow(self, module: str, importers: tuple[str, ...]) -> str:
        """Rewrite the addresses of a module, comments left alone."""

        def address(match: re.Match[str]) -> str:
            if match["comment"]:
                return match["comment"]
            wanted, quote = match["name"], match["quote"]
            if wanted.startswith("./"):
                file = self._rename(wanted.removeprefix("./"), importers)
            elif wanted in self._packages:
                file = self._packages[wanted]
            else:
                raise FrontEndError(f"{importers[-1]} importe « {wanted} », qui est inconnu.")
            return f"{match['head']}{quote}./{file}{quote}"

        return _ADDRESS.sub(address, module)


def front_files(folder: Path) -> list[str]:
    """Names of the files to serve from a folder, sorted.

    Parameters
    ----------
    folder
        Usually ``webapp/front``.
    """
    return sorted(
        path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")
    )
