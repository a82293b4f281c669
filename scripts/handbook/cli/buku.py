"""Buku: the folder and the day a command speaks of, and how its faults are printed."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem


def buka(args: argparse.Namespace) -> Handbook | None:
    """Load the book; with faults, print them, one a line, and give None."""
    handbook, problems = load(args.docs, args.as_of)
    sebut(problems)
    return handbook


def sebut(problems: Sequence[Problem]) -> None:
    """Print faults, one a line, and their number."""
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} masalah; perbaiki lalu jalankan lagi.", file=sys.stderr)


def ringkas(markdown: str) -> None:
    """Add to the summary of a run on GitHub, where there is one."""
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(markdown)
