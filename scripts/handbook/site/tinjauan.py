"""Tinjauan: which pages are due for review, by who owns them; as text for a terminal, as data, and as a feed.

A page belongs to the region whose folder holds it, the others to the national editors ("nasional").
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from handbook.model.halaman import HalamanHukum
from handbook.model.handbook import Handbook

from . import atom
from .label import tanggal

NASIONAL = "nasional"
UMPAN = "tinjauan.atom"
HARI_UMPAN = 60  # the feed tells of what is due within so many days
# What keeps a source checkable when its address dies, by key.
BEKAL = {"url": "alamat", "arsip": "salinan arsip", "sidik": "sidik"}


@dataclass(frozen=True)
class Tenggat:
    """A page to be reviewed: whose it is, by which day, where it stands, when it was last reviewed, and whether it is late."""

    pemilik: str
    tinjau_sebelum: str
    terlambat: bool
    judul: str
    berkas: str
    url: str
    terakhir: str


def due(handbook: Handbook, as_of: date, hari: int) -> tuple[Tenggat, ...]:
    """Give the pages that are late or due within ``hari`` days, by owner, the most urgent first."""
    found = [
        Tenggat(
            pemilik=entri.wilayah or NASIONAL,
            tinjau_sebelum=str(page.tinjau_sebelum),
            terlambat=page.tinjau_sebelum < as_of,
            judul=page.judul,
            berkas=entri.path,
            url=entri.url,
            terakhir=str(page.diverifikasi[-1].tanggal),
        )
        for entri in handbook.entri
        if isinstance(page := entri.halaman, HalamanHukum) and page.tinjau_sebelum <= as_of + timedelta(days=hari)
    ]
    return tuple(sorted(found, key=lambda one: (one.pemilik != NASIONAL, one.pemilik, one.tinjau_sebelum, one.berkas)))


def as_text(found: Sequence[Tenggat]) -> str:
    """Write the list for people."""
    return "\n".join(line for owner, rows in groupby(found, key=lambda one: one.pemilik) for line in _section(owner, list(rows)))


def _section(owner: str, rows: Sequence[Tenggat]) -> Iterator[str]:
    yield f"{owner}: {len(rows)} halaman"
    for one in rows:
        state = "lewat tenggat" if one.terlambat else "jatuh tempo"
        yield f"  {one.tinjau_sebelum} {state}  {one.berkas}  (terakhir {one.terakhir}) {one.judul}"


def bekal(handbook: Handbook) -> str:
    """Say how well the sources that law is told from would survive: with an address, an archived copy, a digest of what was read."""
    official = [sumber for sumber in handbook.tabel.sumber if sumber.resmi]
    lacking = (f"{sum(getattr(one, key) is None for one in official)} tanpa {name}" for key, name in BEKAL.items())
    return f"{len(official)} naskah dan keterangan resmi: {', '.join(lacking)}."


def as_data(found: Sequence[Tenggat]) -> list[dict[str, Any]]:
    """Give the list as plain values."""
    return [asdict(one) for one in found]


def as_atom(found: Sequence[Tenggat], as_of: date, alamat: str) -> str:
    """Give the list as an Atom feed; ``alamat`` is the site's own address, with a slash at its end."""
    entries = [_butir(one) for one in found]
    last = max((one.hari for one in entries), default=as_of)
    return atom.tulis("Netralitas ASN: halaman yang perlu ditinjau", UMPAN, alamat, entries, last)


def _butir(one: Tenggat) -> atom.Butir:
    state = "lewat tenggat" if one.terlambat else "ditinjau paling lambat"
    title = f"{one.judul} ({one.pemilik}): {state} {tanggal(one.tinjau_sebelum)}"
    begins = date.fromisoformat(one.tinjau_sebelum) - timedelta(days=HARI_UMPAN)
    # A page that is reviewed and falls due again is a new entry.
    return atom.Butir(f"tinjau/{one.url}{one.tinjau_sebelum}", title, "", one.url, begins)
