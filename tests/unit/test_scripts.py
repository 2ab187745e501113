"""JavaScript modules as they are sent."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import cast

import pytest
from annotated_edition.build.assets import bundle_scripts
from annotated_edition.build.state import Build
from annotated_edition.files.kept import Kept
from annotated_edition.minify.scripts import BundleError, modules, scripts
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

WRITTEN = {
    "main.js": """
        // Why.
        import { shout } from "./shared/words.js";
        document.title = shout("now");
        addEventListener("click", async () => {
          const { act } = await import("./later.js");
          act();
        });
    """,
    "later.js": """
        import { shout } from "./shared/words.js";
        /** @returns {string} the title */
        export function act() { return document.title = shout("later"); }
    """,
    "shared/words.js": """
        export const shout = (words) => words + "!";
        export const unused = "of no use";
    """,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The modules above, below a theme of ours."""
    made = tmp_path / "assets" / "javascripts"
    for name, module in WRITTEN.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(module, encoding="utf-8")
    return made


def sent_of(folder: Path) -> dict[str, str]:
    """The modules of the folder as they are sent, with nothing kept from before."""
    with TemporaryDirectory() as cache:
        return modules(folder, Kept(Path(cache, "kept")))


def test_each_module_at_the_top_is_sent_with_what_it_imports_from_below_and_no_more(folder: Path) -> None:
    sent = sent_of(folder)
    assert sent.keys() == {"main.js", "later.js"}
    assert "now" in sent["main.js"]
    assert "!" in sent["main.js"]
    assert "of no use" not in sent["main.js"]
    assert "Why." not in sent["main.js"]


def test_what_is_imported_when_it_is_first_used_is_fetched_only_then(folder: Path) -> None:
    sent = sent_of(folder)
    assert 'import("./later.js")' in sent["main.js"]
    assert "later" not in sent["main.js"].replace("./later.js", "")
    assert re.search(r"export\s*\{\s*\w+ as act\s*\}", sent["later.js"])


def test_of_a_shared_module_each_holds_what_itself_uses(folder: Path) -> None:
    (folder / "shared" / "words.js").write_text(
        'export const shout = (words) => words + "!"; export function whisper() { document.title = "hush"; }',
        encoding="utf-8",
    )
    (folder / "later.js").write_text('import { whisper } from "./shared/words.js"; whisper();', encoding="utf-8")
    sent = sent_of(folder)
    assert "hush" in sent["later.js"]
    assert "hush" not in sent["main.js"]


def test_modules_are_bundled_again_when_one_of_them_has_changed(folder: Path, tmp_path: Path) -> None:
    assert "now" in modules(folder, Kept(tmp_path / "kept"))["main.js"]
    (folder / "shared" / "words.js").write_text("export const shout = () => 'other';", encoding="utf-8")
    assert "other" in modules(folder, Kept(tmp_path / "kept"))["main.js"]


def test_as_a_script_a_module_holds_all_that_it_may_ever_import(folder: Path) -> None:
    sent = scripts(folder, ["main.js"])
    assert sent.keys() == {"main.js"}
    assert "later" in sent["main.js"]
    assert not re.search(r"\b(import|export)\b", sent["main.js"])


@pytest.mark.parametrize(
    ("name", "module", "message"),
    [
        ("main.js", "const = 1;", "main.js:1:7"),
        ("main.js", 'import "./shared/nowhere.js";', 'Could not resolve: "./shared/nowhere.js"'),
        (
            "shared/words.js",
            'export const shout = () => import("../later.js");',
            ": what it imports imports ../later.js; do that in ",
        ),
    ],
)
def test_what_cannot_be_bundled_is_named(name: str, module: str, message: str, folder: Path) -> None:
    (folder / name).write_text(module, encoding="utf-8")
    with pytest.raises(BundleError, match=re.escape(message)):
        sent_of(folder)


def test_all_that_cannot_be_bundled_is_named_at_once(folder: Path) -> None:
    for name in ("main.js", "later.js"):
        (folder / name).write_text("const = 1;", encoding="utf-8")
    with pytest.raises(BundleError) as raised:
        sent_of(folder)
    assert "main.js:1:7" in str(raised.value)
    assert "later.js:1:7" in str(raised.value)


def files_in(theme: Path) -> tuple[Files, MkDocsConfig]:
    """What MkDocs gives to hooks of a theme with no more than these modules."""
    paths = sorted(path.relative_to(theme).as_posix() for path in theme.rglob("*.js"))
    files = Files([File(path, str(theme), str(theme / "site"), use_directory_urls=True) for path in paths])
    config = SimpleNamespace(theme=SimpleNamespace(custom_dir=str(theme)))
    return files, cast(MkDocsConfig, config)


def build_in(root: Path) -> Build:
    """The state of a build whose cache is in this folder."""
    build = Build()
    build.root = root
    return build


def test_of_modules_below_no_file_is_sent(folder: Path, tmp_path: Path) -> None:
    files, config = files_in(tmp_path)
    bundle_scripts(build_in(tmp_path), files, config)
    assert {file.src_uri: file.content_string for file in files} == {
        f"assets/javascripts/{name}": script for name, script in sent_of(folder).items()
    }


def test_modules_that_cannot_be_bundled_are_named_and_sent_as_they_are(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "main.js").write_text("const = 1;", encoding="utf-8")
    files, config = files_in(tmp_path)
    bundle_scripts(build_in(tmp_path), files, config)
    [record] = caplog.records
    assert record.levelname == "WARNING"
    assert "assets/javascripts/: the scripts cannot be bundled; mend what is named:" in record.message
    assert "main.js:1:7" in record.message
    assert len(files) == len(WRITTEN)
