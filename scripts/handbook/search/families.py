"""Keluarga: words that share a stem, packed together.

A stem is in every section that one of its words is in, mostly with the same level, since mostly only one of its words is
there. So a family is the stem's postings, and beside each the word that it comes from; a query's word costs one shard
instead of two. Terms that are no words (citations, concepts, numbers) are families of their own.

Streams of a shard, each of whole numbers:

- rows: key (after the one before), sections, rarity, 2 × words + whether they are told apart, then of each word its text
  (after the stem's) and rarity;
- pages of the postings, each counted from the one before;
- the sections' numbers within their pages, counted from the one after the section before if that is on the same page;
- levels;
- words: n for "only word n of the family, with the stem's level", or 0 and then the number of words, each with its level.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .packing import pack_number, pack_numbers, pack_text
from .postings import Senarai
from .stem import family


@dataclass(frozen=True, slots=True)
class Keluarga:
    """A term with the words it stands for, commonest first."""

    kunci: str
    senarai: Senarai
    kata: Sequence[tuple[str, Senarai]] = ()


@dataclass(frozen=True, slots=True)
class Alamat:
    """Where sections stand: of each section the number of its page, and its own number within the page."""

    halaman: Sequence[int]
    urutan: Sequence[int]

    def pack(self, bagian: Sequence[int], ke_halaman: bytearray, ke_urutan: bytearray) -> None:
        """Append ascending sections to a stream of pages and one of numbers within them."""
        halaman = [self.halaman[nomor] for nomor in bagian]
        urutan = [self.urutan[nomor] for nomor in bagian]
        loncat = [kini - lalu for lalu, kini in zip((-1, *halaman), halaman, strict=False)]
        pack_numbers(loncat, ke_halaman)
        sejak = zip(loncat, (-1, *urutan), urutan, strict=False)
        pack_numbers([kini if jauh else kini - lalu - 1 for jauh, lalu, kini in sejak], ke_urutan)


def families(senarai: Mapping[str, Senarai]) -> Iterator[Keluarga]:
    """Give all families in order of their keys."""
    kata: dict[str, list[str]] = defaultdict(list)
    for istilah in senarai:
        if family(istilah) != istilah:
            kata[family(istilah)].append(istilah)
    for kunci in sorted(senarai.keys() - set().union(*kata.values())):
        urut = sorted(kata[kunci], key=lambda satu: (-len(senarai[satu].bagian), satu))
        yield Keluarga(kunci, senarai[kunci], [(satu, senarai[satu]) for satu in urut])


class Rakit:
    """A shard of families that is being put together."""

    def __init__(self, alamat: Alamat) -> None:
        self.alamat = alamat
        self.isi: list[Keluarga] = []
        self.aliran = [bytearray() for _ in range(5)]

    def __len__(self) -> int:
        return sum(map(len, self.aliran))

    def add(self, keluarga: Keluarga) -> None:
        """Append a family whose key is beyond all that are in."""
        baris, loncat, urutan, tingkat, kata = self.aliran
        induk = keluarga.senarai
        beda = len(keluarga.kata) > 1
        pack_text(keluarga.kunci, self.isi[-1].kunci if self.isi else "", baris)
        pack_numbers((len(induk.bagian), induk.langka, 2 * len(keluarga.kata) + beda), baris)
        for nama, satu in keluarga.kata:
            pack_text(nama, keluarga.kunci, baris)
            pack_number(satu.langka, baris)
        self.alamat.pack(induk.bagian, loncat, urutan)
        pack_numbers(induk.tingkat, tingkat)
        if beda:
            pack_numbers(list(_words(keluarga)), kata)
        self.isi.append(keluarga)


def _words(keluarga: Keluarga) -> Iterator[int]:
    """Of each posting of the family, the words that it comes from."""
    milik: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for urutan, (_, satu) in enumerate(keluarga.kata):
        for nomor, tingkat in zip(satu.bagian, satu.tingkat, strict=True):
            milik[nomor].append((urutan, tingkat))
    for nomor, tingkat in zip(keluarga.senarai.bagian, keluarga.senarai.tingkat, strict=True):
        if len(milik[nomor]) == 1 and milik[nomor][0][1] == tingkat:
            yield milik[nomor][0][0] + 1
            continue
        yield from (0, len(milik[nomor]))
        for pasangan in milik[nomor]:
            yield from pasangan
