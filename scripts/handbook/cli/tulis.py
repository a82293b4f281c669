"""`handbook tulis`: everything that a site is made of, as plain files, for a builder that knows nothing of this book.

The folder holds ``mkdocs.yml`` (the book's own settings, without the adapter), ``overrides/`` (layout) and ``docs/``: pages as
Markdown with front matter, and every other file as it will be served. With ``--tutup`` it completes the site that a builder has
made of it: the service worker and its lists name every file, so they come last.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from handbook.content.tempat import tabel
from handbook.model.handbook import Handbook
from handbook.rakit import Situs, tulis
from handbook.site import luring, skrip
from handbook.site.edisi import POLOS, Edisi

from .buku import buka
from .kemajuan import kemajuan
from .setelan import ROOT, setelan
from .susun import sections_of

ADAPTER = ("hooks", "watch", "exclude_docs")
OVERRIDES = ROOT / "overrides"


def pasang(parser: argparse.ArgumentParser) -> None:
    """Declare where the files go."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder baru untuk berkasnya")
    told = "lengkapi situs yang dibangun dari FOLDER: daftar berkas dan pekerja luring"
    parser.add_argument("--tutup", type=Path, metavar="SITUS", help=told)
    parser.set_defaults(run=_tutup_atau_tulis)


def _tutup_atau_tulis(args: argparse.Namespace) -> int:
    handbook = buka(args)
    if handbook is None:
        return 1
    if os.path.lexists(args.folder) != bool(args.tutup):  # a link that leads nowhere stands in the way too
        print(f"{args.folder}: {'tidak ada; tulis dulu tanpa --tutup' if args.tutup else 'sudah ada; sebut folder baru'}", file=sys.stderr)
        return 2
    if args.tutup:
        situs = Situs(handbook, args.as_of, POLOS)
        tulis(args.tutup, situs.penutup(args.tutup, setelan(args.folder / "mkdocs.yml")["extra"]["versi"]))
    else:
        _tulis(args, handbook)
    return 0


def _tulis(args: argparse.Namespace, handbook: Handbook) -> None:
    isi = setelan()
    situs, scripts = Situs(handbook, args.as_of, Edisi(isi["site_url"])), skrip.bundle(OVERRIDES / skrip.FOLDER)
    sections = sections_of(handbook, args.as_of, kemajuan("Membaca halaman"))
    made = situs.berkas(sections, scripts.pintu["pindah"][0], kemajuan("Mengindeks bagian"))
    files = {**dict(_halaman(situs)), **dict(_aset()), **scripts.berkas, **made.isi}
    made_of = {"jawaban": made.jawaban, "indeks": made.indeks, "versi": luring.versi(files)}
    tampilan = {"skrip": dict(scripts.pintu), **made_of, "preview": False}
    tulis(args.folder / "docs", {**dict(_gambar(args.docs)), **files})
    tulis(args.folder, {"mkdocs.yml": _setelan(isi, {**situs.tampilan(), **tampilan}).encode()})
    shutil.copytree(OVERRIDES, args.folder / "overrides", ignore=shutil.ignore_patterns("assets"))


def _halaman(situs: Situs) -> Iterator[tuple[str, bytes]]:
    """Give the pages: front matter, whose values JSON writes as YAML reads them, and what is to be converted."""
    for entri in situs.handbook.entri:
        head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in situs.kepala(entri).items())
        yield entri.path, f"---\n{head}---\n\n{situs.naskah(entri)}".encode()


def _aset() -> Iterator[tuple[str, bytes]]:
    """Give what pages load, but for the modules, which are bundled, and notes for those who work on it."""
    for file in sorted((OVERRIDES / "assets").rglob("*")):
        path = file.relative_to(OVERRIDES).as_posix()
        if file.is_file() and not skrip.is_source(path) and file.suffix != ".md":
            yield path, file.read_bytes()


def _gambar(docs: Path) -> Iterator[tuple[str, bytes]]:
    """Give the files of the book that are neither pages nor tables."""
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs).as_posix()
        if file.is_file() and not path.endswith(".md") and not tabel(path):
            yield path, file.read_bytes()


def _setelan(isi: Mapping[str, Any], tampilan: Mapping[str, Any]) -> str:
    """Write the settings for another builder: without the adapter, with what it would have told the layout."""
    plain: dict[str, Any] = json.loads(json.dumps({**isi, "extra": {**isi["extra"], **tampilan}}, default=str))
    return yaml.safe_dump({key: value for key, value in plain.items() if key not in ADAPTER}, allow_unicode=True, sort_keys=False)
