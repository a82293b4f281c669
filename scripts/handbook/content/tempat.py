"""Tempat: where a file may stand under docs/, and what stands there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args, get_type_hints

from handbook.model.halaman import Halaman, Panduan, Tentang
from handbook.model.kasus import Kasus
from handbook.model.peraturan import Peraturan
from handbook.model.perbuatan import Perbuatan
from handbook.model.problem import Problem, fault
from handbook.model.rekaman import Rekaman
from handbook.model.tabel import Tabel
from handbook.model.wilayah import Wilayah

# The name under which an empty scaffold opens in the browser: it stands for the page's own.
NAMA_RANGKA = "id-baru"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PAGES: tuple[tuple[re.Pattern[str], type[Halaman]], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (rf"(?P<stem>index|{SLUG})\.md", Tentang),
        (r"(?P<folder>perbuatan|peraturan|kasus|wilayah|panduan|tentang)/index\.md", Tentang),
        (rf"tentang/(?P<stem>{SLUG})\.md", Tentang),
        (rf"perbuatan/(?P<stem>{SLUG})\.md", Perbuatan),
        (rf"peraturan/(?P<stem>{SLUG})\.md", Peraturan),
        (rf"kasus/(?P<stem>{SLUG})\.md", Kasus),
        (rf"panduan/(?P<stem>{SLUG})\.md", Panduan),
        (rf"wilayah/(?P<folder>(?P<wilayah>{SLUG}))/index\.md", Wilayah),
        (rf"wilayah/(?P<wilayah>{SLUG})/edaran/(?P<stem>{SLUG})\.md", Peraturan),
        (rf"wilayah/(?P<wilayah>{SLUG})/kasus/(?P<stem>{SLUG})\.md", Kasus),
    )
)
# The tables of all, and a region's own sources, which its editors keep.
TABLE = re.compile(rf"_data/(?P<stem>{SLUG})\.yml|wilayah/{SLUG}/_data/(?P<milik>sumber)\.yml")
IMAGE = re.compile(rf"gambar/{SLUG}\.(?:png|webp|jpg)")
# The tables, by file stem: the type of their rows.
TABLES: dict[str, type[Rekaman]] = {name: get_args(note)[0] for name, note in get_type_hints(Tabel).items() if name in Tabel.model_fields}


class Tempat(NamedTuple):
    """A page's place: what it must hold, the id it must have, and the region it belongs to."""

    kind: type[Halaman]
    id: str
    wilayah: str | None


def kinds() -> tuple[type[Halaman], ...]:
    """Give every kind of page once."""
    return tuple(dict.fromkeys(kind for _, kind in PAGES))


def tempat(path: str) -> Tempat | None:
    """Say what a page at ``path`` (relative to docs/) is; None where no page may stand."""
    for pattern, kind in PAGES:
        if match := pattern.fullmatch(path):
            groups = match.groupdict()
            stem = groups.get("stem") or groups.get("folder") or ""
            return Tempat(kind, "beranda" if stem == "index" else stem, groups.get("wilayah"))
    return None


def tabel(path: str) -> str | None:
    """Say which table stands at ``path``, by its stem; None where none may stand."""
    match = TABLE.fullmatch(path)
    return (match["stem"] or match["milik"]) if match else None


def path_of(kind: type[Halaman], id: str, wilayah: str | None = None) -> str:
    """Say where a new page belongs: the inverse of ``tempat`` for kinds that people add. A region's acts have no folder."""
    if kind is Wilayah:
        return f"wilayah/{id}/index.md"
    if wilayah:
        return f"wilayah/{wilayah}/{'edaran' if kind is Peraturan else 'kasus'}/{id}.md"
    return f"{kind.__name__.lower()}/{id}.md"


def files(docs: Path) -> Iterator[tuple[Path, str]]:
    """Walk everything under ``docs`` in sorted order; links are given, never followed."""
    for path in sorted(docs.rglob("*")):
        if path.is_symlink() or not path.is_dir():
            yield path, path.relative_to(docs).as_posix()


def misplaced(path: Path, relative: str, shown: str) -> Problem | None:
    """Tell why a file must not stand where it stands, if so."""
    if path.is_symlink():
        return fault(shown, 1, "tautan-simbolik", found="tautan simbolik", expected="berkas biasa", example="salin isi berkasnya")
    if tempat(relative) or tabel(relative) or IMAGE.fullmatch(relative):
        return None
    return fault(
        shown,
        1,
        "tempat-berkas",
        found=relative,
        expected="nama huruf kecil bertanda hubung di salah satu folder isi (perbuatan, peraturan, kasus, panduan, tentang, "
        "wilayah/<id>, wilayah/<id>/edaran, wilayah/<id>/kasus, wilayah/<id>/_data, _data, gambar)",
        example="perbuatan/menyukai-unggahan.md",
    )
