"""argparse in Indonesian: its headings, its help and the errors an editor meets; and the options that commands share."""

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from handbook.clock import parse_day, today

# What argparse says -> what an editor reads. The last two keep the name of the option before a message of our own.
PESAN = tuple(
    (re.compile(said), told)
    for said, told in (
        (r"the following arguments are required: (.+)", r"belum diisi: \1"),
        (r"unrecognized arguments: (.+)", r"tidak dikenal: \1"),
        (r"ambiguous option: (\S+) could match (.+)", r"\1 kurang lengkap; mungkin maksudnya \2"),
        (r"argument (\S+): invalid choice: (.+?) \(choose from (.+)\)", r"\1: \2 tidak ada; pilih salah satu: \3"),
        (r"argument (\S+): expected one argument", r"\1: perlu satu nilai sesudahnya"),
        (r"argument (\S+): expected at least one argument", r"\1: perlu sedikitnya satu nilai sesudahnya"),
        (r"argument (\S+): not allowed with argument (.+)", r"\1 tidak dapat dipakai bersama \2"),
        (r"argument (\S+): ignored explicit argument (.+)", r"\1 tidak memakai nilai \2"),
        (r"argument (\S+): (.+)", r"\1: \2"),
        (r"(.+)", r"\1"),
    )
)


class Bentuk(argparse.HelpFormatter):
    """Help whose usage line begins in Indonesian."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begin the usage with "pemakaian: ", whoever asks for it."""
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class Pengurai(argparse.ArgumentParser):
    """A parser that speaks Indonesian; the parsers of its commands are of this class too.

    ``pasang`` declares the parser's options once it is used, so that a command waits only for the modules that it needs.
    """

    def __init__(self, *, add_help: bool = True, pasang: "Callable[[Pengurai], None] | None" = None, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=Bentuk, allow_abbrev=False, **options)
        self._positionals.title, self._optionals.title = "isian", "pilihan"
        self._pasang = pasang
        if add_help:
            self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """Declare what was left until now, then parse."""
        pasang, self._pasang = self._pasang, None
        if pasang:
            pasang(self)
        return super().parse_known_args(args, namespace)

    def bantuan(self, _: argparse.Namespace) -> int:
        """Show the help: what a command does that was called without its own commands."""
        self.print_help()
        return 0

    def error(self, message: str) -> NoReturn:
        """Tell a wrong use, how to use it right, and exit with 2."""
        self.exit(2, f"{self.format_usage()}{self.prog}: {terjemah(message)}\n")


def terjemah(message: str) -> str:
    """Say an error of argparse in Indonesian.

    >>> terjemah("unrecognized arguments: --foo")
    'tidak dikenal: --foo'
    """
    return next(match.expand(told) for said, told in PESAN if (match := said.fullmatch(message)))


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
