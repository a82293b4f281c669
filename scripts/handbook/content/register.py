"""Register: a list of circulars as an office keeps it, from a file to rows whose cells are known by key.

Two kinds of file give the same ``Lembar``: CSV here, workbooks in ``lembar``. Nothing is interpreted but which column is which.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

# Key -> how offices head its column, in small letters without punctuation.
KOLOM: Mapping[str, tuple[str, ...]] = {
    "nomor": (
        "nomor", "nomor surat", "nomor surat edaran", "nomor se", "nomor edaran", "nomor dokumen", "nomor peraturan", "nomor naskah",
        "no surat", "no surat edaran", "no se", "no edaran", "no dokumen", "no peraturan", "no naskah",
    ),
    "tanggal": (
        "tanggal", "tgl", "tanggal surat", "tgl surat", "tanggal penetapan", "tgl penetapan", "tanggal terbit", "tgl terbit", "tanggal se",
    ),
    "tentang": ("tentang", "perihal", "hal", "judul", "subjek", "uraian", "isi ringkas"),
    "penerbit": ("penerbit", "instansi", "instansi penerbit", "pengirim", "penandatangan", "pejabat", "dari", "opd", "skpd"),
    "status": ("status", "keterangan status", "status keberlakuan"),
    "tautan": ("tautan", "link", "url", "alamat", "alamat unduh", "berkas"),
    "bentuk": ("jenis", "bentuk", "jenis naskah", "jenis peraturan", "jenis surat", "jenis dokumen"),
    "wilayah": ("wilayah", "daerah", "kabupaten kota", "kabkota", "pemda", "pemerintah daerah"),
}  # fmt: skip
URUT = ("no", "nomor urut", "no urut", "")  # numbers of rows, of which nothing is kept
WAJIB = ("nomor", "tentang")
_CARI_KEPALA = 15  # rows that may stand above the heads: the office, the title, the year
_BOM = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True)
class Sel:
    """A cell: its text, and why it cannot be trusted as it stands ("rumus", "gabungan", "galat", "pecahan"), if so."""

    teks: str = ""
    ragu: str = ""


@dataclass(frozen=True)
class Lembar:
    """A sheet as it is: rows by their number in the file, from 1."""

    nama: str
    baris: Mapping[int, Sequence[Sel]]


@dataclass(frozen=True)
class Register:
    """A sheet whose heads were found: rows by number, cells by key; ``asing`` are heads that say nothing to this book.

    ``lebih`` are numbers of rows with more cells than heads: a separator inside an unquoted text.
    """

    baris: Mapping[int, Mapping[str, Sel]]
    kolom: tuple[str, ...]
    asing: tuple[str, ...] = ()
    lebih: frozenset[int] = field(default_factory=frozenset)


def decode(isi: bytes) -> tuple[str, str]:
    """Give the text of a file and the name of its encoding: a marked one, UTF-8, or what Excel on Windows writes.

    Raises ValueError when it is none of these.
    """
    nama = next((nama for tanda, nama in _BOM if isi.startswith(tanda)), "utf-8")
    for satu in (nama, "cp1252"):
        try:
            return isi.decode(satu), satu
        except UnicodeDecodeError:
            continue
    raise ValueError("bukan teks UTF-8 atau Windows-1252")


def dari_csv(teks: str, petakan: Mapping[str, str]) -> Lembar:
    """Read CSV by the separator under which the heads are found; rows are numbered by the line on which they begin.

    Raises ValueError on what no separator makes a table.
    """
    try:
        calon = [Lembar("", dict(_rows(teks, pemisah))) for pemisah in ";,\t|"]
    except csv.Error as error:
        raise ValueError(f"bukan CSV: {error}") from error
    return max(calon, key=lambda lembar: len(_kunci(lembar.baris[kepala], petakan)) if (kepala := _kepala(lembar, petakan)) else 0)


def _rows(teks: str, pemisah: str) -> Iterator[tuple[int, list[Sel]]]:
    reader = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)
    awal = 1
    for row in reader:
        yield awal, [Sel(" ".join(satu.split()), "rumus" if satu.startswith("=") else "") for satu in row]
        awal = reader.line_num + 1


def susun(lembar: Lembar, petakan: Mapping[str, str]) -> Register | None:
    """Find the heads of a sheet and give its rows by key; None when no row names the columns that are needed.

    ``petakan`` names columns that the office heads in its own way: head -> key.
    """
    kepala = _kepala(lembar, petakan)
    if kepala is None:
        return None
    kunci = _kunci(lembar.baris[kepala], petakan)
    heads = [sel.teks for sel in lembar.baris[kepala]]
    isi = {
        n: row for n, row in lembar.baris.items() if n > kepala and any(s.teks or s.ragu for s in row) and [s.teks for s in row] != heads
    }
    return Register(
        {n: {key: row[place] if place < len(row) else Sel() for key, place in kunci.items()} for n, row in isi.items()},
        tuple(kunci),
        tuple(head for place, head in enumerate(heads) if place not in kunci.values() and _polos(head) not in URUT),
        frozenset(n for n, row in isi.items() if len(row) > len(heads)),
    )


def _kepala(lembar: Lembar, petakan: Mapping[str, str] | None = None) -> int | None:
    """Give the number of the row of heads."""
    first = list(lembar.baris)[:_CARI_KEPALA]
    return next((n for n in first if set(WAJIB) <= _kunci(lembar.baris[n], petakan).keys()), None)


def _kunci(row: Sequence[Sel], petakan: Mapping[str, str] | None = None) -> dict[str, int]:
    """Give the columns by key; of two with the same key the first."""
    own = {_polos(head): key for head, key in (petakan or {}).items()}
    named = {head: key for key, heads in KOLOM.items() for head in heads} | own
    found: dict[str, int] = {}
    for place, sel in enumerate(row):
        if key := named.get(_polos(sel.teks)):
            found.setdefault(key, place)
    return found


def _polos(head: str) -> str:
    """Give a head without capitals and punctuation.

    >>> _polos("No. Surat Edaran:")
    'no surat edaran'
    """
    return " ".join(re.sub(r"[^a-z0-9]+", " ", head.lower()).split())
