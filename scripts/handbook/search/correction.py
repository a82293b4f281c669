"""Koreksi: what a reader meant by a word that the index does not know.

Tried in turn: the root of a spoken verb, a word one slip away, two words written as one, a word with a slip in the first
letter, a word two slips away. A slip in the first letter needs the words of every letter, so it is looked for only in
indexes of modest size.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from .analyser import Naskah
from .rules import ATURAN
from .spelling import Lema, completions, nearest
from .stem import stem
from .wording import alternatives

_BATAS = ATURAN.isi["batas"]

Usulan = tuple[tuple[str, int], ...]  # corrections with their distances, the best one first


class Kosakata(Protocol):
    """What planning asks of an index."""

    def has(self, istilah: str) -> bool:
        """Say whether some section holds the term."""

    def letter(self, huruf: str) -> Iterable[Lema]:
        """Give the words of the index that begin with a letter."""

    def words(self) -> Iterable[Lema]:
        """Give all words of the index, or none if there are too many to look through."""


def corrections(naskah: Naskah, posisi: Iterable[int], terakhir: int, kosakata: Kosakata) -> Mapping[str, Usulan]:
    """Give corrections of the unknown words among those at ``posisi``; the ``terakhir`` may be the beginning of a word."""
    hasil = {}
    for nomor in posisi:
        kata = naskah.kata[nomor].muka
        dimulai = nomor == terakhir and completions(kata, kosakata.letter(kata))
        if kunci := _citing(naskah, nomor):
            hasil[kata] = kunci
        elif not dimulai and not _known(naskah, nomor, kosakata) and (usulan := _suggested(kata, kosakata)):
            hasil[kata] = usulan
    return hasil


def _citing(naskah: Naskah, posisi: int) -> Usulan:
    """What a word before a number was to be if it is a slip of "pasal", "ayat" …: there it is one even if some text has it."""
    kata, lanjut = naskah.kata[posisi].muka, naskah.kata[posisi + 1 : posisi + 2]
    kunci = ATURAN.isi["rujukan"]
    if kata in kunci or kata in ATURAN.isi["sah"] or not lanjut or not lanjut[0].muka[0].isdigit():
        return ()
    return tuple(satu for satu in nearest(kata, [(isi, 1) for isi in kunci]) if satu[1] == 1)


def _known(naskah: Naskah, posisi: int, kosakata: Kosakata) -> bool:
    """Whether the word is right as it is or the index has it in some form."""
    kata = naskah.kata[posisi].muka
    if kata in ATURAN.isi["sah"] or kata in ATURAN.pengisi:
        return True
    pilihan = [istilah for istilah, _ in alternatives(naskah, posisi)]
    return any(map(kosakata.has, _telling(pilihan)))


def _telling(istilah: Iterable[str]) -> list[str]:
    """Leave out short stems, which prove nothing: slips give one too."""
    return [satu for satu in istilah if not satu.endswith("~") or len(satu) > _BATAS["akar_kenal"]]


def _suggested(kata: str, kosakata: Kosakata) -> Usulan:
    if penuh := _full_verb(kata, kosakata):
        return ((penuh, 1),)
    dekat = nearest(kata, _with_fillers(kata, kosakata.letter(kata[0]), [isi for isi in ATURAN.pengisi if isi[0] == kata[0]]))
    if dekat and dekat[0][1] == 1:
        return tuple(dekat)
    if dua := _two_words(kata, kosakata):
        return ((dua, 1),)
    return tuple(_first_letter(kata, kosakata) or dekat)


def _full_verb(kata: str, kosakata: Kosakata) -> str | None:
    """The root of a spoken verb, which has lost half of its prefix or has an ending of its own: "maksa" is "paksa", "laporin" "lapor"."""
    lisan = (kata[: -len(akhir)] for akhir in ATURAN.isi["lisan"] if kata.endswith(akhir))
    luluh = (ganti + kata[len(awal) :] for awal, ganti in ATURAN.isi["luluh"] if kata.startswith(awal))
    for akar in (*luluh, *lisan):
        if len(akar) >= _BATAS["akar_kenal"] and any(map(kosakata.has, _telling([akar, f"{stem(akar)}~"]))):
            return str(akar)
    return None


def _with_fillers(kata: str, lema: Iterable[Lema], pengisi: Iterable[str]) -> list[Lema]:
    """Words with the fillers of questions among them, unless ``kata`` is short."""
    ada = dict(lema)
    return [*ada.items(), *((isi, 0) for isi in pengisi if isi not in ada and len(kata) >= _BATAS["pengisi"])]


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


def _first_letter(kata: str, kosakata: Kosakata) -> Sequence[tuple[str, int]]:
    """Words one slip away that begin with another letter."""
    if len(kata) < _BATAS["huruf_pertama"]:
        return ()
    lema = [isi for isi in _with_fillers(kata, kosakata.words(), ATURAN.pengisi) if isi[0][0] != kata[0] and _likely(kata, *isi)]
    return [satu for satu in nearest(kata, lema) if satu[1] == 1]


def _likely(kata: str, calon: str, banyak: int) -> bool:
    """Whether a finger may have slipped: letters lost, doubled or swapped, a key beside the right one; or the word is common."""
    geser = len(kata) != len(calon) or kata[1] == calon[0] or calon[0] in ATURAN.isi["tetangga"].get(kata[0], "")
    return geser or banyak >= _BATAS["lazim"]
