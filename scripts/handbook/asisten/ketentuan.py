"""Ketentuan: the provision that a citation means, or why it means none or several."""

import re
from collections.abc import Iterable

from handbook.model.dasar import Dasar
from handbook.model.entri import Entri
from handbook.model.peraturan import Pasal, Peraturan
from handbook.model.tabel import Sumber
from handbook.search.katalog import Temu, Temuan
from handbook.site import baris, kutipan
from handbook.site.label import label

from . import bentuk
from .bentuk import Hasil, JawabanKetentuan
from .buku import Buku

# The book's own ways to name a provision: "pp-94-2021#pasal-5", an address of the site, a citation's id with its version.
_ID = re.compile(r"(?:\S*/)?(?P<peraturan>[a-z0-9]+(?:-[a-z0-9]+)*)/?(?:#(?P<jangkar>[a-z0-9_-]+))?(?:@(?P<versi>[0-9a-f]+))?")
_PESAN = {
    Temu.GANDA: "«{0}» dapat berarti lebih dari satu ketentuan di buku ini. Sebut salah satu calon.",
    Temu.TANPA_PERATURAN: "«{0}» tidak menyebut peraturan yang dikenal buku ini. Contoh: Pasal 9 ayat (2) UU 20/2023.",
    Temu.PERATURAN_ASING: "Peraturan dalam «{0}» tidak dimuat buku ini. Calon di bawah hanyalah yang terdekat.",
    Temu.KETENTUAN_ASING: "Peraturannya dimuat, ketentuan «{0}» tidak: mungkin ada, tetapi buku ini tidak membahasnya.",
}
_BANYAK = 25


def ketentuan(buku: Buku, teks: str) -> JawabanKetentuan:
    """Answer a citation as people write it, or one of the book's own ids or addresses."""
    cocok = _ID.fullmatch(teks.strip())
    entri = buku.handbook.peraturan.get(cocok["peraturan"]) if cocok else None
    if cocok and entri:
        lama = bool(cocok["versi"]) and cocok["versi"] != entri.versi
        return _by_id(buku, entri, cocok["jangkar"], lama)
    found = buku.katalog.find(teks)
    if found.temu is Temu.KETENTUAN:
        return _satu(buku, Dasar(found.ketentuan[0]), found.ketentuan[1:])
    if found.temu is Temu.PERATURAN:
        return _peraturan(buku, buku.handbook.peraturan[found.peraturan[0]], found.ketentuan)
    return _tak_tunggal(buku, teks, found)


def _by_id(buku: Buku, entri: Entri[Peraturan], jangkar: str | None, lama: bool) -> JawabanKetentuan:
    keys = [f"{entri.halaman.id}#{pasal.anchor}" for pasal in entri.halaman.pasal]
    if jangkar is None:
        return _peraturan(buku, entri, keys)
    if f"{entri.halaman.id}#{jangkar}" not in keys:
        return _tak_tunggal(buku, f"{entri.halaman.id}#{jangkar}", Temuan(Temu.KETENTUAN_ASING, (entri.halaman.id,), tuple(keys)))
    found = _satu(buku, Dasar(f"{entri.halaman.id}#{jangkar}"), ())
    return found.model_copy(update={"pesan": f"{found.pesan} Isinya berubah sejak kutipan itu dibuat."}) if lama else found


def _satu(buku: Buku, dasar: Dasar, rinci: Iterable[str]) -> JawabanKetentuan:
    found = buku.handbook.pasal(dasar)
    assert found is not None, dasar  # the catalogue holds nothing else
    entri, pasal = found
    sebutan = baris.sebutan(buku.handbook, dasar)
    return JawabanKetentuan(
        hasil=Hasil.TERJAWAB,
        pesan=f"{sebutan}{'' if pasal.berlaku else ', yang tidak berlaku lagi'}.",
        ketentuan=_isi(buku, dasar, pasal, rinci),
        peraturan=_aturan(buku, entri),
        **buku.umum(),
    )


def _isi(buku: Buku, dasar: Dasar, pasal: Pasal, rinci: Iterable[str]) -> bentuk.Ketentuan:
    return bentuk.Ketentuan(
        id=dasar,
        sebutan=baris.sebutan(buku.handbook, dasar),
        perihal=pasal.perihal,
        isi=pasal.isi,
        rumusan=kutipan.RUMUSAN,
        berlaku=pasal.berlaku,
        bunyi_menurut=buku.handbook.peraturan[pasal.bunyi].halaman.sebutan if pasal.bunyi else None,
        catatan=pasal.catatan,
        keyakinan=bentuk.yakin(pasal.keyakinan),
        sumber=tuple(_sumber(buku.handbook.sumber[id]) for id in pasal.sumber),
        rujukan=buku.rujukan(kutipan.ketentuan(buku.handbook, dasar, buku.as_of)),
        rinci=_calon(buku, rinci),
    )


def _sumber(sumber: Sumber) -> bentuk.SumberDipakai:
    return bentuk.SumberDipakai(judul=sumber.judul, penerbit=sumber.penerbit, dibaca=label(sumber.cara_baca), url=sumber.url)


def _peraturan(buku: Buku, entri: Entri[Peraturan], isi: Iterable[str]) -> JawabanKetentuan:
    told = f"{entri.halaman.sebutan}: {label(entri.halaman.status)}. Sebut pasalnya untuk isinya."
    return JawabanKetentuan(hasil=Hasil.TERJAWAB, pesan=told, peraturan=_aturan(buku, entri), calon=_calon(buku, isi), **buku.umum())


def _aturan(buku: Buku, entri: Entri[Peraturan]) -> bentuk.Peraturan:
    page, handbook = entri.halaman, buku.handbook
    return bentuk.Peraturan(
        id=page.id,
        judul=page.judul,
        ringkas=page.ringkas,
        status=label(page.status),
        status_catatan=page.status_catatan,
        naskah=label(page.naskah),
        mengikat=baris.siapa(handbook, page.mengikat),
        dicabut_oleh=buku.halaman(handbook.pencabut(page.id), "sebutan"),
        diubah_oleh=buku.halaman(handbook.pengubah(page.id), "sebutan"),
        ditinjau=page.diverifikasi[-1].tanggal,
        lewat_tenggat=page.tinjau_sebelum < buku.as_of,
        rujukan=buku.rujukan(kutipan.halaman(entri, buku.as_of)),
    )


def _tak_tunggal(buku: Buku, teks: str, found: Temuan) -> JawabanKetentuan:
    hasil = Hasil.BERMAKNA_GANDA if found.temu is Temu.GANDA else Hasil.TIDAK_DIKENAL
    aturan = () if found.ketentuan else found.peraturan
    offered = (*_calon(buku, found.ketentuan), *buku.halaman((buku.handbook.peraturan[id] for id in aturan), "sebutan"))
    return JawabanKetentuan(hasil=hasil, pesan=_PESAN[found.temu].format(teks.strip()), calon=offered[:_BANYAK], **buku.umum())


def _calon(buku: Buku, keys: Iterable[str]) -> tuple[bentuk.Calon, ...]:
    cited = map(Dasar, keys)
    return tuple(
        buku.calon(dasar, baris.sebutan(buku.handbook, dasar), f"{buku.handbook.peraturan[dasar.peraturan].url}#{dasar.anchor}")
        for dasar in cited
    )
