"""Perubahan: which answers differ between two books, and for whom. Pure; the words are made by the site."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from .handbook import Handbook
from .nilai import NilaiPutusan
from .penentuan import days, resolve, rows
from .perbuatan import Perbuatan, Putusan, Selebihnya

# What says whom and when a row covers: that shows in the answers themselves.
CAKUPAN = frozenset({"nilai", "peran", "tahap", "wilayah", "mulai", "selesai"})
Sel = tuple[str, str]  # role and phase
Isi = tuple[Putusan | Selebihnya, ...]
Beda = tuple[NilaiPutusan | None, NilaiPutusan | None, tuple[str, ...]]


@dataclass(frozen=True)
class Perubahan:
    """The same change of an act's answer for some roles and phases, in the whole country (``wilayah`` None) or in a region.

    ``sebelum`` or ``sesudah`` is None where the act, the role or the phase is only in the other book. When both are the
    same verdict, ``kunci`` names what changed beside it. ``mulai`` and ``selesai`` bound the days it holds for; None is no bound.
    """

    perbuatan: str
    wilayah: str | None
    mulai: date | None
    selesai: date | None
    sebelum: NilaiPutusan | None
    sesudah: NilaiPutusan | None
    kunci: tuple[str, ...]
    sel: tuple[Sel, ...]


def perubahan(lama: Handbook, baru: Handbook) -> tuple[Perubahan, ...]:
    """Compare every answer of two books: all acts, roles, phases, regions with rows of their own, and stretches of days."""
    acts = [*baru.perbuatan, *(id for id in lama.perbuatan if id not in baru.perbuatan)]
    return tuple(found for id in acts for found in _act(lama, baru, id))


def _act(lama: Handbook, baru: Handbook, id: str) -> Iterator[Perubahan]:
    both = [book.perbuatan[id].halaman for book in (lama, baru) if id in book.perbuatan]
    regions = sorted({row.wilayah for act in both for row in act.putusan if row.wilayah})
    starts = sorted({day for act in both for day in days(act, date.min)})
    national = [_changed(lama, baru, id, day, None) for day in starts]
    yield from _grouped(id, None, starts, national)
    for region in regions:
        cells = [_changed(lama, baru, id, day, region) for day in starts]
        own = [{cell: beda for cell, beda in now.items() if all_.get(cell) != beda} for now, all_ in zip(cells, national, strict=True)]
        yield from _grouped(id, region, starts, own)


def _changed(lama: Handbook, baru: Handbook, id: str, day: date, wilayah: str | None) -> dict[Sel, Beda]:
    before, after = (_answers(book, id, day, wilayah) for book in (lama, baru))
    found: dict[Sel, Beda] = {}
    for cell in dict.fromkeys((*after, *before)):
        old, new = before.get(cell), after.get(cell)
        if old is None or new is None or old != new:
            beda = (old[0] if old else None, new[0] if new else None, _keys(old[1], new[1]) if old and new and old[0] is new[0] else ())
            # Rows may be cut differently and still say the same: then nothing changes for a reader.
            found |= {cell: beda} if beda[0] is not beda[1] or beda[2] else {}
    return found


def _answers(book: Handbook, id: str, day: date, wilayah: str | None) -> dict[Sel, tuple[NilaiPutusan, Isi]]:
    if id not in book.perbuatan:
        return {}
    act = book.perbuatan[id].halaman
    asked = [(peran.id, tahap.id) for peran in book.tabel.peran if peran.bertanya for tahap in book.tabel.tahap]
    return {cell: _answer(act, cell, day, wilayah) for cell in asked}


def _answer(act: Perbuatan, cell: Sel, day: date, wilayah: str | None) -> tuple[NilaiPutusan, Isi]:
    found = resolve(act, *cell, day, wilayah)
    return found.nilai, rows(act, found)


def _keys(old: Isi, new: Isi) -> tuple[str, ...]:
    """Name the keys in which two answers with the same verdict differ; a region's added row is "baris"."""
    if len(old) != len(new):
        return ("baris",)
    names = [name for name in Putusan.model_fields if name not in CAKUPAN]
    pairs = list(zip(old, new, strict=True))
    return tuple(name for name in names if any((getattr(a, name, None) or ()) != (getattr(b, name, None) or ()) for a, b in pairs))


def _grouped(id: str, wilayah: str | None, starts: list[date], found: list[dict[Sel, Beda]]) -> Iterator[Perubahan]:
    """Give the changes of every stretch of days, stretches with the same changes joined, cells with the same change together."""
    firsts = [n for n in range(len(starts)) if n == 0 or found[n] != found[n - 1]]
    for first, following in pairwise([*firsts, len(starts)]):
        mulai = starts[first] if first else None
        selesai = starts[following] - timedelta(days=1) if following < len(starts) else None
        for beda in dict.fromkeys(found[first].values()):
            sel = tuple(cell for cell, other in found[first].items() if other == beda)
            yield Perubahan(id, wilayah, mulai, selesai, *beda, sel)
