"""Koreksi: what a reader meant by a word that the index does not know.

Tried in turn: a keyword beside a citation, a word with its letters drawn out ("apaaa"), a spoken verb, a word without its
vowels, words one slip away, two words written as one, words two slips away. A word whose first letter slipped is found by
the rest of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Protocol

from .analyser import Naskah
from .rules import ATURAN
from .spelling import Lema, completions, distance, nearest
from .stem import stem
from .wording import alternatives

_BATAS = ATURAN.isi["batas"]

Usulan = tuple[tuple[str, int], ...]  # corrections with their distances, the best one first


class Kosakata(Protocol):
    """What planning asks of an index."""

    def has(self, istilah: str) -> bool:
        """Say whether some section holds the term."""

    def letter(self, huruf: str) -> Iterable[Lema]:
        """Give the words of the index that begin with a letter or more."""

    def headless(self, ekor: str) -> Iterable[Lema]:
        """Give the words of the index that are one letter and then ``ekor``."""


def corrections(naskah: Naskah, posisi: Iterable[int], terakhir: int, kosakata: Kosakata) -> Mapping[str, Usulan]:
    """Give corrections of the unknown words among those at ``posisi``; the ``terakhir`` may be the beginning of a word."""
    hasil = {}
    for nomor in posisi:
        kata = naskah.kata[nomor].muka
        if kunci := _citing(naskah, nomor):
            hasil[kata] = kunci
        elif _begun(kata, nomor == terakhir, kosakata) or _known(naskah, nomor, kosakata):
            continue
        elif usulan := _beside(naskah, nomor) or _suggested(kata, kosakata):
            hasil[kata] = usulan
    return hasil


def _begun(kata: str, terakhir: bool, kosakata: Kosakata) -> bool:
    return terakhir and bool(completions(kata, kosakata.letter(kata)))


def _citing(naskah: Naskah, posisi: int) -> Usulan:
    """What a word before a number was to be if it is a slip of "pasal", "ayat" …: there it is one even if some text has it.

    A right word may stand before a number too ("pasar 16"); it is a slip only if the citation goes on ("asal 16 ayat 2").
    """
    muka = [satu.muka for satu in naskah.kata[posisi : posisi + 3]]
    if muka[0] in ATURAN.isi["rujukan"] or len(muka) < 2 or not muka[1][0].isdigit():
        return ()
    if muka[0] in ATURAN.isi["sah"] and not ATURAN.sebutan.intersection(muka[2:]):
        return ()
    return _keyword(muka[0])


def _beside(naskah: Naskah, posisi: int) -> Usulan:
    """What an unknown word beside a keyword of citations was to be if it is a slip of one: "undang-ndang"."""
    kunci = ATURAN.isi["rujukan"]
    tetangga = [satu.muka for satu in (*naskah.kata[max(0, posisi - 1) : posisi], *naskah.kata[posisi + 1 : posisi + 2])]
    return _keyword(naskah.kata[posisi].muka) if any(satu in kunci for satu in tetangga) else ()


def _keyword(kata: str) -> Usulan:
    return tuple(satu for satu in nearest(kata, [(isi, 1) for isi in ATURAN.isi["rujukan"]]) if satu[1] == 1)


def _known(naskah: Naskah, posisi: int, kosakata: Kosakata) -> bool:
    """Whether the word is right as it is or the index has it in some form."""
    kata = naskah.kata[posisi].muka
    return _right(kata) or _held([istilah for istilah, _ in alternatives(naskah, posisi)], kosakata)


def _right(kata: str) -> bool:
    return kata in ATURAN.isi["sah"] or kata in ATURAN.pengisi


def _held(istilah: Iterable[str], kosakata: Kosakata) -> bool:
    """Whether the index has one of the terms; short stems prove nothing: slips give one too."""
    return any(map(kosakata.has, (satu for satu in istilah if not satu.endswith("~") or len(satu) > _BATAS["akar_kenal"])))


def _suggested(kata: str, kosakata: Kosakata) -> Usulan:
    if singkat := _undrawn(kata, kosakata):
        return ((singkat, 1),)
    if penuh := tuple(_full_verbs(kata, kosakata)):
        return tuple((satu, 1) for satu in penuh)
    if utuh := _with_vowels(kata, kosakata):
        return ((utuh, 1),)
    dekat = near(kata, kosakata)
    if dekat and dekat[0][1] == 1:
        return dekat
    if dua := _two_words(kata, kosakata):
        return ((dua, 1),)
    return dekat


def _undrawn(kata: str, kosakata: Kosakata) -> str | None:
    """The word without letters that were drawn out: "netrallll", "apaaa"."""
    singkat = "".join(huruf for huruf, _ in groupby(kata))
    known = singkat in ATURAN.henti or _right(singkat) or singkat in ATURAN.isi["santai"] or kosakata.has(singkat)
    return singkat if singkat != kata and known else None


def _full_verbs(kata: str, kosakata: Kosakata) -> Iterator[str]:
    """A spoken verb in full, and its root: half of its prefix is gone, or it has an ending of its own, or both.

    "maksa" is "memaksa", "laporin" is "lapor", "nyebarin" is "menyebarkan".
    """
    tanpa = [kata, *(kata[: -len(akhir)] for akhir in ATURAN.isi["lisan"] if kata.endswith(akhir))]
    luluh = [(awal, ganti, penuh) for awal, ganti, penuh in ATURAN.isi["luluh"] if kata.startswith(awal)]
    calon = [(ganti + satu[len(awal) :], penuh + satu[len(awal) :]) for satu in tanpa for awal, ganti, penuh in luluh]
    for akar, penuh in (*calon, *((satu, "") for satu in tanpa[1:])):
        if len(akar) >= _BATAS["akar_kenal"] and _held([akar, f"{stem(akar)}~"], kosakata):
            yield from (bentuk for akhir in ATURAN.isi["lengkap"] if penuh and kosakata.has(bentuk := penuh + akhir))
            yield akar
            return


def _with_vowels(kata: str, kosakata: Kosakata) -> str | None:
    """The commonest word that the word abbreviates by leaving out vowels: "krn", "bpsr"."""
    if len(kata) < _BATAS["pisah"]:
        return None
    calon = [(-banyak, utuh) for utuh, banyak in kosakata.letter(kata[0]) if banyak >= _BATAS["lazim"] and _abbreviates(kata, utuh)]
    return min(calon)[1] if calon else None


def _abbreviates(kata: str, utuh: str) -> bool:
    """Whether a word is another one without some of its vowels, at least two of them."""
    if len(utuh) < len(kata) + 2:
        return False
    sisa = iter(kata)
    kini = next(sisa, "")
    for huruf in utuh:
        if huruf == kini:
            kini = next(sisa, "")
        elif huruf not in ATURAN.isi["vokal"]:
            return False
    return not kini


def near(kata: str, kosakata: Kosakata) -> Usulan:
    """Words at most two slips away, one if they begin with another letter; a slip in the first letter is the rarer one."""
    sama, lain = kosakata.letter(kata[0]), _first_letter(kata, kosakata)
    jarang = {calon: banyak // _BATAS["huruf_lain"] for calon, banyak in lain}
    return tuple(nearest(kata, {**_fillers(kata), **jarang, **dict(sama)}.items()))


def _fillers(kata: str) -> Mapping[str, int]:
    """Words that say nothing are known, but rare; a short word is none of them."""
    if len(kata) < _BATAS["pengisi"]:
        return {}
    semua = (*ATURAN.henti, *ATURAN.pengisi)
    return {isi: 0 for isi in semua if isi[0] == kata[0] or (distance(kata, isi, 1) == 1 and _likely(kata, isi, 0))}


def _two_words(kata: str, kosakata: Kosakata) -> str | None:
    """Part a word into two known ones, the rarer of which is as common as can be; fillers are known but rare."""
    paling = _BATAS["pisah"]
    calon: list[tuple[int, int, str]] = []
    kosong = dict.fromkeys([*ATURAN.henti, *ATURAN.pengisi], 0)
    for isi, banyak in {**kosong, **dict(kosakata.letter(kata[0]))}.items():
        sisa = kata[len(isi) :]
        if kata.startswith(isi) and min(len(isi), len(sisa)) >= paling:
            ada = {**kosong, **dict(kosakata.letter(sisa))}
            calon += [(-min(banyak, ada[sisa]), len(isi), f"{isi} {sisa}")] if sisa in ada else []
    return min(calon)[2] if calon else None


def _first_letter(kata: str, kosakata: Kosakata) -> Iterator[Lema]:
    """Words one slip away that begin with another letter: one was lost, added, changed, or swapped with the next."""
    if len(kata) < _BATAS["huruf_pertama"]:
        return
    tertukar = [isi for isi in kosakata.headless(kata[0] + kata[2:]) if isi[0][0] == kata[1]]
    lebih = [isi for isi in kosakata.headless(kata[2:]) if isi[0][0] == kata[1]]
    for calon, banyak in (*kosakata.headless(kata), *kosakata.headless(kata[1:]), *tertukar, *lebih):
        if calon[0] != kata[0] and _likely(kata, calon, banyak):
            yield calon, banyak


def _likely(kata: str, calon: str, banyak: int) -> bool:
    """Whether a finger may have slipped: letters lost, doubled or swapped, a key beside the right one; or the word is common."""
    geser = len(kata) != len(calon) or kata[1] == calon[0] or calon[0] in ATURAN.isi["tetangga"].get(kata[0], "")
    return geser or banyak >= _BATAS["lazim"]
