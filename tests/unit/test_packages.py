"""The order of the packages in annotated_edition, which CONTRIBUTING shows: each uses only those before it."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "overrides" / "hooks" / "annotated_edition"
ORDER = [
    "files",
    "minify",
    "text",
    "blocks",
    "config",
    "figures",
    "structure",
    "citations",
    "permalinks",
    "security",
    "formats",
    "sharing",
    "versions",
    "build",
    "commands",
]
KNOW_MKDOCS = {"config", "build", "commands"}


def imported(module: Path) -> set[str]:
    """The package of ours, or the library, of every module that this one imports."""
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return {
        name.removeprefix("annotated_edition.").split(".")[0]
        for name in plain + [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    }


def test_every_package_has_its_place_in_the_order() -> None:
    assert {folder.parent.name for folder in PACKAGE.glob("*/__init__.py")} == set(ORDER)


@pytest.mark.parametrize("package", ORDER)
def test_a_package_uses_only_those_before_it(package: str) -> None:
    later = set(ORDER[ORDER.index(package) + 1 :])
    for module in (PACKAGE / package).glob("*.py"):
        assert not imported(module) & later, f"{package}/{module.name} uses what comes after it"


@pytest.mark.parametrize("package", sorted(set(ORDER) - KNOW_MKDOCS))
def test_only_what_has_to_knows_mkdocs(package: str) -> None:
    for module in (PACKAGE / package).glob("*.py"):
        assert not imported(module) & {"mkdocs", "mkdocs_bibtex"}, f"{package}/{module.name} knows MkDocs"
