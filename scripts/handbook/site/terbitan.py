"""Terbitan: every file of a published site with its length and digest, and how another copy of the site differs.

``terbitan.json`` at the site's root: ``skema``; ``disusun``, the day the site speaks of; ``komit``, what it was built from (null outside
git); ``sidik``, the digest of the list itself, which names the whole set in one line; ``berkas``, rows of path, bytes and SHA-256 in
hexadecimals, by path. On it is everything but itself and ``rilis.json``, which differs from one publishing to the next on purpose:
GitHub Pages may take an identical set for one it has, and so leave a half finished one as it is.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

SKEMA = 1
NAMA = "terbitan.json"
RILIS = "rilis.json"
DI_LUAR = (NAMA, RILIS)
# What a list from elsewhere may at most ask of who checks it.
TERBESAR = 50_000_000
SIDIK = re.compile(r"[0-9a-f]{64}")
KOMIT = re.compile(r"[0-9a-f]{40}(-dirty)?")


class Isi(NamedTuple):
    """What a file holds: its length in bytes and its SHA-256 in hexadecimals."""

    ukuran: int
    sidik: str

    @classmethod
    def of(cls, data: bytes) -> "Isi":
        """Measure the bytes of a file."""
        return cls(len(data), sha256(data).hexdigest())


@dataclass(frozen=True)
class Terbitan:
    """A published set: the day it speaks of, the commit it was built from, and what every file holds, by path."""

    disusun: date
    komit: str | None
    berkas: Mapping[str, Isi]

    @property
    def sidik(self) -> str:
        """Name the set by all it holds: the SHA-256 of the lines that sha256sum would print of its files, in the order of their paths."""
        return sha256("".join(f"{isi.sidik}  {path}\n" for path, isi in sorted(self.berkas.items())).encode()).hexdigest()


def susun(folder: Path, as_of: date, komit: str | None) -> Terbitan:
    """List the files of a built site."""
    return Terbitan(as_of, komit, {path: Isi.of(file.read_bytes()) for path, file in _berkas(folder) if path not in DI_LUAR})


def _berkas(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in folder.rglob("*"):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file


def tulis(terbitan: Terbitan) -> str:
    """Write the list as the text of ``terbitan.json``, one file a line, so that two lists can be compared by any tool."""
    head = {"skema": SKEMA, "disusun": terbitan.disusun.isoformat(), "komit": terbitan.komit, "sidik": terbitan.sidik}
    rows = ",\n".join(json.dumps([path, *isi], ensure_ascii=False) for path, isi in sorted(terbitan.berkas.items()))
    return f'{json.dumps(head)[:-1]}, "berkas": [\n{rows}\n]}}\n'


def baca(text: str) -> Terbitan:
    """Read a list, trusting nothing in it. Raises ValueError, worded for a reader, when it is no whole list of this kind."""
    try:
        data = json.loads(text)
        skema, sidik, disusun, rows = data["skema"], data["sidik"], date.fromisoformat(data["disusun"]), list(data["berkas"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise ValueError("bukan daftar terbitan yang utuh") from error
    if skema != SKEMA:
        raise ValueError(f"skema {repr(skema)[:20]} tidak dikenal; alat ini membaca skema {SKEMA}")
    komit = data.get("komit")
    if not (komit is None or (isinstance(komit, str) and KOMIT.fullmatch(komit))):
        raise ValueError(f"komit {repr(komit)[:60]} bukan 40 angka heksadesimal")
    found = Terbitan(disusun, komit, dict(map(baca_baris, rows)))
    if found.sidik != sidik:
        raise ValueError("sidik di dalam daftar tidak cocok dengan isinya; daftarnya terpotong atau diubah")
    return found


def baca_baris(row: Any) -> tuple[str, Isi]:
    """Read a row of path, bytes and SHA-256. Raises ValueError for anything else, also for a path that leads out of the site."""
    match row:
        case [str(path), int(ukuran), str(sidik)] if _di_dalam(path) and 0 <= ukuran <= TERBESAR and SIDIK.fullmatch(sidik):
            return path, Isi(ukuran, sidik)
    raise ValueError(f"baris {repr(row)[:80]} bukan «alamat, ukuran, sidik»")


def _di_dalam(path: str) -> bool:
    """Say whether a path stays in the site, and reads as what it is: what a terminal hides or obeys could forge the report."""
    return path != "" and path.isprintable() and not path.startswith("/") and ".." not in PurePosixPath(path).parts


class Keadaan(StrEnum):
    """How a file of the copy stands to the list."""

    BERUBAH = "berubah"
    HILANG = "hilang"
    TAMBAHAN = "tambahan"
    TAK_TERBACA = "tak terbaca"


class Beda(NamedTuple):
    """One file that is not as listed, and what was found in its place."""

    path: str
    keadaan: Keadaan
    sebab: str


# What a copy gives for a path: what the file holds, or that there is none, or why it could not be read.
Temuan = Isi | Beda | None


def banding(terbitan: Terbitan, temuan: Iterable[tuple[str, Temuan]]) -> Iterator[Beda]:
    """Compare what a copy gives, path by path, with the list."""
    for path, isi in temuan:
        wanted = terbitan.berkas.get(path)
        if isinstance(isi, Beda):
            yield isi
        elif wanted is None:
            yield Beda(path, Keadaan.TAMBAHAN, "tidak ada di daftar")
        elif isi is None:
            yield Beda(path, Keadaan.HILANG, "ada di daftar")
        elif isi != wanted:
            yield Beda(path, Keadaan.BERUBAH, _perbedaan(isi, wanted))


def _perbedaan(found: Isi, wanted: Isi) -> str:
    if found.ukuran == wanted.ukuran:
        return f"sidik {found.sidik[:12]}…, seharusnya {wanted.sidik[:12]}…"
    return f"{found.ukuran} byte, seharusnya {wanted.ukuran} byte"


def di_folder(terbitan: Terbitan, folder: Path) -> Iterator[tuple[str, Temuan]]:
    """Give what a folder holds: every file of the list, then every other."""
    here = {path: file for path, file in _berkas(folder) if path in terbitan.berkas or path not in DI_LUAR}
    for path in sorted({*terbitan.berkas, *here}):
        yield path, Isi.of(here[path].read_bytes()) if path in here else None


def alamat(path: str) -> str:
    """Say by which address, relative to the root, readers get a file.

    >>> alamat("perbuatan/index.html")
    'perbuatan/'
    """
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path
