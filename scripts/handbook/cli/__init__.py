"""The `handbook` command: parse arguments, call, print, exit. It asks the clock and the file system; nothing below does."""

import os
import sys
from collections.abc import Sequence

from . import bangun, baru, cari, jawab, periksa, terbitan, tinjau
from .argumen import Pengurai
from .buku import pilihan_buku
from .cari import sections_of


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; without any, show what there is. Exit codes: 0 fine, 1 faults in the content, 2 wrong use."""
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


def _parser() -> Pengurai:
    parser = Pengurai(prog="handbook", description="Buku pegangan netralitas ASN: tulis, periksa, bangun, cari, jawab, bandingkan.")
    parser.set_defaults(run=parser.bantuan)
    commands = parser.add_subparsers(metavar="perintah")
    book = [pilihan_buku()]
    baru.pasang(commands.add_parser("new", help="buat halaman, wilayah, atau sumber baru dengan menjawab pertanyaan"), *book)
    periksa.pasang_check(
        commands.add_parser("check", parents=book, help="periksa isi; setiap kesalahan satu baris «berkas:baris: kode pesan»")
    )
    bangun.pasang(commands.add_parser("build", help="bangun situs; yang lama diganti hanya bila yang baru selesai"))
    cari.pasang(commands.add_parser("search", parents=book, help="cari di seluruh buku"))
    jawab.pasang_putusan(
        commands.add_parser("putusan", parents=book, help="jawab satu perbuatan menurut peran, tahap, wilayah, dan tanggal")
    )
    jawab.pasang_tabel(
        commands.add_parser("tabel", parents=book, help="tulis tabel semua jawaban, satu berkas per perbuatan, untuk dibaca peninjau")
    )
    jawab.pasang_beda(commands.add_parser("beda", parents=book, help="bandingkan dengan isi lama: apa yang berubah bagi pembaca"))
    tinjau.pasang(commands.add_parser("review", parents=book, help="daftar halaman yang perlu ditinjau, menurut pemiliknya"))
    terbitan.pasang_terbitan(commands.add_parser("terbitan", help="tulis daftar semua berkas situs yang sudah dibangun, dengan sidiknya"))
    terbitan.pasang_verify(commands.add_parser("verify", help="bandingkan situs atau salinannya dengan daftar itu"))
    periksa.pasang_schema(commands.add_parser("schema", help="tampilkan apa yang boleh ditulis di kepala halaman dan tabel"))
    return parser


__all__ = ["main", "sections_of"]
