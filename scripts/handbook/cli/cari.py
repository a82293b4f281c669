"""`handbook search`: the whole book, or a built site, searched from the command line."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from handbook.model.nilai import NilaiPutusan
from handbook.search.answer import Buku, Hasil, Jawaban, search
from handbook.search.saved import Simpanan
from handbook.search.unpacking import PecahanRusak
from handbook.site.sebutan import JENIS, PUTUSAN

from .dekat import tak_dikenal


def pasang(find: argparse.ArgumentParser) -> None:
    """Declare the options of the search."""
    find.add_argument("kueri", help="pertanyaan atau kata kunci")
    find.add_argument("--indeks", type=Path, metavar="DIR", help="cari di folder situs yang sudah dibangun, bukan di folder isi")
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
    if args.indeks is None:
        from .susun import susun  # and with it all that makes pages

        indeks = susun(args)
        return _answer(indeks, args) if indeks else 1
    try:
        return _answer(Simpanan(args.indeks), args)
    except OSError:
        print(f"{args.indeks}: tidak ada cari/manifes.json di sini. Sebut folder situs yang sudah dibangun: --indeks site", file=sys.stderr)
        return 2
    except PecahanRusak as error:
        print(f"{args.indeks}: {error} rusak atau dari terbitan lain. Bangun lagi situsnya (make build), lalu ulangi.", file=sys.stderr)
        return 1


def _answer(indeks: Buku, args: argparse.Namespace) -> int:
    if args.wilayah and args.wilayah not in indeks.semua_wilayah:
        print(tak_dikenal("wilayah", args.wilayah, indeks.semua_wilayah), file=sys.stderr)
        return 2
    jawaban = search(indeks, args.kueri, args.limit, wilayah=args.wilayah, jenis=args.jenis, putusan=args.putusan)
    print(json.dumps([hasil.as_json() for hasil in jawaban.hasil], ensure_ascii=False, indent=2) if args.json else _told(jawaban))
    return 0


def _told(jawaban: Jawaban) -> str:
    lines = []
    if jawaban.koreksi:
        lines.append(f"Maksud Anda: {jawaban.koreksi.kueri}?")
    if jawaban.kartu:
        nilai = ", ".join(PUTUSAN[NilaiPutusan(value)] for value in jawaban.kartu.putusan)
        lines += [f"» {jawaban.kartu.tanya} {nilai}.", f"  {jawaban.kartu.ringkas}", f"  Dasar: {jawaban.kartu.dasar}", ""]
    lines += [line for hasil in jawaban.hasil for line in _row(hasil)]
    return "\n".join(lines) or "Tidak ada hasil. Coba kata yang lebih umum, misalnya «kampanye» atau «media sosial»."


def _row(hasil: Hasil) -> Iterator[str]:
    verdict = "".join(f" [{PUTUSAN[NilaiPutusan(value)]}]" for value in hasil.putusan[:1])
    yield f"{hasil.rank}. {hasil.title}{' › ' + hasil.section if hasil.section else ''}{verdict}"
    yield f"   {hasil.excerpt}"
    yield f"   {JENIS.get(hasil.jenis, hasil.jenis)} · {hasil.url}"
