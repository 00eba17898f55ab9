"""`docs/personnaliser.md`: its example is read, and every key is in it."""

from __future__ import annotations

import re
from pathlib import Path

from tests.rules.repository import ROOT
from webapp.house.site_settings import TOP_KEYS, read_site

DOCUMENT = (ROOT / "docs" / "personnaliser.md").read_text(encoding="utf-8")


def test_the_example_is_a_site(tmp_path: Path) -> None:
    match = re.search(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)
    assert match is not None
    (tmp_path / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    path = tmp_path / "site.toml"
    path.write_text(match[1], encoding="utf-8")
    site = read_site(path)
    assert site.logo is not None
    assert site.mentions.hebergeur
    for key in TOP_KEYS:
        assert re.search(rf"^(\[{key}\]|{key} = )", match[1], re.MULTILINE), key
