"""Buku: the folder and the day a command speaks of, and how its faults are printed."""

import argparse
import difflib
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from handbook.clock import parse_day, today
from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem

from .argumen import Pengurai


def pilihan_buku() -> Pengurai:
    """Give the options of every command that reads the book. Raises ValueError when ``AS_OF`` holds no day."""
    options = Pengurai(add_help=False)
    options.add_argument("--docs", type=Path, default=Path("docs"), metavar="DIR", help="folder isi (bawaan docs)")
    options.add_argument("--as-of", type=hari, default=today(), metavar="TTTT-BB-HH", help="tanggal acuan")
    return options


def hari(text: str) -> date:
    """Read a day given on the command line."""
    try:
        return parse_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


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


def tak_dikenal(name: str, value: str, ids: Iterable[str]) -> str:
    """Say that an id is unknown, and which are near."""
    known = list(ids)
    near = difflib.get_close_matches(value.casefold(), known, n=3, cutoff=0.3) or known[:5]
    return f"{name} «{value}» tidak dikenal. Yang terdekat: {', '.join(near)}"
