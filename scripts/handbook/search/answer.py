"""Jawaban: run a query against Whoosh and arrange what it finds for a reader."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from whoosh.query import And, Or, Phrase, Query, Term

from handbook.model.bagian import Kartu

from .citation import Kelompok
from .excerpt import excerpt
from .fold import fold
from .index import Indeks
from .query import Rencana, corrected, plan
from .rules import ATURAN
from .weighting import MEDAN, Cakupan, Impak, Terbaik

_BATAS = ATURAN.isi["batas"]


@dataclass(frozen=True)
class Pilihan:
    """What the reader chose. The first three hide other sections; ``utamakan`` prefers a region and hides nothing.

    ``setempat`` hides sections of other regions and keeps those of none, which hold everywhere. While ``typing``, the last
    word may be the beginning of one. ``peran`` is the reader's own role: the card answers it when the query names none.
    """

    wilayah: str | None = None
    jenis: str | None = None
    putusan: str | None = None
    utamakan: str | None = None
    typing: bool = False
    setempat: str | None = None
    peran: str | None = None


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
    indeks: Indeks,
    kueri: str,
    limit: int = 10,
    wilayah: str | None = None,
    jenis: str | None = None,
    putusan: str | None = None,
    utamakan: str | None = None,
) -> Jawaban:
    """Answer a query with at most ``limit`` pages; ``wilayah``, ``jenis`` and ``putusan`` keep only such sections."""
    return answer(indeks, kueri, limit, Pilihan(wilayah, jenis, putusan, utamakan))


def answer(indeks: Indeks, kueri: str, limit: int, pilihan: Pilihan) -> Jawaban:
    """Answer a query as ``search`` does, while it is being typed if the reader's choices say so."""
    rencana = plan(kueri, indeks.analis, indeks, typing=pilihan.typing)
    if not rencana.kelompok:
        return Jawaban(rencana=rencana)
    with _searcher(indeks, rencana, pilihan) as pencari:
        halaman = _by_page(indeks, _run(pencari, rencana, pilihan, _elsewhere(indeks, pilihan.setempat)))
        kartu = _card(indeks, pencari, rencana, halaman, pilihan.peran)
    hasil = tuple(_page(indeks, rencana, rank, isi) for rank, isi in enumerate(halaman[:limit], 1))
    return Jawaban(hasil, len(halaman), _correction(kueri, rencana), *kartu, rencana)


def ranked(indeks: Indeks, kueri: str, limit: int) -> list[str]:
    """Give the addresses of the best section of each page that a query finds, best first, and nothing to show."""
    rencana = plan(kueri, indeks.analis, indeks)
    with _searcher(indeks, rencana, Pilihan()) as pencari:
        halaman = _by_page(indeks, _run(pencari, rencana, Pilihan(), [])) if rencana.kelompok else []
    return [indeks.bagian[isi[0][0]].alamat for isi in halaman[:limit]]


def _searcher(indeks: Indeks, rencana: Rencana, pilihan: Pilihan) -> Any:
    return indeks.mesin.searcher(weighting=Impak(indeks.banyak, _factors(indeks, rencana.niat, pilihan.utamakan)))


def _factors(indeks: Indeks, niat: str, utamakan: str | None) -> list[int]:
    """Of each section, the factor of its kind for this intent, times that of its region if one is preferred."""
    jenis = ATURAN.isi["faktor"][niat]
    faktor = [jenis.get(b.jenis, 100) for b in indeks.bagian]
    if utamakan is None:
        return faktor
    sama, lain = ATURAN.isi["utamakan"]["sama"], ATURAN.isi["utamakan"]["lain"]
    wilayah = [100 if b.wilayah is None else sama if b.wilayah == utamakan else lain for b in indeks.bagian]
    return [f * w for f, w in zip(faktor, wilayah, strict=True)]


def _elsewhere(indeks: Indeks, setempat: str | None) -> list[Query]:
    """What meets the sections of all regions but one; nothing if no region is named."""
    lain = {b.wilayah for b in indeks.bagian if b.wilayah} - {setempat} if setempat is not None else ()
    return [Term("wilayah", nama) for nama in sorted(lain)]


def _run(pencari: Any, rencana: Rencana, pilihan: Pilihan, tanpa: list[Query]) -> list[tuple[int, int]]:
    """Ask Whoosh; give (section, score), best first, sections of equal score in document order."""
    wajib = [Term(m, n) for m in ("wilayah", "jenis", "putusan") if (n := getattr(pilihan, m)) is not None]
    wajib += [_phrase(frasa) for frasa in rencana.frasa]
    tanpa = [*tanpa, *(_phrase(frasa) for frasa in rencana.tanpa)]
    hasil = pencari.search(
        Cakupan([_group(k) for k in rencana.kelompok]),
        limit=None,
        filter=And(wajib) if wajib else None,
        mask=Or(tanpa) if tanpa else None,
    )
    return [(nomor, int(skor)) for skor, nomor in hasil.top_n]


