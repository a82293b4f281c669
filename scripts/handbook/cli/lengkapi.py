"""`handbook lengkapi`: a page with keys still empty or faulty, completed by the questions of `handbook new`."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from handbook.content import rangka
from handbook.content.load import read
from handbook.content.source import Source, parse, read_text
from handbook.content.tempat import Tempat, tempat
from handbook.model.problem import Problem
from handbook.model.skema import medan

from .argumen import Pengurai
from .baru import JENIS, Batal, laporkan, penanya
from .meja import Meja


def pasang(command: Pengurai) -> None:
    """Declare the command."""
    told = "halaman yang belum lengkap, misalnya docs/wilayah/kota-tegal/edaran/se-1-2024.md"
    command.add_argument("berkas", type=Path, help=told)
    command.set_defaults(run=_lengkapi)


def _lengkapi(args: argparse.Namespace) -> int:
    try:
        place, relative = _place(args)
        source = _source(args.berkas, relative)
        handbook, letak, problems = read(args.docs, args.as_of)
        own = [problem for problem in problems if problem.path == f"{args.docs.name}/{relative}"]
        if own:
            _complete(Meja(args.docs, handbook, letak, place.kind, place.wilayah), place.id, args.berkas, source, own)
    except (Batal, KeyboardInterrupt) as reason:
        print(f"{str(reason) or 'Dibatalkan.'}\nTidak ada yang diubah.", file=sys.stderr)
        return 2
    laporkan(args, args.docs / relative)
    return 0


def _place(args: argparse.Namespace) -> tuple[Tempat, str]:
    """Say what the file holds, and where it stands below the content folder."""
    try:
        relative = args.berkas.resolve().relative_to(args.docs.resolve()).as_posix()
    except ValueError:
        relative = ""
    place = tempat(relative)
    if not place or place.kind not in JENIS or not args.berkas.is_file():
        raise Batal(f"{args.berkas} bukan halaman yang dapat dilengkapi. Contoh: handbook lengkapi {args.docs}/wilayah/kota-tegal/index.md")
    return place, relative


def _source(path: Path, relative: str) -> Source:
    text, faults = read_text(path, relative)
    source, more = parse(text, path.as_posix(), page=True) if not faults else (None, faults)
    if source is None or not isinstance(source.tree.value, dict):
        raise Batal("\n".join(map(str, more)) or f"{path}:1: yaml Ditemukan: bukan kumpulan kunci.")
    return source


def _complete(meja: Meja, id: str, path: Path, source: Source, own: list[Problem]) -> None:
    """Ask for what is empty or faulty and write the page; its prose stays as it is."""
    if not sys.stdin.isatty():
        raise Batal("Perintah ini bertanya; jalankan di terminal.")
    given = rangka.terisi(source.tree.value)
    faulty = dict(_faulty(meja.kind, given, source, own))
    for problem in faulty.values():
        print(problem)
    kept = {key: value for key, value in given.items() if key not in faulty}
    answers = penanya(meja, id, faulty).lengkapi(meja.kind, kept | {"id": id})
    path.write_text(rangka.halaman(rangka.isi(meja.kind, answers)) + source.body, encoding="utf-8")


def _faulty(kind: type[BaseModel], given: dict[str, Any], source: Source, own: list[Problem]) -> Iterator[tuple[str, Problem]]:
    """Give the plain keys that hold something wrong, each with a fault: those on whose lines one stands."""
    for m in medan(kind):
        if m.nama in given and m.nama != "id" and not m.rekaman:
            first = source.tree.line((m.nama,))
            rows = {line for loc, line in source.tree.lines.items() if loc[:1] == (m.nama,)} | {first}
            yield from ((m.nama, problem) for problem in own if problem.line in rows)
