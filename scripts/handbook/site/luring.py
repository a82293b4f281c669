"""Luring: what a reader's device may keep of the site, file by file, and the service worker that keeps it.

Files, relative to the site's root: ``sw.js``; ``luring/ringkas.json`` (version, day, size of each package, for the page to
show) and ``luring/manifes.json`` (every file with size and digest, and which of them a package has, as
runs: the first's number, how many follow it in the list, itself included, and so on). A package is "buku", the
whole book, or a region's id. Open data and calendar feeds are for programs and belong to none.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from handbook.model.dasar import Dasar
from handbook.model.entri import Entri
from handbook.model.halaman import Halaman, Panduan, Tentang
from handbook.model.handbook import Handbook, terbalik
from handbook.model.perbuatan import Perbuatan
from handbook.model.skema import rujukan

SKEMA = 2
BUKU = "buku"
ASET = "assets/"
# The library: loaded by the worker itself when it starts; pages do not ask for it.
MILIK_PEKERJA = f"{ASET}javascripts/luring/workbox/"
PEKERJA = f"{ASET}javascripts/luring/pekerja.js"
BERHENTI = f"{ASET}javascripts/luring/berhenti.js"
NAMA = f"{ASET}javascripts/luring/nama.js"
PUSTAKA = tuple(f"{MILIK_PEKERJA}workbox-{name}.prod.js" for name in ("core", "routing", "strategies", "precaching"))
# Data that pages load: the index of the search, and the answers and the index of the self-check.
DATA = ("cari/", "cek/")


@dataclass(frozen=True)
class Berkas:
    """A file of the built site: its address relative to the root ("perbuatan/", "" is the home page), size in bytes, SHA-256 in base64."""

    alamat: str
    ukuran: int
    sidik: str

    @property
    def halaman(self) -> bool:
        """Whether it is a page of the book."""
        return self.alamat == "" or self.alamat.endswith("/")

    @classmethod
    def of(cls, path: str, data: bytes) -> "Berkas":
        """Describe the file at ``path`` below the site's folder."""
        alamat = path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path
        return cls(alamat, len(data), b64encode(sha256(data).digest()).decode())


def versi(parts: Mapping[str, bytes]) -> str:
    """Name a version of the site by everything that its pages are made from, by name."""
    digest = sha256()
    for name in sorted(parts):
        digest.update(f"{name}\0{sha256(parts[name]).hexdigest()}\n".encode())
    return digest.hexdigest()[:16]


def is_worker(path: str) -> bool:
    """Tell whether the file at ``path`` below the site's folder is one that the worker is made of."""
    return path.startswith(MILIK_PEKERJA) or path in (NAMA, PEKERJA)


def disimpan(path: str) -> bool:
    """Tell whether the file at ``path`` below the site's folder can be kept by a reader."""
    page = path.endswith(".html") and path != "404.html"
    data = path.startswith(DATA) and not path.endswith(".html")
    asset = path.startswith(ASET) and not is_worker(path)
    return page or data or asset


def export(handbook: Handbook, berkas: Iterable[Berkas], versi: str, as_of: date) -> Mapping[str, str]:
    """Give the files by path. ``berkas`` are those that can be kept."""
    files = sorted(berkas, key=lambda one: (one.halaman, one.alamat))
    paket = _paket(handbook, files)
    head = {"skema": SKEMA, "versi": versi, "disusun": as_of.isoformat()}
    manifes = {**head, "paket": paket, "berkas": [[one.alamat, one.ukuran, one.sidik] for one in files]}
    sizes = {name: {"jumlah": sum(one["deret"][1::2]), "ukuran": one["ukuran"]} for name, one in paket.items()}
    return {
        "luring/manifes.json": _json(manifes),
        "luring/ringkas.json": _json({**head, "paket": sizes}),
        "sw.js": _pekerja(files, versi),
    }


def berhenti(overrides: Path) -> str:
    """Give the ``sw.js`` that deletes what was kept and removes itself; it stands alone, so nothing else must load."""
    return "".join((overrides / path).read_text(encoding="utf-8") for path in (NAMA, BERHENTI))


def _pekerja(files: Iterable[Berkas], versi: str) -> str:
    """Write the worker: its version and the digests of what it keeps at once, then the library and the rules."""
    kerangka = [[one.alamat, one.sidik] for one in files if one.alamat.startswith(ASET) or one.alamat == "503.html"]
    scripts = ", ".join(f'"{path}"' for path in (*PUSTAKA, NAMA, PEKERJA))
    return f"self.LURING = {_json({'versi': versi, 'kerangka': kerangka})};\nimportScripts({scripts});\n"


def _paket(handbook: Handbook, files: Sequence[Berkas]) -> dict[str, Any]:
    """Pick every package's files by their numbers: everything, or a region's pages and all that is no page."""
    pages = {one.alamat: n for n, one in enumerate(files) if one.halaman}
    others = len(files) - len(pages)  # they stand first, so that every region's package begins with the same run
    shared = sum(one.ukuran for one in files[:others])
    chosen = {BUKU: sorted(pages.values()), **{id: sorted(pages[alamat] for alamat in own) for id, own in _halaman(handbook).items()}}
    return {
        name: {"ukuran": shared + sum(files[n].ukuran for n in own), "deret": [0, others, *_deret(own)]} for name, own in chosen.items()
    }


def _deret(nomor: Iterable[int]) -> Iterator[int]:
    """Write ascending numbers as runs; most files of a package stand together, and a book has thousands for every region.

    >>> list(_deret([3, 4, 5, 9]))
    [3, 3, 9, 1]
    """
    for _, run in groupby(enumerate(nomor), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield from (numbers[0], len(numbers))


def _halaman(handbook: Handbook) -> Mapping[str, frozenset[str]]:
    """Give the pages of each region's package: its own, all acts and guides, what is about the book, and every regulation they cite."""
    shared = [entri for entri in handbook.entri if not entri.wilayah and isinstance(entri.halaman, Perbuatan | Panduan | Tentang)]
    common, own = _beserta_dasar(handbook, shared), terbalik((entri, (entri.wilayah,)) for entri in handbook.entri if entri.wilayah)
    return {id: common | _beserta_dasar(handbook, own[id]) for id in handbook.wilayah}


def _beserta_dasar(handbook: Handbook, halaman: Iterable[Entri[Halaman]]) -> frozenset[str]:
    """Give the addresses of pages and of the regulations they cite."""
    cited = {Dasar(id).peraturan for entri in halaman for _, kind, id in rujukan(entri.halaman) if kind == "Sitasi"}
    return frozenset({*(entri.url for entri in halaman), *(handbook.peraturan[id].url for id in cited)})


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
