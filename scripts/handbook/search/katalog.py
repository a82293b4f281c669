"""Katalog: one citation as a person types it -> the regulation and the provision it means, or why it means none or several.

Searching ranks; citing must not. What could mean two things is told as such, and nothing near is taken for what was asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from .analyser import Naskah, Rentang
from .rules import ATURAN
from .sitiran import Aturan, Kata, Ketentuan, articles, bernomor, kinds, naskah, words

# A word that announces a provision: with one of these and no provision found, the whole regulation is not the answer.
_PENANDA = frozenset(("pasal", "ayat", "huruf", "angka", "butir", "pokok", "lampiran", "amar", "penjelasan"))
_NOMOR = frozenset(("nomor", "nomer", "no", "nmr", "tahun", "thn", "th"))
# Parts of a regulation beside its articles: "Penjelasan Pasal 5" is not Pasal 5.
_SELAIN_BATANG = frozenset(("lampiran", "penjelasan"))
# Kinds that every office numbers from 1 each year: who made it must agree too.
_BERPENERBIT = frozenset(("se", "skb", "perda", "pergub", "perbup", "perwal"))
_DEKAT = 5


class Temu(Enum):
    """How a citation was understood."""

    KETENTUAN = "one provision"
    PERATURAN = "one regulation as a whole"
    GANDA = "several are possible"
    TANPA_PERATURAN = "no regulation is named"
    PERATURAN_ASING = "the regulation named is not in the book"
    KETENTUAN_ASING = "the regulation is in the book, the provision is not"


@dataclass(frozen=True)
class Temuan:
    """What a citation means: regulations and provisions by key. Unless one was found they are candidates, the nearest first."""

    temu: Temu
    peraturan: Kata = ()
    ketentuan: Kata = ()


@dataclass(frozen=True)
class Katalog:
    """Everything that can be cited."""

    aturan: Sequence[Aturan]
    ketentuan: Sequence[Ketentuan]

    def find(self, teks: str) -> Temuan:
        """Find what a citation means. One citation at a time: of several articles none is chosen."""
        kutipan = naskah(teks)
        calon = [self._bernomor(kutipan, r) for r in bernomor(kutipan)] or self._berjulukan(kutipan)
        pasal = articles(kutipan)
        if not calon:
            sama = [k for k in self.ketentuan if any(p.istilah[0] in k.termuat for p in pasal)]
            return Temuan(Temu.TANPA_PERATURAN, self._dekat(kutipan), _keys(sama))
        if not all(calon):
            return Temuan(Temu.PERATURAN_ASING, self._dekat(kutipan))
        if any(len(satu) > 1 for satu in calon):
            return Temuan(Temu.GANDA, tuple(dict.fromkeys(kunci for satu in calon for kunci in satu)))
        return self._within(kutipan, pasal, tuple(dict.fromkeys(satu[0] for satu in calon)))

    def _bernomor(self, kutipan: Naskah, rentang: Rentang) -> Kata:
        """The regulations of a number: those of its kind, or of no known kind; by the same maker where that matters."""
        tepat = [a for a in self.aturan if rentang.peraturan and rentang.istilah[0] in a.istilah]
        jenis = set(kinds(words(kutipan)))
        longgar = [a for a in self.aturan if set(rentang.istilah) & a.istilah and (not jenis or not a.jenis or jenis & a.jenis)]
        if tepat and not jenis & _BERPENERBIT:
            return tuple(a.kunci for a in tepat)
        return tuple(a.kunci for a in tepat or longgar if _sisa(kutipan) <= a.kosakata | self._kata_ketentuan(a))

    def _berjulukan(self, kutipan: Naskah) -> list[Kata]:
        """The regulations whose name stands in the citation, the longest winning; else those with a name of all its words."""
        kata = words(kutipan)
        cocok = {a.kunci: max((len(f) for f in a.frasa if any(_spans(kata, f, utuh=True))), default=0) for a in self.aturan}
        if terpanjang := max(cocok.values(), default=0):
            return [tuple(kunci for kunci, panjang in cocok.items() if panjang == terpanjang)]
        sisa = _sisa(kutipan)
        sama = tuple(a.kunci for a in self.aturan if any(sisa - self._kata_ketentuan(a) <= set(f) for f in a.frasa))
        return [sama] if len(sisa) > 1 and sama else []

    def _kata_ketentuan(self, aturan: Aturan) -> set[str]:
        return {kata for k in self.ketentuan if aturan.kunci in k.aturan for kata in k.kata}

    def _dekat(self, kutipan: Naskah) -> Kata:
        """The regulations that share most words with a citation."""
        kata = set(words(kutipan)) - _NOMOR - _PENANDA - ATURAN.pengisi
        nilai = {a.kunci: len(kata & a.kosakata) for a in self.aturan}
        return tuple(sorted((kunci for kunci, jumlah in nilai.items() if jumlah), key=lambda kunci: -nilai[kunci])[:_DEKAT])

    def _within(self, kutipan: Naskah, pasal: Sequence[Rentang], aturan: Kata) -> Temuan:
        """Find the provision in regulations that are known: by its whole name first, then by the article."""
        semua = [k for k in self.ketentuan if set(aturan) & set(k.aturan)]
        isi = [k for k in semua if _SELAIN_BATANG & set(words(kutipan)) <= set(k.kata)]
        if semua and not isi:
            return Temuan(Temu.KETENTUAN_ASING, aturan, _keys(semua))
        bernama = _named(words(kutipan), pasal, isi)
        if len(bernama) == 1:
            rinci = [k for k in isi if k.termuat > bernama[0].termuat and len(k.pasal) == 1] if len(bernama[0].pasal) == 1 else []
            return Temuan(Temu.KETENTUAN, aturan, _keys((*bernama, *rinci)))
        if bernama:
            return Temuan(Temu.GANDA, aturan, _keys(bernama))
        if pasal:
            return _by_article(pasal, aturan, isi)
        if _PENANDA & set(words(kutipan)):
            return Temuan(Temu.KETENTUAN_ASING, aturan, _keys(isi))
        return Temuan(Temu.PERATURAN if len(aturan) == 1 else Temu.GANDA, aturan, _keys(isi))


def _named(kata: Kata, pasal: Sequence[Rentang], isi: Sequence[Ketentuan]) -> list[Ketentuan]:
    """The provisions whose name stands in the citation and covers every article in it; whole names win, then the longest."""

    def covered(nama: Kata) -> bool:
        return any(all(a <= r.posisi and r.posisi + r.panjang <= z for r in pasal) for a, z in _spans(kata, nama))

    cocok = [k for k in isi if covered(k.kata)] or [k for k in isi if covered(k.pokok) and not pasal]
    terpanjang = max((len("".join(k.kata)) for k in cocok), default=0) if any(covered(k.kata) for k in cocok) else 0
    return [k for k in cocok if not terpanjang or len("".join(k.kata)) == terpanjang]


def _by_article(pasal: Sequence[Rentang], aturan: Kata, isi: Sequence[Ketentuan]) -> Temuan:
    """Find an article that no provision is named after alone: the only one about it will do, wider and narrower ones will not."""
    dicari = [r.istilah for r in pasal]
    termuat = [k for k in isi if any(satu[0] in k.termuat for satu in dicari)]
    if len(dicari) == len(termuat) == 1 and any(satu[0] == dicari[0][0] for satu in termuat[0].pasal):
        return Temuan(Temu.KETENTUAN, aturan, _keys(termuat))
    if termuat:
        return Temuan(Temu.GANDA, aturan, _keys(termuat))
    seinduk = [k for k in isi if any(satu[-1] in k.termuat for satu in dicari)]
    return Temuan(Temu.KETENTUAN_ASING, aturan, _keys((*seinduk, *isi)))


def _spans(kata: Kata, nama: Kata, *, utuh: bool = False) -> Iterator[tuple[int, int]]:
    """Where a name stands in words. Unless ``utuh``, "butir d6" is "Butir D-6" too: only the letters count."""
    rapat = "".join(nama)
    for awal in range(len(kata)):
        for akhir in (awal + len(nama),) if utuh else range(awal + 1, len(kata) + 1):
            if "".join(kata[awal:akhir]) == rapat and (not utuh or kata[awal:akhir] == nama):
                yield awal, akhir


def _sisa(kutipan: Naskah) -> set[str]:
    """The words of a citation that say which regulation: beside a number, who made it; without one, what it is called."""
    kata, nomor = words(kutipan), bernomor(kutipan)
    akhir = kata.index("tentang") if "tentang" in kata else len(kata)
    pakai = {*_places(articles(kutipan)), *_penanda(kata), *(p for p in _places(nomor) if _angka(kata[p]))}
    if nomor:
        pakai.update(*kinds(kata).values())
    return {k for p, k in enumerate(kata[:akhir]) if p not in pakai} - ATURAN.pengisi - _NOMOR


def _places(rentang: Iterable[Rentang]) -> Iterator[int]:
    return (posisi for r in rentang for posisi in range(r.posisi, r.posisi + r.panjang))


def _penanda(kata: Kata) -> Iterator[int]:
    """Positions of the words that announce a provision, and of the short ones after them that number it."""
    for awal, satu in enumerate(kata):
        if satu in _PENANDA:
            yield awal
            for posisi in range(awal + 1, len(kata)):
                if len(kata[posisi]) > (3 if _angka(kata[posisi]) else 1):
                    break
                yield posisi


def _angka(kata: str) -> bool:
    return any(map(str.isdigit, kata))


def _keys(ketentuan: Iterable[Ketentuan]) -> Kata:
    return tuple(dict.fromkeys(k.kunci for k in ketentuan))
