"""Names of assets: they follow the content, and the imports follow them."""

from pathlib import Path

import pytest

from webapp.front_end.asset_names import AssetNames, FrontEndError

PACKAGES = {"topojson-client": "vendor/topojson-client-3.1.0/topojson-client.mjs"}


def renamed(folder: Path, **files: str) -> AssetNames:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(content)
    names = AssetNames(folder, PACKAGES)
    names.rename_all()
    return names


def test_imports_follow_the_names(tmp_path: Path) -> None:
    names = renamed(
        tmp_path / "front",
        a_mjs="import { b } from './b.mjs';\nimport { mesh } from 'topojson-client';\n",
        b_mjs="export const b = () => new URL('./c.css', import.meta.url);\n",
        c_css="p { color: red }",
    )
    a, b = names.contents["a.mjs"].decode(), names.contents["b.mjs"].decode()
    assert f"from'./{names.files['b.mjs']}'" in a
    assert "from'./vendor/topojson-client-3.1.0/topojson-client.mjs'" in a
    assert f"new URL('./{names.files['c.css']}',import.meta.url)" in b


def test_a_change_travels_to_every_importer(tmp_path: Path) -> None:
    one = renamed(tmp_path / "1", a_mjs="import './b.mjs';", b_mjs="1", c_mjs="2").files
    two = renamed(tmp_path / "2", a_mjs="import './b.mjs';", b_mjs="3", c_mjs="2").files
    assert {name for name in one if one[name] != two[name]} == {"a.mjs", "b.mjs"}


def test_types_in_comments_name_no_module_and_are_not_served(tmp_path: Path) -> None:
    text = (
        "/** @typedef {import('maplibre-gl').Map} Carte */\n"
        "const x = /** @type {import('geojson').Point} */ (y);\n"
        "// import './absent.mjs'\n"
        "/*\n import './absent.mjs'\n*/\n"
        "const motif = /[/*'\"]+/g, texte = `// ${'/* */'} `;\n"
    )
    served = renamed(tmp_path / "front", a_mjs=text).contents["a.mjs"].decode()
    assert served == "const x=(y);const motif=/[/*'\"]+/g,texte=`// ${'/* */'} `;"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a_mjs": "import './b.mjs';"}, r"a.mjs importe « ./b.mjs », qui n'existe pas"),
        ({"a_mjs": "import 'lodash';"}, "a.mjs importe « lodash », qui est inconnu"),
        ({"a_mjs": "import './b.mjs'", "b_mjs": "import './a.mjs'"}, "a.mjs → b.mjs → a.mjs"),
    ],
)
def test_a_bad_import_is_refused(tmp_path: Path, files: dict[str, str], words: str) -> None:
    with pytest.raises(FrontEndError, match=words):
        renamed(tmp_path / "front", **files)


def test_a_style_sheet_takes_in_those_it_imports_in_order(tmp_path: Path) -> None:
    names = renamed(
        tmp_path / "front",
        page_css='/* All. */\n@import "./a.css";\n@import "./b.css" print;\n',
        a_css="p { color: red }\n",
        b_css="p { color: black }\n",
    )
    expected = b"p{color:red}@media print{p{color:black}}"
    assert names.contents["page.css"] == expected


def test_a_style_sheet_that_imports_nothing_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FrontEndError, match="absent"):
        renamed(tmp_path / "front", page_css='@import "./absent.css";\n')
