"""The `handbook` command: parse arguments, call, print, exit. It asks the clock and the file system; nothing below does."""

import argparse
import difflib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from handbook.arsip import earlier
from handbook.clock import parse_day, today
from handbook.content.load import load
from handbook.content.riwayat import moved, read_past
from handbook.content.tempat import TABLES, kinds
from handbook.model import skema
from handbook.model.bagian import Bagian
from handbook.model.handbook import Handbook
from handbook.model.penentuan import resolve
from handbook.model.perbuatan import NilaiPutusan
from handbook.model.problem import Problem
from handbook.search.answer import Hasil, Jawaban, search
from handbook.search.index import build
from handbook.site import ketentuan, susunan, tinjauan
from handbook.site.bagian import bagian
from handbook.site.halaman import render
from handbook.site.istilah import sinonim
from handbook.site.label import JENIS, label

ROOT = Path(__file__).resolve().parents[2]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Exit codes: 0 fine, 1 faults in the content, 2 wrong use."""
    try:
        parser = _parser()
    except ValueError as error:  # of AS_OF, which the default of --as-of reads
        print(f"AS_OF: {error}", file=sys.stderr)
        return 2
    args = parser.parse_args(argv)
    try:
        return int(args.run(args))
    except BrokenPipeError:  # the reader of our output, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handbook", description="Buku pegangan netralitas ASN: periksa, cari, jawab, lihat skema.")
    commands = parser.add_subparsers(required=True, metavar="perintah")
    book = argparse.ArgumentParser(add_help=False)
    book.add_argument("--docs", type=Path, default=Path("docs"), metavar="DIR", help="folder isi (bawaan docs)")
    book.add_argument("--as-of", type=_day, default=today(), metavar="TTTT-BB-HH", help="tanggal acuan")

    check = commands.add_parser("check", parents=[book], help="periksa isi; setiap kesalahan satu baris «berkas:baris: kode pesan»")
    check.set_defaults(run=_check)
    _search_options(commands.add_parser("search", parents=[book], help="cari di seluruh buku"))
    _verdict_options(commands.add_parser("putusan", parents=[book], help="jawab satu perbuatan menurut peran, tahap, wilayah, dan tanggal"))
    table = commands.add_parser("tabel", parents=[book], help="tulis tabel semua jawaban, satu berkas per perbuatan, untuk dibaca peninjau")
    table.add_argument("folder", type=Path, metavar="DIR", help="folder tujuan; berkas .md lain di sana dihapus")
    table.set_defaults(run=_table)
    _review_options(commands.add_parser("review", parents=[book], help="daftar halaman yang perlu ditinjau, menurut pemiliknya"))
    schema = commands.add_parser("schema", help="tampilkan apa yang boleh ditulis di kepala halaman dan tabel")
    schema.add_argument("jenis", nargs="?", choices=sorted(_schemas()), help="satu jenis saja")
    schema.set_defaults(run=_schema)
    return parser


def _search_options(find: argparse.ArgumentParser) -> None:
    find.add_argument("kueri")
    find.add_argument("--json", action="store_true", help="cetak daftar JSON")
    find.add_argument("--limit", type=_positive, default=10, metavar="N", help="paling banyak N hasil (bawaan 10)")
    find.add_argument("--wilayah", help="hanya dari wilayah ini, misalnya kota-tegal")
    find.add_argument("--jenis", choices=sorted(JENIS), help="hanya halaman jenis ini")
    find.add_argument("--putusan", choices=[nilai.value for nilai in NilaiPutusan], help="hanya perbuatan dengan putusan ini")
    find.set_defaults(run=_search)


def _verdict_options(verdict: argparse.ArgumentParser) -> None:
    verdict.add_argument("--perbuatan", required=True, help="id perbuatan, misalnya menyukai-unggahan")
    verdict.add_argument("--peran", required=True, help="id peran, misalnya pns")
    verdict.add_argument("--tahap", help="id tahap, misalnya kampanye; tanpa ini menurut kalender pada hari itu")
    verdict.add_argument("--wilayah", help="id wilayah; tanpa ini jawaban nasional")
    verdict.add_argument("--tanggal", type=_day, metavar="TTTT-BB-HH", help="hari yang ditanyakan (bawaan tanggal acuan)")
    verdict.add_argument("--json", action="store_true", help="cetak sebagai JSON")
    verdict.set_defaults(run=_verdict)


def _review_options(review: argparse.ArgumentParser) -> None:
    review.add_argument("--dalam", type=_positive, default=30, metavar="HARI", help="jatuh tempo dalam sekian hari (bawaan 30)")
    review.add_argument("--pemilik", help="hanya milik wilayah ini, misalnya kota-tegal, atau nasional")
    shape = review.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="cetak daftar JSON")
    shape.add_argument("--atom", metavar="ALAMAT", help="cetak umpan Atom untuk situs beralamat ini, diakhiri garis miring")
    review.set_defaults(run=_review)


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} bukan bilangan bulat positif, misalnya 5")
    return int(text)


def _load(args: argparse.Namespace) -> Handbook | None:
    handbook, problems = load(args.docs, args.as_of)
    if handbook is None:
        _told_problems(problems)
    return handbook


def _told_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem)
    print(f"{len(problems)} masalah; perbaiki lalu jalankan lagi.", file=sys.stderr)


def _check(args: argparse.Namespace) -> int:
    handbook = _load(args)
    if handbook is None:
        return 1
    problems = sorted({one for path, text in earlier(args.docs) for one in moved(handbook, args.docs.name, {path: read_past(text)})})
    if problems:
        _told_problems(problems)
        return 1
    print(f"Tidak ada masalah: {len(handbook.entri)} halaman, {len(handbook.tabel.sumber)} sumber.", file=sys.stderr)
    return 0


def _search(args: argparse.Namespace) -> int:
    handbook = _load(args)
    if handbook is None:
        return 1
    if args.wilayah and args.wilayah not in handbook.wilayah:
        print(_unknown("wilayah", args.wilayah, handbook.wilayah), file=sys.stderr)
        return 2
    print(f"Menyusun indeks dari {len(handbook.entri)} halaman …", file=sys.stderr)
    indeks = build(sections_of(handbook, args.as_of), sinonim(handbook))
    jawaban = search(indeks, args.kueri, args.limit, wilayah=args.wilayah, jenis=args.jenis, putusan=args.putusan)
    print(json.dumps([hasil.as_json() for hasil in jawaban.hasil], ensure_ascii=False, indent=2) if args.json else _told(jawaban))
    return 0


def _verdict(args: argparse.Namespace) -> int:
    handbook = _load(args)
    if handbook is None:
        return 1
    known = {"perbuatan": handbook.perbuatan, "peran": handbook.peran, "tahap": handbook.tahap, "wilayah": handbook.wilayah}
    wrong = [_unknown(name, value, ids) for name, ids in known.items() if (value := getattr(args, name)) is not None and value not in ids]
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 2
    day, perbuatan = args.tanggal or args.as_of, handbook.perbuatan[args.perbuatan].halaman
    running = [fase.tahap for fase in handbook.fase_pada(day, args.wilayah)]
    answer = resolve(perbuatan, args.peran, args.tahap or next(iter(running), handbook.luar_tahapan.id), day, args.wilayah)
    told = ketentuan.as_data(handbook, perbuatan, answer, day) if args.json else None
    print(json.dumps(told, ensure_ascii=False, indent=2) if told else ketentuan.as_text(handbook, perbuatan, answer, day))
    return 0


def _review(args: argparse.Namespace) -> int:
    handbook = _load(args)
    if handbook is None:
        return 1
    owners = (tinjauan.NASIONAL, *handbook.wilayah)
    if args.pemilik and args.pemilik not in owners:
        print(_unknown("pemilik", args.pemilik, owners), file=sys.stderr)
        return 2
    found = [one for one in tinjauan.due(handbook, args.as_of, args.dalam) if args.pemilik in (None, one.pemilik)]
    if args.atom:
        print(tinjauan.as_atom(found, args.as_of, args.atom))
    elif args.json:
        print(json.dumps(tinjauan.as_data(found), ensure_ascii=False, indent=2))
    else:
        print(tinjauan.as_text(found) or f"Tidak ada yang jatuh tempo dalam {args.dalam} hari.")
    return 0


def _table(args: argparse.Namespace) -> int:
    handbook = _load(args)
    if handbook is None:
        return 1
    args.folder.mkdir(parents=True, exist_ok=True)
    for old in args.folder.glob("*.md"):
        old.unlink()
    for name, text in susunan.export(handbook).items():
        (args.folder / name).write_text(text, encoding="utf-8")
    return 0


def _unknown(name: str, value: str, ids: Iterable[str]) -> str:
    near = difflib.get_close_matches(value, list(ids), n=3, cutoff=0.3) or list(ids)
    return f"{name} «{value}» tidak dikenal. Yang terdekat: {', '.join(near)}"


def sections_of(handbook: Handbook, as_of: date) -> Iterator[Bagian]:
    """Give the sections of the whole book as the built site has them, without building it.

    The converter is the one that builds the site, its settings read from the one place that has them, mkdocs.yml.
    """
    import markdown
    from mkdocs.config import load_config

    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    converter = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    for entri in handbook.entri:
        yield from bagian(handbook, entri, converter.reset().convert(render(handbook, entri, as_of)))


def _told(jawaban: Jawaban) -> str:
    lines = []
    if jawaban.koreksi:
        lines.append(f"Maksud Anda: {jawaban.koreksi.kueri}?")
    if jawaban.kartu:
        nilai = ", ".join(label(NilaiPutusan(value)) for value in jawaban.kartu.putusan)
        lines += [f"» {jawaban.kartu.tanya} {nilai}.", f"  {jawaban.kartu.ringkas}", f"  Dasar: {jawaban.kartu.dasar}", ""]
    lines += [line for hasil in jawaban.hasil for line in _row(hasil)]
    return "\n".join(lines) or "Tidak ada hasil. Coba kata yang lebih umum, misalnya «kampanye» atau «media sosial»."


def _row(hasil: Hasil) -> Iterator[str]:
    verdict = "".join(f" [{label(NilaiPutusan(value))}]" for value in hasil.putusan[:1])
    yield f"{hasil.rank}. {hasil.title}{' › ' + hasil.section if hasil.section else ''}{verdict}"
    yield f"   {hasil.excerpt}"
    yield f"   {JENIS[hasil.jenis]} · {hasil.url}"


def _schemas() -> dict[str, type]:
    return {**{kind.__name__.lower(): kind for kind in kinds()}, **TABLES}


def _schema(args: argparse.Namespace) -> int:
    found = _schemas()
    print("\n\n".join(skema.describe(found[name]) for name in ([args.jenis] if args.jenis else sorted(found))))
    return 0
