"""`handbook putusan`, `handbook tabel`, `handbook beda`: one answer, all answers, and what changed between two books."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.model.penentuan import Soal
from handbook.model.perubahan import perubahan
from handbook.site import beda, ketentuan, susunan
from handbook.site.label import tanggal

from .argumen import hari
from .buku import buka, ringkas
from .dekat import tak_dikenal


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
    table.add_argument("folder", type=Path, metavar="DIR", help="folder tujuan; tabel lama di sana diganti")
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
    asking = [peran.id for peran in handbook.tabel.peran if peran.bertanya]
    known = {"perbuatan": handbook.perbuatan, "peran": asking, "tahap": handbook.tahap, "wilayah": handbook.wilayah}
    wrong = [
        tak_dikenal(name, value, ids) for name, ids in known.items() if (value := getattr(args, name)) is not None and value not in ids
    ]
    day = args.tanggal or args.as_of
    tahap = args.tahap or ("" if wrong else _phase(handbook, day, args))
    if not wrong and not tahap:
        wrong.append(f"Kalender buku ini tidak memuat tahapan pada {tanggal(day)}. Sebut tahapnya: --tahap {' | '.join(handbook.tahap)}")
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 2
    perbuatan, soal = handbook.perbuatan[args.perbuatan].halaman, Soal(args.peran, tahap, day, args.wilayah)
    told = json.dumps(ketentuan.as_data(handbook, perbuatan, soal), ensure_ascii=False, indent=2) if args.json else None
    print(told or ketentuan.as_text(handbook, perbuatan, soal, args.as_of))
    return 0


def _phase(handbook: Handbook, day: date, args: argparse.Namespace) -> str:
    found = handbook.tahap_pada(day, args.as_of, args.wilayah)
    return found.id if found else ""


def _table(args: argparse.Namespace) -> int:
    """Write the tables in place of the old ones. A file that is not one of them is somebody's, so nothing is touched then."""
    handbook = buka(args)
    if handbook is None:
        return 1
    args.folder.mkdir(parents=True, exist_ok=True)
    old = sorted(args.folder.glob("*.md"))
    foreign = [path.name for path in old if not path.read_text(encoding="utf-8").startswith(susunan.PENANDA)]
    if foreign:
        print(f"{args.folder} memuat berkas yang bukan tabel jawaban: {', '.join(foreign)}. Pilih folder lain.", file=sys.stderr)
        return 2
    for path in old:
        path.unlink()
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
