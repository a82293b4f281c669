"""`handbook putusan`, `handbook tabel`, `handbook beda`: one answer, all answers, and what changed between two books."""

import argparse
import json
import sys
from pathlib import Path

from handbook.content.load import load
from handbook.model.penentuan import resolve
from handbook.model.perubahan import perubahan
from handbook.site import beda, ketentuan, susunan

from .buku import buka, hari, ringkas, tak_dikenal


def pasang_putusan(verdict: argparse.ArgumentParser) -> None:
    """Declare the options of one answer."""
    verdict.add_argument("--perbuatan", required=True, help="id perbuatan, misalnya menyukai-unggahan")
    verdict.add_argument("--peran", required=True, help="id peran, misalnya pns")
    verdict.add_argument("--tahap", help="id tahap, misalnya kampanye; tanpa ini menurut kalender pada hari itu")
    verdict.add_argument("--wilayah", help="id wilayah; tanpa ini jawaban nasional")
    verdict.add_argument("--tanggal", type=hari, metavar="TTTT-BB-HH", help="hari yang ditanyakan (bawaan tanggal acuan)")
    verdict.add_argument("--json", action="store_true", help="cetak sebagai JSON")
    verdict.set_defaults(run=_verdict)


def pasang_tabel(table: argparse.ArgumentParser) -> None:
    """Declare the folder of the table of all answers."""
    table.add_argument("folder", type=Path, metavar="DIR", help="folder tujuan; berkas .md lain di sana dihapus")
    table.set_defaults(run=_table)


def pasang_beda(compare: argparse.ArgumentParser) -> None:
    """Declare the options of the comparison."""
    compare.add_argument("lama", type=Path, metavar="DIR_LAMA", help="folder isi yang lama, misalnya salinan docs dari cabang main")
    compare.add_argument(
        "--format", choices=("teks", "markdown", "github"), default="teks", help="github: teks, dan Markdown ke ringkasan pemeriksaan"
    )
    compare.set_defaults(run=_compare)


def _verdict(args: argparse.Namespace) -> int:
    handbook = buka(args)
    if handbook is None:
        return 1
    known = {"perbuatan": handbook.perbuatan, "peran": handbook.peran, "tahap": handbook.tahap, "wilayah": handbook.wilayah}
    wrong = [
        tak_dikenal(name, value, ids) for name, ids in known.items() if (value := getattr(args, name)) is not None and value not in ids
    ]
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 2
    day, perbuatan = args.tanggal or args.as_of, handbook.perbuatan[args.perbuatan].halaman
    running = [fase.tahap for fase in handbook.fase_pada(day, args.wilayah)]
    answer = resolve(perbuatan, args.peran, args.tahap or next(iter(running), handbook.luar_tahapan.id), day, args.wilayah)
    told = ketentuan.as_data(handbook, perbuatan, answer, day) if args.json else None
    print(json.dumps(told, ensure_ascii=False, indent=2) if told else ketentuan.as_text(handbook, perbuatan, answer, day))
    return 0


def _table(args: argparse.Namespace) -> int:
    handbook = buka(args)
    if handbook is None:
        return 1
    args.folder.mkdir(parents=True, exist_ok=True)
    for old in args.folder.glob("*.md"):
        old.unlink()
    for name, text in susunan.export(handbook).items():
        (args.folder / name).write_text(text, encoding="utf-8")
    return 0


def _compare(args: argparse.Namespace) -> int:
    """Print what changes for readers. An old book that today's rules refuse is told as such, and is no fault of the new one."""
    baru = buka(args)
    if baru is None:
        return 1
    lama, problems = load(args.lama, args.as_of)
    if lama is None:
        print(f"Isi lama di {args.lama} tidak dapat dibaca, jadi perbandingan tidak dibuat. Sebab pertama:\n{problems[0]}")
        return 0
    changes = perubahan(lama, baru)
    tell = beda.as_markdown if args.format == "markdown" else beda.as_text
    print(tell(lama, baru, changes, args.as_of))
    if args.format == "github":
        ringkas(beda.as_markdown(lama, baru, changes, args.as_of))
    return 0
