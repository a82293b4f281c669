"""Rencana: what a reader typed -> groups of terms to look up, one group for each word or citation.

Groups are OR-ed: a section scores by the best alternative of each group it meets, and more for meeting more groups.
Quoted phrases must occur, words after a minus must not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from . import citation, definition
from .analyser import Analis, Naskah, Rentang, words
from .citation import Kelompok, best
from .correction import Kosakata, Usulan, corrections, near
from .fold import fold
from .rules import ATURAN
from .spelling import completions
from .wording import alone, alternatives, weakened

_BOBOT = ATURAN.isi["bobot"]
_POTONG = re.compile(r'(?:^| )(-?)"([^"]*)"|(?:^| )-(?=[a-z0-9])([^ "]+)')


@dataclass(frozen=True)
class Rencana:
    """A query, ready to be run. ``koreksi`` pairs what was typed with what was looked up instead; ``peran`` names who asks."""

    niat: str
    kelompok: tuple[Kelompok, ...] = ()
    frasa: tuple[tuple[str, ...], ...] = ()
    tanpa: tuple[tuple[str, ...], ...] = ()
    koreksi: tuple[tuple[str, str], ...] = ()
    peran: tuple[str, ...] = ()


def plan(kueri: str, analis: Analis, kosakata: Kosakata, *, typing: bool = False) -> Rencana:
    """Plan a query. While the reader is still ``typing``, the last word may be the beginning of one."""
    teks, frasa, tanpa = _split(fold(kueri).teks)
    teks = corrected(ATURAN.ulang.sub(r"\1", teks), ATURAN.singkatan)
    naskah = analis.analyse(teks)
    usulan = corrections(naskah, _meaningful(naskah), _last(naskah, teks, typing), kosakata)
    if usulan:
        teks = corrected(teks, {kata: isi[0][0] for kata, isi in usulan.items()})
        naskah = analis.analyse(teks)
    sitasi = citation.longest(naskah.sitasi)
    gabungan = [r for r in citation.articles(sitasi) if any(map(kosakata.has, r.istilah))]
    asal = {kata: isi for isi in usulan.values() for kata in words(isi[0][0])}
    kelompok = citation.groups(gabungan, sitasi, naskah)
    kelompok += [_word(naskah, p, analis, kosakata, asal, typing=p == _last(naskah, teks, typing)) for p in _meaningful(naskah)]
    diminta = definition.asked(teks.strip(" "))
    if diminta:
        kelompok += _definition(teks.strip(" "), diminta, analis, kosakata, asal)
    koreksi = tuple((kata, isi[0][0]) for kata, isi in usulan.items())
    return Rencana(_intent(naskah, sitasi, diminta), tuple(kelompok), frasa, tanpa, koreksi, tuple(_roles(naskah)))


def corrected(teks: str, ganti: Mapping[str, str]) -> str:
    """Put other words in place of some in a folded text."""
    return ATURAN.kata.sub(lambda kata: ganti.get(kata[0], kata[0]), teks)


def _last(naskah: Naskah, teks: str, typing: bool) -> int:
    """The position of the word that is being typed, -1 if none is."""
    return len(naskah.kata) - 1 if typing and naskah.kata and teks.endswith(naskah.kata[-1].muka) else -1


def _split(teks: str) -> tuple[str, tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Take excluded words and phrases out of a folded query; give the rest, the phrases and the exclusions."""
    frasa: list[tuple[str, ...]] = []
    tanpa: list[tuple[str, ...]] = []

    def take(cocok: re.Match[str]) -> str:
        tanda, kutip, polos = cocok.groups()
        buang = tanda != ""
        if isi := words(polos if kutip is None else kutip):
            (tanpa if buang else frasa).append(isi)
        return " " if buang else f" {kutip} "

    sisa = _POTONG.sub(take, teks)
    return sisa, tuple(frasa), tuple(tanpa)


