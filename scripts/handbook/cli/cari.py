"""`handbook search`: the whole book, searched from the command line."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from handbook.model.bagian import Bagian
from handbook.model.handbook import Handbook
from handbook.model.perbuatan import NilaiPutusan
from handbook.search.answer import Hasil, Jawaban, search
from handbook.search.index import build
from handbook.site.bagian import bagian
from handbook.site.halaman import render
from handbook.site.istilah import sinonim
from handbook.site.label import JENIS, label
from handbook.site.sections import sections

from .buku import buka, tak_dikenal

ROOT = Path(__file__).resolve().parents[3]


def pasang(find: argparse.ArgumentParser) -> None:
    """Declare the options of the search."""
    find.add_argument("kueri", help="pertanyaan atau kata kunci")
    find.add_argument("--json", action="store_true", help="cetak daftar JSON")
    find.add_argument("--limit", type=_positive, default=10, metavar="N", help="paling banyak N hasil (bawaan 10)")
    find.add_argument("--wilayah", help="hanya dari wilayah ini, misalnya kota-tegal")
    find.add_argument("--jenis", choices=sorted(JENIS), help="hanya halaman jenis ini")
    find.add_argument("--putusan", choices=[nilai.value for nilai in NilaiPutusan], help="hanya perbuatan dengan putusan ini")
    find.set_defaults(run=_search)


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} bukan bilangan bulat positif, misalnya 5")
    return int(text)


def _search(args: argparse.Namespace) -> int:
    handbook = buka(args)
    if handbook is None:
        return 1
    if args.wilayah and args.wilayah not in handbook.wilayah:
        print(tak_dikenal("wilayah", args.wilayah, handbook.wilayah), file=sys.stderr)
        return 2
    print(f"Menyusun indeks dari {len(handbook.entri)} halaman …", file=sys.stderr)
    indeks = build(sections_of(handbook, args.as_of), sinonim(handbook))
    jawaban = search(indeks, args.kueri, args.limit, wilayah=args.wilayah, jenis=args.jenis, putusan=args.putusan)
    print(json.dumps([hasil.as_json() for hasil in jawaban.hasil], ensure_ascii=False, indent=2) if args.json else _told(jawaban))
    return 0


def sections_of(handbook: Handbook, as_of: date) -> Iterator[Bagian]:
    """Give the sections of the whole book as the built site has them, without building it.

    The converter is the one that builds the site, its settings read from the one place that has them, mkdocs.yml.
    """
    import markdown
    from mkdocs.config import load_config

    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    converter = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    for entri in handbook.entri:
        yield from bagian(handbook, entri, sections(converter.reset().convert(render(handbook, entri, as_of))))


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
