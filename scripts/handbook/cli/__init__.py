"""The `handbook` command: parse arguments, call, print, exit. It asks the clock and the file system; nothing below does."""

import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module

from .argumen import Pengurai, pilihan_buku

# Command, the function that declares its options, help. Its module is imported when the command is given.
PERINTAH = (
    ("new", "baru:pasang", "buat halaman, wilayah, atau sumber baru dengan menjawab pertanyaan"),
    ("lengkapi", "lengkapi:pasang", "lengkapi halaman yang masih kosong sebagian dengan menjawab pertanyaan"),
    ("check", "periksa:pasang_check", "periksa isi; setiap kesalahan satu baris «berkas:baris: kode pesan»"),
    ("build", "bangun:pasang", "bangun situs; yang lama diganti hanya bila yang baru selesai"),
    ("tulis", "tulis:pasang", "tulis semua bahan situs sebagai berkas biasa, untuk penyusun situs lain"),
    ("search", "cari:pasang", "cari di seluruh buku"),
    ("putusan", "jawab:pasang_putusan", "jawab satu perbuatan menurut peran, tahap, wilayah, dan tanggal"),
    ("tabel", "jawab:pasang_tabel", "tulis tabel semua jawaban, satu berkas per perbuatan, untuk dibaca peninjau"),
    ("beda", "jawab:pasang_beda", "bandingkan dengan isi lama: apa yang berubah bagi pembaca"),
    ("review", "tinjau:pasang", "daftar halaman yang perlu ditinjau, menurut pemiliknya"),
    ("terbitan", "terbitan:pasang_terbitan", "tulis daftar semua berkas situs yang sudah dibangun, dengan sidiknya"),
    ("verify", "terbitan:pasang_verify", "bandingkan situs atau salinannya dengan daftar itu"),
    ("impor", "impor:pasang", "jadikan daftar edaran (.csv, .xlsx) rangka halaman; setiap baris yang meragukan dilaporkan"),
    ("ekspor", "ekspor:pasang", "tulis isi buku untuk mesin pencari sendiri (OpenSearch, Elasticsearch)"),
    ("mcp", "asisten:pasang", "layani asisten (MCP) lewat masukan dan keluaran baku"),
    ("schema", "periksa:pasang_schema", "tampilkan apa yang boleh ditulis di kepala halaman dan tabel"),
)
TANPA_BUKU = ("new", "ekspor", "build", "terbitan", "verify", "schema")  # take no book, or give the choice of it to their own commands
DIHENTIKAN = 130  # what shells count for a program that Ctrl-C ended


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; without any, show what there is. Exit codes: 0 fine, 1 faults in the content, 2 wrong use, 130 ended by Ctrl-C."""
    try:
        parser = pengurai()
    except ValueError as error:  # of AS_OF, which the default of --as-of reads
        print(f"AS_OF: {error}", file=sys.stderr)
        return 2
    args = parser.parse_args(argv)
    try:
        return int(args.run(args))
    except KeyboardInterrupt:
        print("\nDihentikan.", file=sys.stderr)
        return DIHENTIKAN
    except BrokenPipeError:  # the reader of our output, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def pengurai() -> Pengurai:
    """Declare every command. Raises ValueError when ``AS_OF`` holds no day."""
    parser = Pengurai(prog="handbook", description="Buku pegangan netralitas ASN: tulis, periksa, bangun, cari, jawab, bandingkan.")
    parser.set_defaults(run=parser.bantuan)
    commands = parser.add_subparsers(metavar="perintah")
    book = pilihan_buku()
    for name, place, told in PERINTAH:
        commands.add_parser(name, parents=[] if name in TANPA_BUKU else [book], help=told, pasang=partial(_declare, place))
    return parser


def _declare(place: str, command: Pengurai) -> None:
    module, _, function = place.partition(":")
    getattr(import_module(f".{module}", __name__), function)(command)
