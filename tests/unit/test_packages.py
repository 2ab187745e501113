"""The order of the packages in overrides/hooks, which CONTRIBUTING shows: each uses only those before it."""

import ast
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "overrides" / "hooks"
ORDER = ["files", "slim", "text", "figures", "edition", "citing", "register", "policy", "forms", "freezing"]
KNOW_MKDOCS = {"register/registration.py", "freezing/freeze.py"}  # the commands that build to register and to freeze


def imported(module: Path) -> set[str]:
    """The first word of every module that this one imports."""
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return {
        name.split(".")[0] for name in plain + [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    }


def test_every_package_has_its_place_in_the_order() -> None:
    assert {folder.parent.name for folder in HOOKS.glob("*/__init__.py")} == set(ORDER)


@pytest.mark.parametrize("package", ORDER)
def test_a_package_uses_only_those_before_it(package: str) -> None:
    later = set(ORDER[ORDER.index(package) + 1 :])
    for module in (HOOKS / package).glob("*.py"):
        assert not imported(module) & later, f"{package}/{module.name} uses what comes after it"


@pytest.mark.parametrize("package", ORDER)
def test_only_what_has_to_knows_mkdocs(package: str) -> None:
    know = {
        f"{package}/{module.name}"
        for module in (HOOKS / package).glob("*.py")
        if imported(module) & {"mkdocs", "mkdocs_bibtex"}
    }
    assert know <= KNOW_MKDOCS
