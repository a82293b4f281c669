"""Cari: what the search finds, with its citation and how sure the editors are."""

from dataclasses import dataclass

from handbook.model.bagian import Kartu
from handbook.model.dasar import Dasar
from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.kasus import Kasus
from handbook.model.peraturan import Peraturan, StatusPeraturan
from handbook.model.perbuatan import Perbuatan
from handbook.model.rekaman import Keyakinan
from handbook.search.answer import Hasil as Ditemukan
from handbook.search.answer import Jawaban as Ditanya
from handbook.search.answer import search
from handbook.site import baris, kutipan
from handbook.site.kutipan import Kutipan
from handbook.site.label import label
from handbook.site.saringan import saringan

from . import bentuk
from .bentuk import Hasil, JawabanCari
from .buku import Buku, kenali


@dataclass(frozen=True)
class Kueri:
    """What is looked for, and which sections are to be left out."""

    teks: str
    wilayah: str | None = None
    jenis: str | None = None
    putusan: str | None = None
    batas: int = 5


def cari(buku: Buku, kueri: Kueri) -> JawabanCari:
    """Search the book; a filter that is not known is refused, not dropped."""
    pilih: dict[str, str | None] = {}
    for nama, (_, pilihan) in saringan(buku.handbook).items():
        told = getattr(kueri, nama)
        ids = kenali(told, {id: (words,) for id, words in pilihan}) if told else ()
        if told and not ids:
            offered = tuple(buku.calon(id, words, "cari/") for id, words in pilihan)
            return JawabanCari(hasil=Hasil.TIDAK_DIKENAL, pesan=f"{nama} «{told}» tidak dikenal buku ini.", calon=offered, **buku.umum())
        pilih[nama] = ids[0] if ids else None
    return _jawab(buku, kueri, search(buku.indeks, kueri.teks, kueri.batas, **pilih))


def _jawab(buku: Buku, kueri: Kueri, found: Ditanya) -> JawabanCari:
    if not found.hasil:
        told = f"Tidak ada yang ditemukan untuk «{kueri.teks}». Coba kata yang lebih umum."
        return JawabanCari(hasil=Hasil.TIDAK_DIKENAL, pesan=told, **buku.umum())
    pages = {entri.url: entri for entri in buku.handbook.entri}
    return JawabanCari(
        hasil=Hasil.TERJAWAB,
        pesan=f"{found.jumlah} halaman cocok dengan «{kueri.teks}»; yang terbaik {len(found.hasil)}.",
        jumlah=found.jumlah,
        maksud=found.koreksi.kueri if found.koreksi else None,
        kartu=_kartu(buku, pages[found.kartu_url.partition("#")[0]], found.kartu) if found.kartu and found.kartu_url else None,
        temuan=tuple(_temuan(buku, pages[hasil.url.partition("#")[0]], hasil) for hasil in found.hasil),
        **buku.umum(),
    )


def _kartu(buku: Buku, entri: Entri[Halaman], kartu: Kartu) -> bentuk.KartuJawaban:
    assert isinstance(entri.halaman, Perbuatan), entri.path  # only acts have cards
    return bentuk.KartuJawaban(
        tanya=kartu.tanya,
        putusan=kartu.putusan,
        ringkas=kartu.ringkas,
        siapa=kartu.siapa,
        dasar=kartu.dasar,
        keyakinan=bentuk.yakin(baris.terlemah(entri.halaman.putusan)),
        rujukan=buku.rujukan(kutipan.halaman(entri, buku.as_of)),
    )


def _temuan(buku: Buku, entri: Entri[Halaman], hasil: Ditemukan) -> bentuk.Temuan:
    anchor = hasil.url.partition("#")[2]
    nilai = _keyakinan(buku, entri.halaman, anchor)
    return bentuk.Temuan(
        judul=hasil.title,
        bagian=hasil.section,
        cuplikan=hasil.excerpt,
        jenis=hasil.jenis,
        wilayah=hasil.wilayah,
        putusan=hasil.putusan,
        status=label(StatusPeraturan(hasil.status)) if hasil.status else None,
        keyakinan=bentuk.yakin(nilai) if nilai else None,
        rujukan=buku.rujukan(_kutipan(buku, entri, anchor)),
    )


def _keyakinan(buku: Buku, page: Halaman, anchor: str) -> Keyakinan | None:
    """How sure the one statement of a section is, where it is one."""
    if isinstance(page, Kasus):
        return page.keyakinan
    if isinstance(page, Perbuatan):
        row = baris.berjangkar(page).get(anchor)
        return row.keyakinan if row else baris.terlemah(page.putusan)
    found = buku.handbook.pasal(Dasar(f"{page.id}#{anchor}")) if isinstance(page, Peraturan) else None
    return found[1].keyakinan if found else None


def _kutipan(buku: Buku, entri: Entri[Halaman], anchor: str) -> Kutipan:
    dasar = Dasar(f"{entri.halaman.id}#{anchor}")
    if isinstance(entri.halaman, Peraturan) and buku.handbook.pasal(dasar):
        return kutipan.ketentuan(buku.handbook, dasar, buku.as_of)
    return kutipan.halaman(entri, buku.as_of)
