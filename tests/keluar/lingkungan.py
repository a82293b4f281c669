"""Lingkungan: an environment of its own for another builder, so that it never stands beside mkdocs."""

import os
import subprocess
import sys
from pathlib import Path

from handbook.clock import today
from tests.site_build import ROOT

# One day for both builds: the book holds nothing that is later.
SITUS = {
    "SITE_URL": "https://contoh.example/buku/", "AS_OF": today().isoformat(), "SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1",
}  # fmt: skip


def pasang(folder: Path, *packages: str) -> Path:
    """Make an environment anew and install into it, wheels only; give its folder of programs. ``packages`` may hold pip's options."""
    run([sys.executable, "-m", "venv", "--clear", folder])
    run([folder / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:", *packages])
    (folder / "node").symlink_to(Path(sys.prefix, "node"))  # esbuild, which bundles the scripts
    return folder / "bin"


def run(command: list[str | Path], folder: Path = ROOT) -> None:
    """Run a program as a build sees it; its failure ends ours with its exit code."""
    print("+", *command, flush=True)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    code = subprocess.run(command, cwd=folder, env={**kept, **SITUS}).returncode
    if code:
        sys.exit(code)
