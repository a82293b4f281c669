"""Jawaban: run a query against an index and arrange what it finds for a reader."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from handbook.model.bagian import Bagian, Kartu

from .analyser import Analis
from .citation import Kelompok
from .correction import Kosakata
from .excerpt import excerpt
from .fold import fold
from .query import Rencana, corrected, plan
from .ranking import Pilihan, Urutan
from .rules import ATURAN

__all__ = ["Buku", "Hasil", "Jawaban", "Koreksi", "Pilihan", "answer", "ranked", "search"]

_BATAS = ATURAN.isi["batas"]


class Buku(Kosakata, Protocol):
    """An index that answers: built here with Whoosh, or read from what was exported. Sections have ascending numbers."""

    @property
    def analis(self) -> Analis:
        """The analyser of its texts."""

    @property
    def jumlah(self) -> int:
        """The number of sections."""

    @property
    def semua_wilayah(self) -> Sequence[str]:
        """Every region that has a page."""

    def run(self, rencana: Rencana, pilihan: Pilihan) -> Urutan:
        """Rank the sections that a plan finds."""

    def met(self, kelompok: Kelompok) -> Collection[int]:
        """Give the sections that a group of a plan meets."""

    def lead(self, nomor: int) -> int:
        """Give the first section of a section's page."""

    def jenis(self, nomor: int) -> str:
        """Give the kind of a section."""

    def record(self, nomor: int) -> Bagian:
        """Give what is shown of a section."""


@dataclass(frozen=True)
class Hasil:
    """A section found. ``url`` is relative to the site's root and ends in its #anchor; ``spans`` mark ``excerpt``."""

    rank: int
    score: int
    url: str
    title: str
    section: str
    excerpt: str
    spans: tuple[tuple[int, int], ...]
    jenis: str
    wilayah: str | None
    putusan: tuple[str, ...]
    status: str | None
    pengganti: tuple[str, str] | None
    lagi: tuple["Hasil", ...] = ()  # further sections of the same page; their rank is their page's

    def as_json(self) -> dict[str, object]:
        """Give the fields that ``handbook search --json`` prints."""
        nama = ("rank", "score", "url", "title", "section", "excerpt", "jenis", "wilayah", "putusan")
        return {n: getattr(self, n) for n in nama} | {"putusan": list(self.putusan)}


@dataclass(frozen=True)
class Koreksi:
    """What was looked up instead of a misspelt word; ``kueri`` is the whole query, corrected."""

    kata: tuple[tuple[str, str], ...]
    kueri: str


@dataclass(frozen=True)
class Jawaban:
    """The answer to a query: pages best first, each by its best section; ``jumlah`` counts all pages found."""

    hasil: tuple[Hasil, ...] = ()
    jumlah: int = 0
    koreksi: Koreksi | None = None
    kartu: Kartu | None = None
    kartu_url: str | None = None
    rencana: Rencana = field(default=Rencana("umum"), repr=False)


def search(
    indeks: Buku,
    kueri: str,
    limit: int = 10,
    wilayah: str | None = None,
    jenis: str | None = None,
    putusan: str | None = None,
    utamakan: str | None = None,
) -> Jawaban:
    """Answer a query with at most ``limit`` pages; ``wilayah``, ``jenis`` and ``putusan`` keep only such sections."""
    return answer(indeks, kueri, limit, Pilihan(wilayah, jenis, putusan, utamakan))


def answer(indeks: Buku, kueri: str, limit: int, pilihan: Pilihan) -> Jawaban:
    """Answer a query as ``search`` does, while it is being typed if the reader's choices say so."""
    rencana = plan(kueri, indeks.analis, indeks, typing=pilihan.typing)
    if not rencana.kelompok:
        return Jawaban(rencana=rencana)
    halaman = _by_page(indeks, indeks.run(rencana, pilihan))
    kartu = _card(indeks, rencana, halaman, pilihan.peran)
    hasil = tuple(_page(indeks, rencana, rank, isi) for rank, isi in enumerate(halaman[:limit], 1))
    return Jawaban(hasil, len(halaman), _correction(kueri, rencana), *kartu, rencana)


def ranked(indeks: Buku, kueri: str, limit: int) -> list[str]:
    """Give the addresses of the best section of each page that a query finds, best first, and nothing to show."""
    rencana = plan(kueri, indeks.analis, indeks)
    halaman = _by_page(indeks, indeks.run(rencana, Pilihan())) if rencana.kelompok else []
    return [indeks.record(isi[0][0]).alamat for isi in halaman[:limit]]


