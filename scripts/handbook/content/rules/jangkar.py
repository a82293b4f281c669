"""Anchors are the book's own: neither a heading of the prose nor the id of a row takes one that already leads somewhere on its page."""

import re
from collections.abc import Iterator, Mapping

from handbook.model.bagian import JANGKAR_PROSA
from handbook.model.entri import Entri
from handbook.model.halaman import Halaman, Panduan, Tabel, Tentang
from handbook.model.handbook import Handbook
from handbook.model.peraturan import Peraturan
from handbook.model.perbuatan import Perbuatan
from handbook.model.problem import Problem
from handbook.model.rekaman import slug
from handbook.model.wilayah import Wilayah

from .. import body
from .letak import Letak

# The lists whose rows stand under their bare ids on the page that shows them: the list's name -> its table.
BERBARIS: Mapping[Tabel, str] = {
    Tabel.ISTILAH: "istilah",
    Tabel.SUMBER: "sumber",
    Tabel.KABAR: "kabar",
    Tabel.KALENDER: "kalender",
    Tabel.STATISTIK: "statistik",
    Tabel.PERBUATAN: "kelompok",
}
JAWABAN = re.compile(r"jawaban-[0-9]+")


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give the headings and the ids of rows that would take another's address."""
    for entri in handbook.entri:
        for line, title in body.headings(letak.sources[entri.path]):
            if _taken(handbook, entri, slug(title)):
                expected = "judul lain: alamat itu milik pasal, jawaban, atau baris di halaman ini"
                yield letak.at(entri.path, line, "judul-halaman", found=title, expected=expected, example=f"## Tentang {title}")
    for path, stem in letak.tables():
        if stem in BERBARIS.values():
            yield from _rows(letak, path)


def _rows(letak: Letak, path: str) -> Iterator[Problem]:
    for number, row in enumerate(letak.sources[path].tree.value):
        id = row.get("id") if isinstance(row, dict) else None
        if id in JANGKAR_PROSA:
            expected = "id lain: bagian bernama itu dibuat oleh halamannya sendiri"
            yield letak.problem(path, (number,), "id-halaman", found=f"id «{id}»", expected=expected, example=f"{id}-2")


def _taken(handbook: Handbook, entri: Entri[Halaman], anchor: str) -> bool:
    page, (kind, _, id) = entri.halaman, anchor.partition("-")
    if kind == "sumber" and id in handbook.sumber:
        return True
    match page:
        case Peraturan():
            return any(pasal.anchor == anchor for pasal in page.pasal)
        case Perbuatan():
            return JAWABAN.fullmatch(anchor) is not None or _answers(handbook, anchor)
        case Wilayah():
            return anchor in {f"kanal-{kanal.id}" for kanal in page.kanal}
        case Panduan() | Tentang():
            return any(anchor in _shown(handbook, nama) for nama in page.tabel)
    return False


def _answers(handbook: Handbook, anchor: str) -> bool:
    return any(anchor.startswith(f"untuk-{peran}-{tahap}") for peran in handbook.peran for tahap in handbook.tahap)


def _shown(handbook: Handbook, nama: Tabel) -> set[str]:
    """Give the anchors of the rows of a list."""
    if nama in (Tabel.KANAL, Tabel.SANKSI):
        return {f"{nama.value}-{row.id}" for row in getattr(handbook.tabel, nama.value)}
    return {row.id for row in getattr(handbook.tabel, BERBARIS[nama])} if nama in BERBARIS else set()
