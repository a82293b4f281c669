"""`handbook terbitan` and `handbook verify`: list what is published, and compare a folder or a live site with such a list."""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from handbook.arsip import komit
from handbook.clock import today
from handbook.jaringan import Gagal, ambil, serentak
from handbook.site import terbitan
from handbook.site.terbitan import Beda, Isi, Keadaan, Temuan, Terbitan

from .argumen import Bentuk, hari

SESUDAH = """\
kode keluar: 0 semua berkas sama; 1 ada yang berubah, hilang, atau tambahan; 2 tidak dapat diputuskan
(salah pakai, daftar tidak terbaca, atau sebagian berkas tidak terjangkau).

Tanpa --manifest, daftar diambil dari tempat yang diperiksa itu sendiri. Itu menemukan berkas yang rusak atau
tertukar, tetapi siapa yang dapat memalsukan situs dapat memalsukan daftarnya juga. Untuk memastikan keaslian,
simpan terbitan.json dari sumber lain (salinan Anda sendiri, atau dari proses penerbitan di GitHub yang
pengesahannya sudah diperiksa dengan gh attestation verify) dan berikan sebagai --manifest.
"""
SENDIRI = "Peringatan: daftar ini dari tempat yang diperiksa itu sendiri, jadi belum membuktikan keaslian; lihat handbook verify --help."


class _Bantuan(argparse.RawDescriptionHelpFormatter, Bentuk):
    """Indonesian help that keeps the lines of what stands at its end."""


def pasang_terbitan(parser: argparse.ArgumentParser) -> None:
    """Declare what to list."""
    parser.add_argument("situs", type=Path, metavar="DIR", help="folder situs yang sudah dibangun; daftarnya ditulis di dalamnya")
    parser.add_argument("--as-of", type=hari, default=today(), metavar="TTTT-BB-HH", help="tanggal acuan situs itu")
    parser.add_argument("--jalan", metavar="TEKS", help=f"tulis juga {terbitan.RILIS} dengan teks ini, yang berbeda pada setiap penerbitan")
    parser.set_defaults(run=_terbitan)


def pasang_verify(parser: argparse.ArgumentParser) -> None:
    """Declare what to compare with what."""
    parser.formatter_class, parser.epilog = _Bantuan, SESUDAH
    parser.add_argument("situs", metavar="ALAMAT-ATAU-DIR", help="alamat situs (https://…/) atau folder salinannya")
    parser.add_argument("--manifest", metavar="BERKAS", help=f"daftar {terbitan.NAMA} yang Anda percaya; bawaan: yang ada di situs itu")
    parser.add_argument(
        "--tunggu", type=int, default=0, metavar="DETIK", help="bila ada beda, periksa yang beda sekali lagi sesudah sekian detik"
    )
    parser.set_defaults(run=_verify)


def _terbitan(args: argparse.Namespace) -> int:
    if not args.situs.is_dir():
        return _salah(f"{args.situs}: bukan folder. Bangun dulu situsnya, misalnya make build")
    daftarkan(args.situs, args.as_of, args.jalan)
    return 0


def daftarkan(situs: Path, as_of: date, jalan: str | None) -> None:
    """Write the list of a built site into it, and beside it the text that differs with every publishing, if there is one."""
    found = terbitan.susun(situs, as_of, komit(situs))
    (situs / terbitan.NAMA).write_text(terbitan.tulis(found), encoding="utf-8")
    if jalan:
        (situs / terbitan.RILIS).write_text(json.dumps({"jalan": jalan}) + "\n", encoding="utf-8")
    print(f"{situs / terbitan.NAMA}: {len(found.berkas)} berkas, sidik {found.sidik}")


def _verify(args: argparse.Namespace) -> int:
    live = args.situs.startswith(("https://", "http://"))
    root = args.situs.rstrip("/") + "/" if live else args.situs
    if not live and not Path(root).is_dir():
        return _salah(f"{root}: bukan folder dan bukan alamat https. Contoh: handbook verify https://contoh.go.id/buku/")
    try:
        text = _daftar(root, live, args.manifest)
        listed = terbitan.baca(text.decode())
    except (Gagal, OSError, ValueError) as error:
        return _salah(f"{args.manifest or root + terbitan.NAMA}: {error}")
    if args.manifest:  # then the copy's own list is a file like any other
        listed = Terbitan(listed.disusun, listed.komit, {**listed.berkas, terbitan.NAMA: Isi.of(text)})
    _kepala(root, listed, args.manifest)
    return _lapor(listed, _beda(listed, root, live, args.tunggu))


def _daftar(root: str, live: bool, manifest: str | None) -> bytes:
    if live and not manifest:
        return ambil(root + terbitan.NAMA, terbesar=terbitan.TERBESAR)
    return Path(manifest or Path(root, terbitan.NAMA)).read_bytes()


def _beda(listed: Terbitan, root: str, live: bool, tunggu: int) -> list[Beda]:
    found = list(terbitan.banding(listed, _lihat(listed, root, live, listed.berkas)))
    if found and tunggu:
        print(f"{len(found)} beda; diperiksa lagi sesudah {tunggu} detik.", file=sys.stderr)
        time.sleep(tunggu)
        found = list(terbitan.banding(listed, _lihat(listed, root, live, [one.path for one in found])))
    return found


def _lihat(listed: Terbitan, root: str, live: bool, paths: Iterable[str]) -> Iterator[tuple[str, Temuan]]:
    """Look at files of a live site, or at all that a folder holds, where reading twice costs nothing."""
    if not live:
        return terbitan.di_folder(listed, Path(root))
    return serentak(lambda path: (path, _dari_situs(root, path, listed.berkas[path])), sorted(paths))


def _dari_situs(root: str, path: str, wanted: Isi) -> Temuan:
    try:
        return Isi.of(ambil(root + terbitan.alamat(path), terbesar=wanted.ukuran))
    except Gagal as error:
        keadaan = Keadaan.HILANG if error.status in (404, 410) else Keadaan.TAK_TERBACA
        return Beda(path, keadaan, str(error))


def _kepala(root: str, listed: Terbitan, manifest: str | None) -> None:
    print(f"Diperiksa: {root}")
    print(f"Daftar: {manifest or terbitan.NAMA}, disusun {listed.disusun}, komit {listed.komit or 'tidak diketahui'}")
    if not manifest:
        print(SENDIRI)


def _lapor(listed: Terbitan, found: list[Beda]) -> int:
    for one in found:
        print(f"{one.keadaan}: {one.path} ({one.sebab})")
    count = Counter(one.keadaan for one in found)
    same = len(listed.berkas) - len(found) + count[Keadaan.TAMBAHAN]
    print(f"{len(listed.berkas)} berkas di daftar: {same} sama, " + ", ".join(f"{count[one]} {one}" for one in Keadaan) + ".")
    if len(found) > count[Keadaan.TAK_TERBACA]:
        return 1
    return 2 if found else 0


def _salah(pesan: str) -> int:
    print(pesan, file=sys.stderr)
    return 2