def _by_page(indeks: Buku, temuan: Urutan) -> list[list[tuple[int, int]]]:
    """Gather sections under their pages; pages in order of their best section."""
    halaman: dict[int, list[tuple[int, int]]] = {}
    for nomor, skor in temuan:
        halaman.setdefault(indeks.lead(nomor), []).append((nomor, skor))
    return list(halaman.values())


def _page(indeks: Buku, rencana: Rencana, rank: int, isi: list[tuple[int, int]]) -> Hasil:
    """The best section of a page, with up to three more that score at least half as much."""
    cukup = [(n, s) for n, s in isi[1:] if s * 100 >= isi[0][1] * _BATAS["lagi_persen"]][: _BATAS["lagi"]]
    lagi = tuple(_section(indeks, rencana, rank, *satu) for satu in cukup)
    return _section(indeks, rencana, rank, *isi[0], lagi)


def _section(indeks: Buku, rencana: Rencana, rank: int, nomor: int, skor: int, lagi: tuple[Hasil, ...] = ()) -> Hasil:
    bagian = indeks.record(nomor)
    kutipan = excerpt(bagian.teks, terms(rencana), indeks.analis)
    tentang = (bagian.jenis, bagian.wilayah, bagian.putusan, bagian.status, bagian.pengganti)
    return Hasil(rank, skor, bagian.alamat, bagian.halaman, bagian.judul, kutipan.teks, kutipan.spans, *tentang, lagi)


def terms(rencana: Rencana) -> dict[str, int]:
    """Every term that is looked up, with the number of its group."""
    hasil: dict[str, int] = {}
    for nomor, kelompok in enumerate(rencana.kelompok):
        for istilah, _ in kelompok.pilihan:
            hasil.setdefault(istilah, nomor)
    return hasil


def _card(indeks: Buku, rencana: Rencana, halaman: list[list[tuple[int, int]]], peran: str | None) -> tuple[Kartu | None, str | None]:
    """The card of the first page, if what was found of it first is its beginning and an act that clearly answers the query."""
    lead = indeks.record(halaman[0][0][0]) if halaman else None
    if lead and lead.kartu and _answers(indeks, rencana, halaman):
        return _for_role(lead.kartu, lead.url, rencana.peran or ((peran,) if peran else ()))
    return None, None


def _for_role(kartu: Kartu, url: str, peran: Sequence[str]) -> tuple[Kartu, str]:
    """The card as it answers the one role that the query names, and where that answer stands; the main answer to several."""
    semua = [satu for satu in kartu.peran if len(peran) == 1 and peran[0] in satu.peran]
    if not semua:
        return replace(kartu, peran=()), url
    isi = {nama: nilai for nama, nilai in vars(semua[0]).items() if nama not in ("peran", "jangkar")}
    return replace(kartu, **isi, peran=()), f"{url}#{semua[0].jangkar}"


def _answers(indeks: Buku, rencana: Rencana, halaman: list[list[tuple[int, int]]]) -> bool:
    """Whether the beginning of the first page meets all that is asked and leads; or a good part, the subject is named and it leads well."""
    awal = halaman[0][0][0]
    kena = [indeks.met(satu) for satu in rencana.kelompok if satu.kata not in ATURAN.pengisi | ATURAN.penanya]
    khusus = [ada for ada in kena if len(ada) * 100 <= indeks.jumlah * _BATAS["kartu_umum_persen"]]
    if not khusus:
        return False
    if len(rencana.kelompok) == 1:
        return _leads(halaman, _BATAS["kartu_sekata_persen"])
    acts = [isi for isi in halaman if indeks.jenis(isi[0][0]) == indeks.jenis(awal)]
    if all(awal in ada for ada in kena):
        return _leads(acts, _BATAS["kartu_utuh_persen"])
    kenal = any(ATURAN.pokok.search(satu.kata) for satu in rencana.kelompok)
    return kenal and _covered(indeks, khusus, awal) and _leads(acts, _BATAS["kartu_sebagian_persen"])


def _leads(halaman: Sequence[list[tuple[int, int]]], persen: int) -> bool:
    """Whether the first of some pages is so far ahead of the others."""
    pertama, *sisa = (isi[0][1] for isi in halaman)
    return all(pertama * 100 >= skor * persen for skor in sisa)


def _covered(indeks: Buku, khusus: Sequence[Collection[int]], awal: int) -> bool:
    """Whether the page that begins with a section meets enough of the groups that are not commonplace."""
    kena = sum(any(indeks.lead(n) == awal for n in ada) for ada in khusus)
    return kena * 100 >= len(khusus) * int(_BATAS["kartu_cakupan_persen"])


def _correction(kueri: str, rencana: Rencana) -> Koreksi | None:
    if not rencana.koreksi:
        return None
    return Koreksi(rencana.koreksi, corrected(fold(kueri).teks, dict(rencana.koreksi)))
