"""Putusan: the verdict about an act. What was not told is never assumed: where the verdict depends on it, every case is given."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.penentuan import Penentuan, Soal, resolve, rows
from handbook.model.perbuatan import Perbuatan
from handbook.search.answer import search
from handbook.site import baris, ketentuan, kutipan
from handbook.site.label import label, tanggal

from . import bentuk
from .bentuk import Calon, Hasil, JawabanPutusan
from .buku import Buku, kenali

_TERDEKAT = 5
SEMUA = "seluruh Indonesia"
# Of more cases than these only what tells them apart is given: who asks again with what was lacking gets the rest.
UTUH = 3
RINGKAS = ("nilai", "wilayah", "alasan", "syarat", "pilihan_aman", "keyakinan")


@dataclass(frozen=True)
class Tanya:
    """A question as a program puts it; None is what it did not tell."""

    perbuatan: str
    peran: str | None = None
    tahap: str | None = None
    wilayah: str | None = None
    tanggal: date | None = None


def putusan(buku: Buku, tanya: Tanya) -> JawabanPutusan:
    """Answer a question: one verdict, or the cases it depends on, or what else may have been meant."""
    acts = buku.handbook.perbuatan
    named = kenali(tanya.perbuatan, {id: (e.halaman.tanya, e.halaman.judul, *e.halaman.alias) for id, e in acts.items()})
    if len(named) != 1:
        near = buku.halaman((acts[id] for id in named), "tanya") or _terdekat(buku, tanya.perbuatan)
        return _asing(buku, "perbuatan", tanya.perbuatan, near)
    entri = acts[named[0]]
    meant: dict[str, str | None] = {}
    for nama, pilihan in _dikenal(buku).items():
        told = getattr(tanya, nama)
        ids = kenali(told, pilihan) if told else ()
        if told and len(ids) != 1:
            return _asing(buku, nama, told, [buku.calon(id, names[0], entri.url) for id, names in pilihan.items()])
        meant[nama] = ids[0] if ids else None
    return _jawab(buku, entri, _soal(buku, tanya.tanggal, **meant), tanya)


def _dikenal(buku: Buku) -> dict[str, Mapping[str, tuple[str, ...]]]:
    """What can be told beside the act: ids with their names."""
    handbook = buku.handbook
    return {
        "peran": {p.id: (p.nama, p.pendek) for p in handbook.tabel.peran if p.bertanya},
        "tahap": {t.id: (t.nama, t.pendek) for t in handbook.tabel.tahap},
        "wilayah": {id: (entri.halaman.nama,) for id, entri in handbook.wilayah.items()},
    }


def _terdekat(buku: Buku, teks: str) -> Sequence[Calon]:
    """The acts that the search finds for a text: offered, never taken."""
    found = search(buku.indeks, teks, _TERDEKAT, jenis="perbuatan").hasil
    acts = {entri.url: entri for entri in buku.handbook.perbuatan.values()}
    return buku.halaman((acts[hasil.url.partition("#")[0]] for hasil in found), "tanya")


def _asing(buku: Buku, nama: str, teks: str, calon: Sequence[Calon]) -> JawabanPutusan:
    next_step = "Pilih salah satu calon." if calon else "Coba kata lain dengan alat cari."
    told = f"{nama} «{teks}» tidak dikenal buku ini, atau dapat berarti lebih dari satu. {next_step}"
    return JawabanPutusan(hasil=Hasil.TIDAK_DIKENAL, pesan=told, calon=tuple(calon), **buku.umum())


def _soal(buku: Buku, hari: date | None, peran: str | None, tahap: str | None, wilayah: str | None) -> list[Soal]:
    """Every question that may have been meant. A phase is taken from the calendar only when a day was told."""
    handbook, day = buku.handbook, hari or buku.as_of
    found = []
    for where in (wilayah,) if wilayah else (None, *handbook.wilayah):
        phase = handbook.tahap_pada(day, buku.as_of, where) if hari and not tahap else None
        phases = (tahap,) if tahap else (phase.id,) if phase else tuple(handbook.tahap)
        roles = (peran,) if peran else tuple(p.id for p in handbook.tabel.peran if p.bertanya)
        found += [Soal(role, one, day, where) for role in roles for one in phases]
    return found


def _jawab(buku: Buku, entri: Entri[Perbuatan], soal: Sequence[Soal], tanya: Tanya) -> JawabanPutusan:
    groups = _kelompok(entri.halaman, soal)
    kasus = tuple(_kasus(buku, entri, found, asked, utuh=len(groups) <= UTUH) for found, asked in groups)
    nilai = {satu.putusan for satu in kasus}
    satu = len(nilai) == 1 and len({one.terjawab for one in kasus}) == 1
    lacking = () if satu else _bergantung(entri.halaman, soal, tanya)
    return JawabanPutusan(
        hasil=Hasil.TERJAWAB if satu else Hasil.BERGANTUNG,
        pesan=_pesan(buku, entri.halaman, kasus, lacking, soal),
        perbuatan=buku.calon(entri.halaman.id, entri.halaman.tanya, entri.url),
        putusan=kasus[0].putusan if satu else None,
        bergantung_pada=lacking,
        kasus=kasus,
        langkah=entri.halaman.telanjur,
        **buku.umum(soal[0].tanggal),
    )


def _kelompok(act: Perbuatan, soal: Sequence[Soal]) -> list[tuple[Penentuan, list[Soal]]]:
    """Questions that the same rows answer, together; one group covers whole roles, phases and places, so that it can be told."""
    cells: dict[tuple[Penentuan, str], dict[str, list[Soal]]] = defaultdict(lambda: defaultdict(list))
    for one in soal:
        cells[resolve(act, one.peran, one.tahap, one.tanggal, one.wilayah), _tempat(act, one)][one.peran].append(one)
    groups: dict[tuple[Penentuan, str, tuple[str, ...]], list[Soal]] = defaultdict(list)
    for (found, place), by_role in cells.items():
        for asked in by_role.values():
            groups[found, place, tuple(dict.fromkeys(one.tahap for one in asked))] += asked
    return [(found, asked) for (found, _, _), asked in groups.items()]


def _tempat(act: Perbuatan, soal: Soal) -> str:
    """The region, where its own rows speak; elsewhere the answer is the national one."""
    own = len(resolve(act, soal.peran, soal.tahap, soal.tanggal, soal.wilayah).baris) > 1
    return soal.wilayah if own and soal.wilayah else ""


def _kasus(buku: Buku, entri: Entri[Perbuatan], found: Penentuan, soal: Sequence[Soal], *, utuh: bool) -> bentuk.Kasus:
    handbook, first = buku.handbook, soal[0]
    told = rows(entri.halaman, found)
    data = tuple(ketentuan.rincian(handbook, row, first.tanggal) for row in told)
    peran, tahap = tuple(dict.fromkeys(s.peran for s in soal)), tuple(dict.fromkeys(s.tahap for s in soal))
    return bentuk.Kasus(
        putusan=found.nilai,
        putusan_teks=label(found.nilai),
        siapa=baris.siapa(handbook, peran),
        kapan=baris.kapan(handbook, tahap),
        wilayah=_nama(handbook, entri.halaman, first),
        peran=peran,
        tahap=tahap,
        terjawab=baris.terjawab(handbook, told, first.tanggal),
        keyakinan=bentuk.yakin(baris.terlemah(told)),
        baris=data if utuh else tuple({key: value for key, value in row.items() if key in RINGKAS} for row in data),
        rujukan=buku.rujukan(kutipan.putusan(handbook, entri.halaman.id, first)),
    )


def _nama(handbook: Handbook, act: Perbuatan, soal: Soal) -> str:
    place = _tempat(act, soal)
    return handbook.wilayah[place].halaman.nama if place else SEMUA


def _bergantung(act: Perbuatan, soal: Sequence[Soal], tanya: Tanya) -> tuple[str, ...]:
    """What was not told and changes the verdict while all else stays."""
    nilai = {(s.peran, s.tahap, s.wilayah): resolve(act, s.peran, s.tahap, s.tanggal, s.wilayah).nilai for s in soal}

    def matters(nama: str, posisi: int) -> bool:
        same: dict[tuple[str | None, ...], set[str]] = defaultdict(set)
        for key, value in nilai.items():
            same[key[:posisi] + key[posisi + 1 :]].add(value)
        return getattr(tanya, nama) is None and any(len(values) > 1 for values in same.values())

    return tuple(nama for posisi, nama in enumerate(("peran", "tahap", "wilayah")) if matters(nama, posisi))


def _pesan(buku: Buku, act: Perbuatan, kasus: Sequence[bentuk.Kasus], lacking: Sequence[str], soal: Sequence[Soal]) -> str:
    day = soal[0].tanggal
    if not all(satu.terjawab for satu in kasus):
        return f"{ketentuan.TAK_TERJAWAB} Pada {tanggal(day)} dasar utamanya belum ada; di bawah ini aturan sekarang."
    if lacking:
        return f"{act.tanya} Jawabannya bergantung pada {' dan '.join(lacking)}; tanyakan itu dulu, atau sampaikan semua kasus."
    later = " Tanggal itu belum tiba; aturannya dapat berubah." if day > buku.as_of else ""
    return f"{act.tanya} {kasus[0].putusan_teks}.{later}"
