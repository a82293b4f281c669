"""Mesin: a Whoosh index in memory, from postings that were collected already.

It never leaves memory: on disk it would hold pickles, which run code when they are loaded. What is saved and published is the
export, which holds numbers and texts only (see ``saved``).

Whoosh's own way in, ``add_document``, sorts every posting once more and is the slow part of it; here its writer is
handed the postings in the order that it would have sorted them into.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from whoosh.fields import KEYWORD, TEXT, Schema
from whoosh.filedb.filestore import RamStorage

from handbook.model.bagian import Bagian

from .postings import Daftar
from .weighting import MEDAN

SARINGAN = ("jenis", "wilayah", "putusan")
_SKEMA = Schema(**{medan: TEXT() for medan in MEDAN}, **{saring: KEYWORD() for saring in SARINGAN})


class Ingatan(RamStorage):  # type: ignore[misc]
    """Memory only: Whoosh's own keeps its drafts in one folder of the system, where two runs at once destroy each other's."""

    def temp_storage(self, name: str | None = None) -> RamStorage:
        """Give a place for the writer's drafts."""
        return RamStorage()


class Urutan:
    """Stands in for the writer's pool: postings that need no sorting."""

    def __init__(self, bagian: Sequence[Bagian], daftar: Daftar) -> None:
        self.saring, self.medan = _facets(bagian), _fields(daftar)
        self.daftar = daftar

    def iter_postings(self) -> Iterator[tuple[str, bytes, int, float, bytes]]:
        """Give (field, term, section, weight, places as Whoosh writes them), ascending."""
        for medan in sorted([*self.saring, *self.medan]):
            for istilah in sorted([*self.medan.get(medan, ()), *self.saring.get(medan, ())], key=str.encode):
                yield from self._postings(medan, istilah)

    def _postings(self, medan: str, istilah: str) -> Iterator[tuple[str, bytes, int, float, bytes]]:
        teks = istilah.encode()
        if medan in SARINGAN:
            [(_, _, berat, nilai)] = _SKEMA[medan].index(istilah)
            yield from ((medan, teks, nomor, berat, nilai) for nomor in self.saring[medan][istilah])
            return
        sandi = _SKEMA[medan].format.encode
        for nomor, milik, tempat in self.daftar.walk(istilah):
            if MEDAN[milik] == medan:
                yield medan, teks, nomor, float(len(tempat)), sandi(list(tempat))

    def cleanup(self) -> None:
        """Nothing to clean: there are no drafts."""


def engine(bagian: Sequence[Bagian], daftar: Daftar) -> Any:
    """Give a Whoosh index of one segment; its document numbers are the sections'."""
    mesin = Ingatan().create_index(_SKEMA)
    penulis = mesin.writer()
    penulis.pool = Urutan(bagian, daftar)
    for nomor in range(daftar.jumlah):
        penulis.perdocwriter.start_doc(nomor)
        for medan, panjang in zip(MEDAN, daftar.panjang, strict=True):
            if panjang[nomor]:
                penulis.perdocwriter.add_field(medan, _SKEMA[medan], None, panjang[nomor])
        penulis.perdocwriter.finish_doc()
    penulis.docnum, penulis._added = daftar.jumlah, True
    penulis.commit()
    return mesin


def _fields(daftar: Daftar) -> dict[str, set[str]]:
    """Terms by the fields that hold them."""
    hasil: dict[str, set[str]] = defaultdict(set)
    for istilah in daftar.baris:
        for _, medan, _ in daftar.walk(istilah):
            hasil[MEDAN[medan]].add(istilah)
    return hasil


def _facets(bagian: Sequence[Bagian]) -> dict[str, dict[str, list[int]]]:
    """Sections by value of each filter."""
    hasil: dict[str, dict[str, list[int]]] = {saring: defaultdict(list) for saring in SARINGAN}
    for nomor, satu in enumerate(bagian):
        for saring, nilai in (("jenis", (satu.jenis,)), ("wilayah", (satu.wilayah,)), ("putusan", satu.putusan)):
            for isi in dict.fromkeys(nilai):
                if isi:
                    hasil[saring][isi].append(nomor)
    return hasil
