"""Acuan: a plan run by Whoosh, the reference for everything else that ranks."""

from collections.abc import Collection, Mapping, Sequence

from whoosh.query import And, Or, Phrase, Query, Term

from handbook.model.bagian import Bagian

from .citation import Kelompok
from .engine import engine
from .postings import Daftar
from .query import Rencana
from .ranking import Pilihan, Urutan, factor
from .scoring import Cakupan, Impak, Terbaik
from .weighting import MEDAN


class Acuan:
    """Sections in Whoosh. ``banyak`` counts the sections with each term in a scored field."""

    def __init__(self, bagian: Sequence[Bagian], daftar: Daftar, banyak: Mapping[str, int]) -> None:
        self.bagian, self.banyak = bagian, banyak
        self.mesin = engine(bagian, daftar)

    def run(self, rencana: Rencana, pilihan: Pilihan) -> Urutan:
        """Ask Whoosh; give (section, score), best first, sections of equal score in document order."""
        wajib = [Term(m, n) for m in ("wilayah", "jenis", "putusan") if (n := getattr(pilihan, m)) is not None]
        wajib += [_phrase(frasa) for frasa in rencana.frasa]
        tanpa = [*self._elsewhere(pilihan.setempat), *(_phrase(frasa) for frasa in rencana.tanpa)]
        faktor = [factor(rencana.niat, b.jenis, b.wilayah, pilihan.utamakan) for b in self.bagian]
        with self.mesin.searcher(weighting=Impak(self.banyak, faktor)) as pencari:
            hasil = pencari.search(
                Cakupan([_group(k) for k in rencana.kelompok]),
                limit=None,
                filter=And(wajib) if wajib else None,
                mask=Or(tanpa) if tanpa else None,
            )
            return [(nomor, int(skor)) for skor, nomor in hasil.top_n]

    def met(self, kelompok: Kelompok) -> Collection[int]:
        """Give the sections that a group of a plan meets."""
        with self.mesin.searcher(weighting=Impak(self.banyak)) as pencari:
            return set(_group(kelompok).docs(pencari))

    def _elsewhere(self, setempat: str | None) -> list[Query]:
        """What meets the sections of all regions but one; nothing if no region is named."""
        lain = {b.wilayah for b in self.bagian if b.wilayah} - {setempat} if setempat is not None else ()
        return [Term("wilayah", nama) for nama in sorted(lain)]


def _group(kelompok: Kelompok) -> Query:
    return Terbaik([Or([Term(m, istilah, boost=bobot) for m in MEDAN]) for istilah, bobot in kelompok.pilihan])


def _phrase(kata: Sequence[str]) -> Query:
    return Or([Phrase(m, list(kata)) if len(kata) > 1 else Term(m, kata[0]) for m in MEDAN])