def _definition(teks: str, diminta: definition.Tempat, analis: Analis, kosakata: Kosakata, asal: Mapping[str, Usulan]) -> list[Kelompok]:
    """One group for the name that is asked for: as it is, as a concept, and without its first or last word.

    If nothing of that is defined, the name with a slip in it, even if the slip made another word.
    """
    utuh, depan, belakang = _BOBOT["definisi"]
    pilihan: list[tuple[str, int]] = []
    nama = [list(words(teks[awal:akhir])) for awal, akhir in definition.names(teks, *diminta)]
    for satu in nama:
        konsep = analis.analyse(" ".join(satu)).konsep
        pilihan += [(f"def:{r.istilah[0]}", utuh) for r in konsep if r.panjang == len(satu)]
        pilihan += [(istilah, utuh) for isi in _variants(satu, asal) if (istilah := definition.term(isi))]
        pilihan += [(istilah, bobot) for isi, bobot in ((satu[:-1], depan), (satu[1:], belakang)) if (istilah := definition.term(isi))]
    ada = [(istilah, bobot) for istilah, bobot in pilihan if kosakata.has(istilah)]
    if not ada:
        mirip = (definition.term(isi) for satu in nama for isi in _slips(satu, kosakata))
        ada = [(istilah, depan) for istilah in mirip if istilah and kosakata.has(istilah)]
    return [Kelompok(teks[slice(*diminta)], best(ada))] if ada else []


def _variants(nama: Sequence[str], asal: Mapping[str, Usulan]) -> Iterator[Sequence[str]]:
    """A name as it is, in formal words, and with another correction in place of each corrected word."""
    yield nama
    yield [ATURAN.isi["santai"].get(kata, kata) for kata in nama]
    for nomor, kata in enumerate(nama):
        yield from (_replaced(nama, nomor, calon) for calon, _ in asal.get(kata, ())[1:])


def _slips(nama: Sequence[str], kosakata: Kosakata) -> Iterator[Sequence[str]]:
    """A name with a word of the index in place of one that is near it."""
    for nomor, kata in enumerate(nama):
        yield from (_replaced(nama, nomor, calon) for calon, _ in near(kata, kosakata))


def _replaced(nama: Sequence[str], nomor: int, calon: str) -> Sequence[str]:
    return [*nama[:nomor], calon, *nama[nomor + 1 :]]


def _meaningful(naskah: Naskah) -> list[int]:
    """Positions of the words to look up beside citations, each word once: fillers only when there is nothing else."""
    terpakai = {posisi for r in citation.longest(naskah.sitasi) for posisi in range(r.posisi, r.posisi + r.panjang)}
    pertama = {k.muka: p for p, k in reversed(list(enumerate(naskah.kata))) if p not in terpakai}
    posisi = sorted(pertama.values())
    isi = [p for p in posisi if naskah.kata[p].muka not in ATURAN.pengisi]
    return isi if isi or terpakai else posisi


def _word(naskah: Naskah, posisi: int, analis: Analis, kosakata: Kosakata, asal: Mapping[str, Usulan], *, typing: bool) -> Kelompok:
    """A word with its alternatives; one that was corrected stands for the other corrections too."""
    kata = naskah.kata[posisi].muka
    (_, jarak), *lain = asal.get(kata, ((kata, 0),))
    pilihan = [*weakened(alternatives(naskah, posisi), jarak)]
    for calon, jauh in lain:
        pilihan += weakened(alone(calon, analis), jauh)
    if typing and len(kata) >= ATURAN.isi["batas"]["awalan_huruf"]:
        pilihan += [(calon, _BOBOT["awalan"]) for calon in completions(kata, kosakata.letter(kata))]
    return Kelompok(kata, best(pilihan))


def _intent(naskah: Naskah, sitasi: Sequence[Rentang], diminta: definition.Tempat | None) -> str:
    """What the reader is after: a rule by its number, what a name means, whether something is allowed, or anything."""
    if sitasi:
        return "sitasi"
    if diminta:
        return "definisi"
    return "boleh" if any(k.muka in ATURAN.isi["tanya_boleh"] for k in naskah.kata) else "umum"


def _roles(naskah: Naskah) -> Iterator[str]:
    """The roles that the query names."""
    teks = " ".join(["", *(k.muka for k in naskah.kata), ""])
    for peran, ejaan in ATURAN.isi["peran"].items():
        if any(" ".join(["", *words(satu), ""]) in teks for satu in ejaan):
            yield peran
