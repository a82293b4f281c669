"""Umpan: what changed, as Atom feeds: of the whole book, of each act and of each region.

Files, relative to the site's root: ``umpan/semua.atom``, ``umpan/perbuatan/menyukai-unggahan.atom``, ``umpan/wilayah/kota-tegal.atom``.
They are there before anything has changed, so that one can subscribe; what concerns the whole book is in each.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook
from handbook.model.kabar import Kabar

from . import atom

FOLDER = "umpan/"
SEMUA = f"{FOLDER}semua.atom"
HALAMAN = "tentang/perubahan/"
# A feed shows the newest; the page of changes has them all.
TERBANYAK = 50


@dataclass(frozen=True)
class Umpan:
    """A feed: its title and its address relative to the site's root."""

    judul: str
    jalur: str


def export(handbook: Handbook, situs: str) -> Mapping[str, str]:
    """Give every feed by path; a book without a record of changes has none. ``situs`` is the site's address, with a slash at its end."""
    news = terbaru(handbook.tabel.kabar)
    if not news:
        return {}
    feeds = {SEMUA: _tulis(handbook, _semua(), news, situs)}
    for entri in (*handbook.perbuatan.values(), *handbook.wilayah.values()):
        own = [kabar for kabar in news if kabar.umum or kabar.menyebut(entri.halaman)]
        feed = _milik(entri)
        feeds[feed.jalur] = _tulis(handbook, feed, own, situs)
    return feeds


def tautan(handbook: Handbook, entri: Entri[Halaman]) -> tuple[Umpan, ...]:
    """Give the feeds that a page offers: of its act or region, and of the whole book."""
    if not handbook.tabel.kabar:
        return ()
    owner = handbook.wilayah.get(entri.wilayah or "", entri)
    own = (_milik(owner),) if owner.jenis in ("perbuatan", "wilayah") else ()
    return (*own, _semua())


def riwayat(handbook: Handbook, halaman: Halaman) -> tuple[Kabar, ...]:
    """Give the changes that name a page, newest first."""
    return tuple(kabar for kabar in terbaru(handbook.tabel.kabar) if kabar.menyebut(halaman))


def terbaru(kabar: Iterable[Kabar]) -> tuple[Kabar, ...]:
    """Sort changes newest first; of one day, the one written last comes first."""
    return tuple(sorted(kabar, key=lambda one: one.tanggal))[::-1]


def _semua() -> Umpan:
    return Umpan("Netralitas ASN: apa yang berubah", SEMUA)


def _milik(entri: Entri[Any]) -> Umpan:
    return Umpan(f"Netralitas ASN: perubahan {entri.halaman.judul}", f"{FOLDER}{entri.jenis}/{entri.halaman.id}.atom")


def _tulis(handbook: Handbook, feed: Umpan, news: Iterable[Kabar], situs: str) -> str:
    shown = tuple(news)[:TERBANYAK]
    # What is in no feed yet still has a day: that of the book's first change.
    last = max((one.tanggal for one in shown), default=min(one.tanggal for one in handbook.tabel.kabar))
    return atom.tulis(feed.judul, feed.jalur, situs, (_butir(handbook, one, situs) for one in shown), last)


def _butir(handbook: Handbook, kabar: Kabar, situs: str) -> atom.Butir:
    pages = [f"{entri.halaman.judul}: {situs}{entri.url}" for entri in disebut(handbook, kabar)]
    return atom.Butir(f"kabar/{kabar.id}", kabar.judul, "\n".join([kabar.isi, *pages]), f"{HALAMAN}#{kabar.id}", kabar.tanggal)


def disebut(handbook: Handbook, kabar: Kabar) -> Iterator[Entri[Any]]:
    """Give the pages that a change names."""
    yield from (handbook.perbuatan[id] for id in kabar.perbuatan)
    yield from (handbook.peraturan[id] for id in kabar.peraturan)
    yield from (handbook.wilayah[id] for id in kabar.wilayah)
