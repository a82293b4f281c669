"""Simpanan: an index as ``export`` wrote it, read from the folder of a built site. No Whoosh, and no file that could run code.

It ranks as Whoosh does, from the points that the browser reads, and like the browser it reads only the shards that a query needs.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, repeat
from pathlib import Path
from typing import Any

from handbook.model.bagian import Bagian, Kartu, KartuPeran

from . import shards
from .analyser import Analis
from .citation import Kelompok
from .loading import Rak
from .query import Rencana
from .ranking import Pilihan, Poin, Urutan, added, best, factor
from .shards import GESER, KeluargaTerbit
from .spelling import Lema
from .stem import family
from .unpacking import PecahanRusak

RUANG = 2**24  # sections; no book has more, so what promises more is a trap. As in index.js


class Simpanan:
    """An open index. Its methods raise PecahanRusak when a file cannot be read or is another one than the manifest names."""

    def __init__(self, folder: Path) -> None:
        """Open the index of a built site. Raises FileNotFoundError without one, PecahanRusak when it is of another release.

        A manifest's digest shows damage; of who made it, it says nothing. So what is no such manifest is refused as well.
        """
        try:
            self._rak = Rak(folder)
            self._manifes = self._rak.manifes
            self.analis = Analis(self._manifes["sinonim"])
            self.jumlah: int = self._manifes["jumlah"]["bagian"]
            self._impak: dict[str, Poin] = {}
            self._jenis: Sequence[str] = list(_spread(self._manifes["susunan"]["jenis"]))
            self._wilayah: Sequence[str | None] = list(_spread(self._manifes["susunan"]["wilayah"]))
        except (LookupError, TypeError, AttributeError) as error:
            raise PecahanRusak("manifes.json") from error

    # --- What planning asks ---

    def has(self, istilah: str) -> bool:
        """Say whether some section holds the term."""
        return bool(self._impacts(istilah))

    def letter(self, awalan: str) -> Sequence[Lema]:
        """Give the words that begin with a letter or more, in order of the alphabet, with their counts."""
        return self._beginning("kosakata", awalan)

    def headless(self, ekor: str) -> Sequence[Lema]:
        """Give the words that are one letter and then ``ekor``, in order of the alphabet, with their counts."""
        panjang = len(ekor) + 1
        return [(kata[-1] + ekor, banyak) for kata, banyak in self._beginning("ekor", ekor) if len(kata) == panjang]

    def _beginning(self, jenis: str, awalan: str) -> Sequence[Lema]:
        mulai = self._rak.find(jenis, awalan)
        pecahan = range(mulai, self._rak.find(jenis, f"{awalan}\uffff", mulai) + 1)
        semua = chain.from_iterable(self._rak.shard(jenis, nomor, shards.words) for nomor in pecahan)
        return [lema for lema in semua if lema[0].startswith(awalan)]

    # --- Ranking ---

    def run(self, rencana: Rencana, pilihan: Pilihan) -> Urutan:
        """Rank the sections that a plan finds."""
        wajib, tanpa = [self._phrase(frasa) for frasa in rencana.frasa], [self._phrase(frasa) for frasa in rencana.tanpa]
        jenis, wilayah = self._jenis, self._wilayah

        def times(nomor: int) -> int:
            halaman = nomor >> GESER
            return factor(rencana.niat, jenis[halaman], wilayah[halaman], pilihan.utamakan)

        def shown(nomor: int) -> bool:
            asked = all(nomor in satu for satu in wajib) and not any(nomor in satu for satu in tanpa)
            return asked and pilihan.shows(self.jenis(nomor), self.wilayah(nomor), self.putusan(nomor))

        plain = pilihan.hides_nothing and not wajib and not tanpa
        return added(map(self._points, rencana.kelompok), times if plain else lambda nomor: shown(nomor) and times(nomor))

    def met(self, kelompok: Kelompok) -> Collection[int]:
        """Give the sections that a group of a plan meets."""
        return self._points(kelompok).keys()

    def _points(self, kelompok: Kelompok) -> Mapping[int, int]:
        return best((bobot, self._impacts(istilah)) for istilah, bobot in kelompok.pilihan)

    def _impacts(self, istilah: str) -> Poin:
        if istilah not in self._impak:
            keluarga = self._family(istilah).get(family(istilah))
            self._impak[istilah] = keluarga.impacts(istilah) if keluarga else ()
        return self._impak[istilah]

    def _phrase(self, kata: Sequence[str]) -> Collection[int]:
        """Sections in which words follow each other."""
        if len(kata) == 1:
            return {nomor for nomor, _ in self._impacts(kata[0])}
        pertama, *sisa = map(self._places, kata)
        medan = self._manifes["medan"]

        def follow(nomor: int, letak: int) -> bool:
            return all(letak + urutan * medan in baris.get(nomor, ()) for urutan, baris in enumerate(sisa, 1))

        return {nomor for nomor, semua in pertama.items() if any(follow(nomor, letak) for letak in semua)}

    def _family(self, istilah: str) -> Mapping[str, KeluargaTerbit]:
        """The families in the shard that may hold a term's."""
        return self._rak.shard("impak", self._rak.find("impak", family(istilah)), shards.families)

    def _places(self, kata: str) -> Mapping[int, Collection[int]]:
        keluarga = self._family(kata)
        isi = self._rak.shard("posisi", self._rak.find("impak", family(kata)), lambda aliran: shards.places(aliran, keluarga))
        return isi.get(kata, {})

    # --- Sections ---

    def lead(self, nomor: int) -> int:
        """Give the first section of a section's page."""
        return nomor >> GESER << GESER

    def jenis(self, nomor: int) -> str:
        """Give the kind of a section."""
        return str(self._jenis[nomor >> GESER])

    def wilayah(self, nomor: int) -> str | None:
        """Give the region of a section."""
        satu: str | None = self._wilayah[nomor >> GESER]
        return satu

    def putusan(self, nomor: int) -> tuple[str, ...]:
        """Give the verdicts of a section."""
        halaman = self._putusan.get(nomor >> GESER)
        return tuple(halaman[nomor - self.lead(nomor)]) if halaman else ()

    @cached_property
    def semua_wilayah(self) -> Sequence[str]:
        """Every region that has a page."""
        return sorted({satu for satu in self._wilayah if satu})

    def record(self, nomor: int) -> Bagian:
        """Give what is shown of a section."""
        halaman, urutan = nomor >> GESER, nomor - self.lead(nomor)
        tabel = self._manifes["pecahan"]["rekaman"]
        isi = self._rak.shard("rekaman", self._blok[halaman // tabel["seblok"]] + urutan // tabel["urut"], shards.records)
        url, *kepala, bagian = isi[halaman % tabel["seblok"]]
        anchor, judul, teks, kartu, sendiri = (*bagian[urutan % tabel["urut"]], None, None)[:5]
        nama, status, pengganti = sendiri or kepala
        lain = {"status": status, "pengganti": pengganti and tuple(pengganti), "kartu": kartu and _card(kartu)}
        return Bagian(url, anchor, nama, judul, teks, self.jenis(nomor), self.wilayah(nomor), self.putusan(nomor), **lain)

    @cached_property
    def _putusan(self) -> Mapping[int, Sequence[Sequence[str]]]:
        return {halaman: list(_spread(deret)) for halaman, deret in self._manifes["susunan"]["putusan"]}

    @cached_property
    def _blok(self) -> Sequence[int]:
        """Of each block of records, the number of its first shard."""
        return list(accumulate(_spread(self._manifes["pecahan"]["rekaman"]["pecah"]), initial=0))


def _spread(deret: Sequence[Any]) -> Iterator[Any]:
    """Values of runs [length, value, length, value, …]. Raises PecahanRusak for more than any book has."""
    if sum(deret[::2]) > RUANG:
        raise PecahanRusak("manifes.json")
    return chain.from_iterable(repeat(nilai, panjang) for panjang, nilai in zip(deret[::2], deret[1::2], strict=True))


def _card(isi: Mapping[str, Any]) -> Kartu:
    peran = tuple(KartuPeran(**_tuples(satu)) for satu in isi["peran"])
    return Kartu(**_tuples(isi) | {"peran": peran})


def _tuples(isi: Mapping[str, Any]) -> dict[str, Any]:
    return {nama: tuple(nilai) if isinstance(nilai, list) else nilai for nama, nilai in isi.items()}
