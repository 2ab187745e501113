"""Asks a database of known vulnerabilities, osv.dev, about all that the locks pin, and reports in Markdown.

Ends with 0 where nothing is known, with 1 where something is, and with 75, by sysexits.h a failure that may pass, where
the database could not be asked about everything: no answer is never taken for a good one. pip-audit has 1 for both.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

KNOWN, UNANSWERED = 1, 75
PIP_AUDIT = [sys.executable, "-m", "pip_audit", "--vulnerability-service", "osv", "--timeout", "60"]
# The locks say all that there is, with hashes: nothing has to be resolved or installed.
AS_PINNED = ["--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off"]


@dataclass
class Answer:
    """What is known of the packages of the locks, and what could not be learned, each in a sentence."""

    packages: int = 0
    known: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)

    @property
    def code(self) -> int:
        """The exit code; what is known weighs more than what is not."""
        return KNOWN if self.known else UNANSWERED if self.unanswered else 0


def audit(locks: Sequence[str], program: Sequence[str] = PIP_AUDIT) -> Answer:
    """Ask about each of the locks."""
    answer = Answer()
    for lock in locks:
        command = [*program, *AS_PINNED, "--requirement", lock]
        told = subprocess.run(command, capture_output=True, text=True, check=False)
        try:
            packages = json.loads(told.stdout)["dependencies"]
        except (ValueError, KeyError):
            reason = (told.stderr.strip() or "pip-audit said nothing").splitlines()[-1]
            answer.unanswered.append(f"{lock}: database: could not be asked ({reason}); try again later")
            continue
        for package in packages:
            add(answer, lock, package)
    return answer


def add(answer: Answer, lock: str, package: dict[str, str | list[dict[str, str | list[str]]]]) -> None:
    """Add what pip-audit says of one package."""
    answer.packages += 1
    if reason := package.get("skip_reason"):
        answer.unanswered.append(f"{lock}: {package['name']}: could not be asked about ({reason}); try again later")
    for found in package.get("vulns", []):
        assert isinstance(found, dict)
        fixes = " or ".join(found["fix_versions"])
        remedy = f"raise it to {fixes}, with make lock UPGRADE=1" if fixes else "no release mends it, so do without it"
        words = str(found["description"]).partition("\n")[0]
        answer.known.append(f"{lock}: {package['name']} {package['version']}: {found['id']}, {words}; {remedy}")


def report(answer: Answer) -> str:
    """The answer for readers."""
    parts = [f"# Known vulnerabilities\n\n{answer.packages} pinned packages were asked about.\n"]
    for title, lines in (("Known", answer.known), ("Not known, since there was no answer", answer.unanswered)):
        if lines:
            parts.append("\n".join([f"## {title}\n", *(f"- {line}" for line in lines), ""]))
    return "\n".join(parts if len(parts) > 1 else [*parts, "None is known.\n"])


def summary(answer: Answer) -> str:
    """The answer in a line, which GitHub shows above all else (a workflow command)."""
    said = f"{len(answer.known)} known vulnerabilities"
    if answer.unanswered:
        said += f", {len(answer.unanswered)} questions without an answer"
    return f"::error title=Audit::{said}; see the summary\n" if os.environ.get("GITHUB_ACTIONS") else f"{said}\n"


if __name__ == "__main__":
    answered = audit(sys.argv[1:])
    sys.stdout.write(report(answered))
    if answered.code:
        sys.stderr.write(summary(answered))
    sys.exit(answered.code)
