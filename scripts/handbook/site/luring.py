"""Luring: what a reader's device may keep of the site, file by file, and the service worker that keeps it.

Files, relative to the site's root: ``sw.js``; ``luring/ringkas.json`` (version, day, size of each package, for the page to
show) and ``luring/manifes.json`` (every file with size and digest, and which of them a package has). A package is "buku", the
whole book, or a region's id. Open data and calendar feeds are for programs and belong to none.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from handbook.model.halaman import Halaman, Panduan, Tentang
from handbook.model.handbook import Entri, Handbook
from handbook.model.perbuatan import Perbuatan
from handbook.model.skema import rujukan

SKEMA = 1
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
    files = sorted(berkas, key=lambda one: one.alamat)
    paket = {name: _paket(files, wanted) for name, wanted in _halaman(handbook).items()}
    head = {"skema": SKEMA, "versi": versi, "disusun": as_of.isoformat()}
    manifes = {**head, "paket": paket, "berkas": [[one.alamat, one.ukuran, one.sidik] for one in files]}
    sizes = {name: {"jumlah": len(one["berkas"]), "ukuran": one["ukuran"]} for name, one in paket.items()}
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


def _paket(files: list[Berkas], wanted: frozenset[str] | None) -> dict[str, Any]:
    """Pick a package's files: everything, or the wanted pages and all that is no page."""
    chosen = [n for n, one in enumerate(files) if wanted is None or not _is_page(one) or one.alamat in wanted]
    return {"ukuran": sum(files[n].ukuran for n in chosen), "berkas": chosen}


def _is_page(one: Berkas) -> bool:
    return one.alamat == "" or one.alamat.endswith("/")


def _halaman(handbook: Handbook) -> dict[str, frozenset[str] | None]:
    return {BUKU: None, **{id: frozenset(_milik(handbook, id)) for id in handbook.wilayah}}


def _milik(handbook: Handbook, wilayah: str) -> Iterable[str]:
    """Give the pages of a region's package: its own, all acts and guides, what is about the book, and every regulation they cite."""
    own = [entri for entri in handbook.entri if _needed(entri, wilayah)]
    cited = {id.split("#")[0] for entri in own for _, kind, id in rujukan(entri.halaman) if kind == "Sitasi"}
    return (*(entri.url for entri in own), *(handbook.peraturan[id].url for id in cited))


def _needed(entri: Entri[Halaman], wilayah: str) -> bool:
    return entri.wilayah == wilayah or (entri.wilayah is None and isinstance(entri.halaman, Perbuatan | Panduan | Tentang))


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