def _group(kelompok: Kelompok) -> Query:
    return Terbaik([Or([Term(m, istilah, boost=bobot) for m in MEDAN]) for istilah, bobot in kelompok.pilihan])


def _phrase(kata: Sequence[str]) -> Query:
    return Or([Phrase(m, list(kata)) if len(kata) > 1 else Term(m, kata[0]) for m in MEDAN])


def _by_page(indeks: Indeks, temuan: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Gather sections under their pages; pages in order of their best section."""
    halaman: dict[int, list[tuple[int, int]]] = {}
    for nomor, skor in temuan:
        halaman.setdefault(indeks.awal_halaman[nomor], []).append((nomor, skor))
    return list(halaman.values())


def _page(indeks: Indeks, rencana: Rencana, rank: int, isi: list[tuple[int, int]]) -> Hasil:
    """The best section of a page, with up to three more that score at least half as much."""
    cukup = [(n, s) for n, s in isi[1:] if s * 100 >= isi[0][1] * _BATAS["lagi_persen"]][: _BATAS["lagi"]]
    lagi = tuple(_section(indeks, rencana, rank, *satu) for satu in cukup)
    return _section(indeks, rencana, rank, *isi[0], lagi)


def _section(indeks: Indeks, rencana: Rencana, rank: int, nomor: int, skor: int, lagi: tuple[Hasil, ...] = ()) -> Hasil:
    bagian = indeks.bagian[nomor]
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


def _card(
    indeks: Indeks, pencari: Any, rencana: Rencana, halaman: list[list[tuple[int, int]]], peran: str | None
) -> tuple[Kartu | None, str | None]:
    """The card of the first page, if that is an act which clearly leads and meets what is special in the query."""
    if not halaman:
        return None, None
    terbaik = halaman[0][0][0]
    lead = indeks.bagian[indeks.awal_halaman[terbaik]]
    if lead.kartu and _leads(indeks, rencana, halaman) and _covered(indeks, pencari, rencana, terbaik):
        return _for_role(lead.kartu, lead.url, rencana.peran or ((peran,) if peran else ()))
    return None, None


def _for_role(kartu: Kartu, url: str, peran: Sequence[str]) -> tuple[Kartu, str]:
    """The card as it answers the one role that the query names, and where that answer stands; the main answer to several."""
    semua = [satu for satu in kartu.peran if len(peran) == 1 and peran[0] in satu.peran]
    if not semua:
        return replace(kartu, peran=()), url
    isi = {nama: nilai for nama, nilai in vars(semua[0]).items() if nama not in ("peran", "jangkar")}
    return replace(kartu, **isi, peran=()), f"{url}#{semua[0].jangkar}"


def _leads(indeks: Indeks, rencana: Rencana, halaman: list[list[tuple[int, int]]]) -> bool:
    """Whether the first page is well ahead of the next act; for a single word, far ahead of any page."""
    (nomor, skor), sisa = halaman[0][0], [isi[0] for isi in halaman[1:]]
    if len(rencana.kelompok) == 1:
        return all(skor * 100 >= s * _BATAS["kartu_sekata_persen"] for _, s in sisa)
    jenis = indeks.bagian[nomor].jenis
    return all(skor * 100 >= s * _BATAS["kartu_lebih_persen"] for n, s in sisa if indeks.bagian[n].jenis == jenis)


def _covered(indeks: Indeks, pencari: Any, rencana: Rencana, nomor: int) -> bool:
    """Whether a section's page meets enough of the groups that are neither commonplace nor fillers nor who asks; none such, no card."""
    awal = indeks.awal_halaman[nomor]
    kena = jumlah = 0
    for kelompok in rencana.kelompok:
        ada = set(_group(kelompok).docs(pencari))
        umum = len(ada) * 100 > len(indeks.bagian) * _BATAS["kartu_umum_persen"]
        if not umum and kelompok.kata not in ATURAN.pengisi | ATURAN.penanya:
            jumlah += 1
            kena += any(indeks.awal_halaman[n] == awal for n in ada)
    return jumlah > 0 and kena * 100 >= jumlah * _BATAS["kartu_cakupan_persen"]


def _correction(kueri: str, rencana: Rencana) -> Koreksi | None:
    if not rencana.koreksi:
        return None
    return Koreksi(rencana.koreksi, corrected(fold(kueri).teks, dict(rencana.koreksi)))
