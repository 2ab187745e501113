"""The audit tells what is known from what could not be asked, whatever pip-audit makes of either."""

import json
import sys
from pathlib import Path

import audit
import pytest

VULNERABLE = {
    "name": "jinja2",
    "version": "2.10",
    "vulns": [
        {"id": "GHSA-1", "fix_versions": ["2.10.1"], "aliases": [], "description": "A sandbox is left.\nMore."},
        {"id": "GHSA-2", "fix_versions": [], "aliases": [], "description": "Slow."},
    ],
}
SOUND = {"name": "lxml", "version": "6.1", "vulns": []}
SKIPPED = {"name": "numpy", "skip_reason": "not found"}


def stand_in(folder: Path, said: str, complaint: str = "", code: int = 0) -> list[str]:
    """A program in the place of pip-audit."""
    script = folder / "pip_audit.py"
    script.write_text(f"import sys\nprint({said!r})\nprint({complaint!r}, file=sys.stderr)\nsys.exit({code})\n")
    return [sys.executable, str(script)]


def asked(folder: Path, *packages: object, code: int = 0) -> audit.Answer:
    said = json.dumps({"dependencies": packages, "fixes": []})
    return audit.audit(["a.txt"], stand_in(folder, said, "Found something", code))


def test_what_is_known_is_named_with_its_remedy(tmp_path: Path) -> None:
    answer = asked(tmp_path, VULNERABLE, SOUND, SKIPPED, code=1)
    assert answer.code == 1
    assert answer.known == [
        "a.txt: jinja2 2.10: GHSA-1, A sandbox is left.; raise it to 2.10.1, with make lock UPGRADE=1",
        "a.txt: jinja2 2.10: GHSA-2, Slow.; no release mends it, so do without it",
    ]
    assert "3 pinned packages" in audit.report(answer)


def test_a_sound_lock_is_reported_as_one(tmp_path: Path) -> None:
    answer = asked(tmp_path, SOUND)
    assert answer.code == 0
    assert audit.report(answer).endswith("1 pinned packages were asked about.\n\nNone is known.\n")


def test_a_package_that_was_skipped_is_no_sound_one(tmp_path: Path) -> None:
    answer = asked(tmp_path, SOUND, SKIPPED)
    assert answer.code == 75
    assert answer.unanswered == ["a.txt: numpy: could not be asked about (not found); try again later"]
    assert "None is known" not in audit.report(answer)


@pytest.mark.parametrize(("said", "code"), [("", 1), ("Traceback", 1), ("{}", 0)])
def test_a_database_that_is_out_of_reach_is_no_good_news(tmp_path: Path, said: str, code: int) -> None:
    answer = audit.audit(["a.txt", "b.txt"], stand_in(tmp_path, said, "Traceback\nNo route to osv.dev", code))
    assert answer.code == 75
    assert answer.unanswered == [
        f"{lock}: database: could not be asked (No route to osv.dev); try again later" for lock in ("a.txt", "b.txt")
    ]


def test_github_shows_a_failure_above_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    line = audit.summary(audit.Answer(2, ["x"], ["y"]))
    assert line == "::error title=Audit::1 known vulnerabilities, 1 questions without an answer; see the summary\n"
