"""Where the tests' Chromium comes from: ``$CHROMIUM``, the PATH, Playwright's own; as a program, install one."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NoBrowser(Exception):
    """No usable Chromium; the text says what was tried."""


def find_chromium() -> Path:
    """Give a Chromium that runs, or raise NoBrowser. A wrong ``$CHROMIUM`` is an error, not a reason to look on."""
    if chosen := os.environ.get("CHROMIUM"):
        if not is_chromium(Path(chosen)):
            raise NoBrowser(f"$CHROMIUM is {chosen}, which does not run as a Chromium")
        return Path(chosen)
    if usable := next(filter(is_chromium, candidates()), None):
        return usable
    raise NoBrowser(f"no Chromium: tried $CHROMIUM, {', '.join(NAMES)} on the PATH, and Playwright's own")


def candidates() -> Iterator[Path]:
    """Give the programs that may be a Chromium, best first; Playwright is asked last, since asking takes a second."""
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield playwrights_own()


def is_chromium(program: Path) -> bool:
    """Tell whether ``program`` runs here. Ubuntu's package is a stub for a snap, which neither root nor CI can use."""
    if not program.is_file() or is_snap(program):
        return False
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=30, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and "Chrom" in answer.stdout


def is_snap(program: Path) -> bool:
    """Tell whether ``program`` lies in a snap or is a script that starts one."""
    if "snap" in program.resolve().parts:
        return True
    with program.open("rb") as file:
        head = file.read(10_000)
    return head.startswith(b"#!") and b"/snap/" in head


def playwrights_own() -> Path:
    """Give the place where Playwright puts its Chromium, whether or not it is there."""
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def install_commands(distribution: str, *, root: bool) -> list[list[str]]:
    """Give the commands that bring a Chromium to this kind of machine (``distribution`` as in os-release's ID)."""
    if root and distribution == "debian":
        fonts = "fonts-dejavu-core"  # a bare container has no font, and text without one has no size
        return [["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", "chromium", fonts]]
    with_system_packages = ["--with-deps"] if root and distribution else []
    return [[sys.executable, "-m", "playwright", "install", *with_system_packages, "chromium"]]


def distribution() -> str:
    """Name the Linux distribution, or nothing elsewhere."""
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return ""


def install() -> None:
    """Run the commands that bring a Chromium, showing each and its output."""
    for command in install_commands(distribution(), root=hasattr(os, "geteuid") and os.geteuid() == 0):
        print("No Chromium here. Installing:", " ".join(command), flush=True)
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def main() -> int:
    """Make sure that there is a Chromium; print where. Give the exit code."""
    try:
        try:
            found = find_chromium()
        except NoBrowser:
            if os.environ.get("CHROMIUM"):
                raise
            install()
            found = find_chromium()
    except (NoBrowser, subprocess.CalledProcessError) as error:
        print(f"{error}\nInstall Chromium or Chrome, or set CHROMIUM=/path/to/it.", file=sys.stderr)
        return 1
    print(f"Browser tests use {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
