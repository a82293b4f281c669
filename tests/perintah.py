"""Perintah: the project's own commands, run as on a machine of their own: nothing of the make that runs the tests leaks in."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.site_build import ROOT

BIN = Path(sys.executable).parent
# What `make test` itself hands down, and what must not leak into the makes that are tested here.
HANDED_DOWN = {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "AS_OF", "SOURCE_DATE_EPOCH", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"}
Done = subprocess.CompletedProcess[str]


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> Done:
    """Run a command and give what it said."""
    outside_make = {name: value for name, value in os.environ.items() if name not in HANDED_DOWN}
    env = {**outside_make, **environment}
    return subprocess.run(command, cwd=cwd, env=env, text=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=300)


def make(*arguments: str, cwd: Path = ROOT) -> Done:
    """Run the make of a folder."""
    return run("make", "--no-print-directory", *arguments, cwd=cwd)


def commands(target: str, tool: str) -> list[str]:
    """Give the shell lines with ``tool`` that `make target` would run, with the programs of this very environment."""
    lines = make("--dry-run", target).stdout.replace("\\\n", " ").splitlines()
    return [line.replace(".venv/bin", str(BIN)) for line in lines if f".venv/bin/{tool} " in f"{line} "]


def targets() -> set[str]:
    """Give the names that the Makefile offers."""
    declared = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)
    return {name for line in declared for name in line.split() if "/" not in name}
