"""Finds the browser for the tests, and installs one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

# The shell is Chromium without windows of its own. With it 66 tests in a browser took 40 seconds, and 63 with Chromium.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Return the browser that CHROMIUM names, else the first on PATH that starts, else Playwright's own, else none."""
    if named := os.environ.get("CHROMIUM"):
        return named
    on_path = (path for name in NAMES if (path := shutil.which(name)))
    return next(filter(_starts, on_path), None) or _bundled()


def install() -> None:
    """Install Chromium with apt-get where that works, and Playwright's own elsewhere."""
    if (rights := _rights()) is not None:
        _say("No Chromium or Chrome found: installing Chromium with apt-get.")
        apt_get = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--quiet"]
        _run(*apt_get, "update")
        for package in (SHELL, "chromium"):  # an older Debian or Ubuntu has no shell
            if find() is None:
                _run(*apt_get, "install", "--yes", "--no-install-recommends", package, "fonts-liberation")
    if find() is None:
        _say("No Chromium or Chrome found: installing Playwright's own.")
        _run(sys.executable, "-m", "playwright", "install", "chromium")


def _rights() -> list[str] | None:
    """Return what to put before apt-get, or none where it cannot be used without asking for a password."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    return sudo if shutil.which("sudo") and _runs(*sudo, "true") else None


def _starts(path: str) -> bool:
    """Tell a browser from the stand-in that Ubuntu puts in its place, which only asks for a snap."""
    return _runs(path, "--version")


def _bundled() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _runs(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _run(*command: str) -> None:
    """Run a command whose failure shows in that there is still no browser; its output goes to standard error."""
    subprocess.run(command, stdout=sys.stderr, check=False)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    if find() is None:
        install()
    if find() is None:
        sys.exit("The tests need Chromium or Chrome: install one, or name one in the environment variable CHROMIUM.")
