"""`handbook check` and `handbook schema`: what is wrong with the content, and what may be written."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from handbook.arsip import earlier, removed
from handbook.content import laporan
from handbook.content.load import load
from handbook.content.riwayat import gone, moved, read_past, successor
from handbook.content.tempat import TABLES, kinds
from handbook.model import skema
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem

from .buku import ringkas, sebut


def pasang_check(check: argparse.ArgumentParser) -> None:
    """Declare the options of the check."""
    check.add_argument(
        "--format",
        choices=("teks", "github"),
        default="teks",
        help="github: tambahkan catatan pada baris yang salah di usulan, dan ringkasan ke $GITHUB_STEP_SUMMARY",
    )
    check.set_defaults(run=_check)


def pasang_schema(schema: argparse.ArgumentParser) -> None:
    """Declare which schema to print."""
    schema.add_argument("jenis", nargs="?", choices=sorted(_schemas()), help="satu jenis saja")
    schema.set_defaults(run=_schema)


def _check(args: argparse.Namespace) -> int:
    handbook, problems = load(args.docs, args.as_of)
    if handbook:
        problems = sorted({*_since(handbook, args.docs)})
    sebut(problems)
    if args.format == "github":
        _annotate(args.docs, problems)
    if handbook is None or problems:
        return 1
    print(f"Tidak ada masalah: {len(handbook.entri)} halaman, {len(handbook.tabel.sumber)} sumber.", file=sys.stderr)
    return 0


def _since(handbook: Handbook, docs: Path) -> Iterator[Problem]:
    """Give what must not have happened since the earlier versions of the content."""
    lost = tuple(removed(docs))
    yield from gone(handbook, docs.name, (one.path for one in lost))
    for one in lost:
        # A page under a new name keeps its reviews; one that was there before has its own.
        now = successor(handbook, one.path)
        if now and now in one.baru:
            yield from moved(handbook, docs.name, {now: read_past(one.naskah)})
    for path, text in earlier(docs):
        yield from moved(handbook, docs.name, {path: read_past(text)})


def _annotate(docs: Path, problems: list[Problem]) -> None:
    for problem in problems:
        print(laporan.annotation(problem, docs.parent.as_posix()))
    ringkas(laporan.summary(problems))


def _schemas() -> dict[str, type]:
    return {**{kind.__name__.lower(): kind for kind in kinds()}, **TABLES}


def _schema(args: argparse.Namespace) -> int:
    found = _schemas()
    print("\n\n".join(skema.describe(found[name]) for name in ([args.jenis] if args.jenis else sorted(found))))
    return 0
