"""`handbook impor`: a register of circulars into scaffolds, each sound row a page of its region; every other row reported."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from handbook.content import impor
from handbook.content.impor import Hasil, Pengimpor, Usulan
from handbook.content.load import load, read
from handbook.content.ragu import JENIS
from handbook.content.register import KOLOM, WAJIB, Lembar, Register, dari_csv, decode, susun
from handbook.content.rules import Letak
from handbook.content.tempat import path_of, tempat
from handbook.model.peraturan import Peraturan
from handbook.model.wilayah import Wilayah
from handbook.site.label import tanggal

from .dekat import tak_dikenal
from .meja import Meja, tanpa_wilayah

PASANG = "Buku kerja .xlsx dibaca dengan paket «openpyxl», yang belum terpasang. Pasang dengan: make tambahan — atau simpan sebagai CSV."
TERBESAR = 20_000_000


class Batal(Exception):
    """Why the register cannot be read at all."""


def pasang(command: argparse.ArgumentParser) -> None:
    """Declare the options of the import."""
    command.add_argument("register", type=Path, metavar="BERKAS", help="daftar edaran: .csv atau .xlsx")
    command.add_argument("--wilayah", help="wilayah bagi baris yang tidak menyebutnya, misalnya kota-tegal")
    command.add_argument(
        "--bentuk", type=_jenis, metavar="JENIS", help="jenis bagi baris yang tidak menyebutnya, misalnya se atau «Surat Edaran»"
    )
    command.add_argument("--lembar", metavar="NAMA", help="lembar buku kerja yang dibaca; perlu bila beberapa memuat daftar")
    command.add_argument(
        "--petakan",
        action="append",
        default=[],
        type=_pasangan,
        metavar="KEPALA=KUNCI",
        help=f"kolom berkepala lain; kunci: {', '.join(KOLOM)}",
    )
    command.add_argument("--tulis", action="store_true", help="tulis halamannya; tanpa ini hanya diperlihatkan")
    command.set_defaults(run=_import)


def _pasangan(text: str) -> tuple[str, str]:
    head, _, key = text.rpartition("=")
    if not head or key not in KOLOM:
        raise argparse.ArgumentTypeError(f"{text!r} bukan KEPALA=KUNCI, misalnya «No. Naskah=nomor»; kunci: {', '.join(KOLOM)}")
    return head, key


def _jenis(text: str) -> str:
    """Read a form as offices name it, in capitals or not."""
    jenis = " ".join(text.lower().split())
    if jenis in JENIS:
        return jenis
    raise argparse.ArgumentTypeError(f"{tak_dikenal('jenis', text, JENIS)}. Semuanya: {', '.join(JENIS)}")


def _import(args: argparse.Namespace) -> int:
    if not args.docs.is_dir():
        print("\n".join(map(str, load(args.docs, args.as_of)[1])))
        return 1
    handbook, letak, _ = read(args.docs, args.as_of)
    meja = Meja(args.docs, handbook, letak, Peraturan)
    buku = _buku(meja)
    try:
        if args.wilayah and args.wilayah not in buku.wilayah:
            raise Batal(tanpa_wilayah(args.wilayah, buku.wilayah))
        register = _register(args.register, args.lembar, dict(args.petakan))
        if not args.wilayah and "wilayah" not in register.kolom:
            known = next(iter(buku.wilayah), "kota-serang")
            raise Batal(f"{args.register.name} tidak punya kolom Wilayah. Sebut wilayahnya, misalnya --wilayah {known}")
    except Batal as reason:
        print(f"{reason}\nTidak ada yang ditulis.", file=sys.stderr)
        return 2
    hasil = Pengimpor(args.register.name, buku, args.as_of, args.wilayah, args.bentuk).impor(register)
    _tell(hasil, register, args)
    return 1 if hasil.masalah else 0


def _buku(meja: Meja) -> impor.Buku:
    """Gather what the book has, pages still to be mended included."""
    regions = {id for kind, id in meja.letak.known if kind == Wilayah.__name__}
    names = {id: meja.handbook.wilayah[id].halaman.nama if id in meja.handbook.wilayah else id for id in sorted(regions)}
    return impor.Buku(names, meja.taken, dict(_numbers(meja.letak)), lambda key, value: meja.problems(Peraturan, key, value))


def _numbers(letak: Letak) -> Mapping[tuple[str, str], impor.Ada]:
    found: dict[tuple[str, str], impor.Ada] = {}
    for path, source in letak.sources.items():
        place, keys = tempat(path), source.tree.value
        if place and place.wilayah and isinstance(keys, dict):
            for nomor in str(keys.get("nomor") or "").split(";"):
                told = (str(keys.get(key) or "") for key in ("tanggal", "bentuk"))
                found[place.wilayah, impor.normal(nomor)] = impor.Ada(source.path, *told)
    return found


def _register(path: Path, lembar: str | None, petakan: Mapping[str, str]) -> Register:
    sheets = [sheet for sheet in _sheets(path, petakan) if lembar in (None, sheet.nama)]
    found = {sheet.nama: register for sheet in sheets if (register := susun(sheet, petakan))}
    if len(found) > 1:
        raise Batal(f"{path.name}: {len(found)} lembar memuat daftar. Sebut satu: --lembar «{'» atau «'.join(found)}»")
    if not found:
        example = "Nomor;Tanggal;Tentang;Penerbit;Status;Tautan"
        raise Batal(
            f"{path.name}: baris kepala dengan kolom {' dan '.join(WAJIB)} tidak ditemukan. Contoh: {example}."
            " Kepala lain? --petakan «KEPALA=KUNCI»"
        )
    return next(iter(found.values()))


def _sheets(path: Path, petakan: Mapping[str, str]) -> Sequence[Lembar]:
    try:
        if path.stat().st_size > TERBESAR:
            raise Batal(f"{path}: lebih dari {TERBESAR} byte; pisahkan menjadi beberapa berkas.")
        if path.suffix.lower() == ".xlsx":
            return _workbook(path)
        if path.suffix.lower() != ".csv":
            raise Batal(f"{path}: bukan .csv atau .xlsx. Simpan daftarnya sebagai salah satunya.")
        text, name = decode(path.read_bytes())
        sheet = dari_csv(text, petakan)
    except FileNotFoundError as error:
        raise Batal(f"{path}: berkas itu tidak ada. Periksa nama dan foldernya, misalnya Unduhan/daftar-edaran.xlsx") from error
    except OSError as error:
        raise Batal(f"{path} tidak dapat dibuka: pastikan itu berkas, bukan folder, dan Anda boleh membacanya.") from error
    except ValueError as error:
        raise Batal(f"{path} tidak dapat dibaca: {error}") from error
    if name == "cp1252":
        print(f"{path.name} dibaca sebagai Windows-1252; periksa huruf bertanda. Simpan sebagai UTF-8 bila keliru.", file=sys.stderr)
    return [sheet]


def _workbook(path: Path) -> Sequence[Lembar]:
    try:
        from handbook.content.lembar import dari_xlsx
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] != "openpyxl":
            raise
        raise Batal(PASANG) from missing
    return dari_xlsx(path)


def _tell(hasil: Hasil, register: Register, args: argparse.Namespace) -> None:
    if register.asing:
        print(f"Kolom yang tidak dipakai: {', '.join(register.asing)}", file=sys.stderr)
    for problem in hasil.masalah:
        print(problem)
    for nomor, path in hasil.ada.items():
        print(f"{args.register.name}:{nomor}: sudah ada di {path}")
    for usulan in hasil.usulan:
        did = "ditulis" if args.tulis else "akan menjadi"
        print(f"{args.register.name}:{usulan.baris}: {did} {_write(usulan, args)} — {_told(usulan)}")
    rows = {problem.line for problem in hasil.masalah}
    print(f"{len(hasil.usulan)} halaman baru, {len(hasil.ada)} sudah ada, {len(rows)} baris perlu diperiksa.", file=sys.stderr)
    if hasil.usulan:
        told = (
            "Lengkapi satu per satu: handbook lengkapi BERKAS. Semua yang masih kosong: handbook check"
            if args.tulis
            else "Belum ada yang ditulis. Bila sudah cocok, ulangi dengan --tulis"
        )
        print(told, file=sys.stderr)


def _told(usulan: Usulan) -> str:
    """Say what was understood of a row, for an eye to compare with the register: its day in words and its subject."""
    terbit = usulan.isi.get("tanggal") or usulan.isi.get("tahun")
    return f"{tanggal(terbit) if terbit else 'tanggal tidak diketahui'}: {usulan.isi['judul']}"


def _write(usulan: Usulan, args: argparse.Namespace) -> Path:
    """Write a page where nothing stands yet: a file that is there is never touched."""
    path: Path = args.docs / path_of(Peraturan, usulan.isi["id"], usulan.wilayah)
    if args.tulis:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(impor.halaman(usulan))
    return path
