"""Kartu: the picture of an answer, for link previews and to pass on. It leads back to the living answer and says of when it is."""

import io
from typing import Any

import segno

from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook
from handbook.model.peraturan import Peraturan
from handbook.model.perbuatan import Perbuatan

from .. import bagikan
from ..edisi import Edisi
from ..label import label

UKURAN = (1200, 630)  # what link previews show without cutting


def halaman(handbook: Handbook, entri: Entri[Halaman], edisi: Edisi, nama: str, rupa: dict[str, Any]) -> dict[str, Any]:
    """Give what the card of a page shows. ``nama`` is the site's, ``rupa`` its look."""
    page = entri.halaman
    act = page if isinstance(page, Perbuatan) else None
    return _kartu(edisi, nama, rupa) | {
        "judul": act.tanya if act else page.judul,
        "putusan": [{"nilai": nilai.value, "nama": label(nilai)} for nilai in act.nilai_utama] if act else [],
        "status": label(page.status) if isinstance(page, Peraturan) else "",
        "isi": page.ringkas,
        "dasar": bagikan.dasar(handbook, act) if act else "",
        "per": bagikan.per(entri),
        "qr": _qr(bagikan.alamat(entri, edisi)),
    }


def buku(edisi: Edisi, nama: str, isi: str, rupa: dict[str, Any]) -> dict[str, Any]:
    """Give what the card of all other pages shows: the book itself."""
    return _kartu(edisi, nama, rupa) | {"judul": nama, "isi": isi, "qr": _qr(edisi.situs)}


def teks(entri: Entri[Halaman] | None) -> str:
    """Say in words what a card shows, for who does not see it."""
    if entri is None or not isinstance(entri.halaman, Perbuatan):
        return ""
    return f"{entri.halaman.tanya} {bagikan.jawaban(entri.halaman)}. {bagikan.per(entri)}."


def _kartu(edisi: Edisi, nama: str, rupa: dict[str, Any]) -> dict[str, Any]:
    kosong: dict[str, Any] = {"putusan": [], "status": "", "dasar": "", "per": ""}
    return kosong | {"ukuran": UKURAN, "nama": nama, "situs": edisi.situs.partition("://")[2].rstrip("/"), "rupa": rupa}


def _qr(alamat: str) -> str:
    """Draw an address as SVG. Level M: a quarter of a thumbnail that was sent around may be spoilt."""
    out = io.BytesIO()
    segno.make(alamat, error="m", micro=False).save(out, kind="svg", border=2, xmldecl=False, light="#fff")
    return out.getvalue().decode()
