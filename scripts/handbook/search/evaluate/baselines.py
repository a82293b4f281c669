"""Pembanding: what Whoosh does by itself with the same documents, so that the table says what our own rules are worth."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from whoosh.analysis import LowercaseFilter, RegexTokenizer, StemFilter
from whoosh.fields import ID, TEXT, Schema
from whoosh.query import And, Or, Term

from handbook.model.bagian import Bagian

from ..engine import Ingatan
from .measures import DALAM, Mesin

_MEDAN = ("judul", "teks")


def baselines(bagian: Iterable[Bagian]) -> Iterator[tuple[str, Mesin]]:
    """Give systems by name: Whoosh's own choice (every word must occur), words OR-ed, and their Snowball stems, if installed."""
    semua = list(bagian)
    polos = RegexTokenizer() | LowercaseFilter()
    indeks = _index(semua, polos)
    yield "Whoosh, AND", _system(indeks, polos, And)
    yield "Whoosh, OR", _system(indeks, polos, Or)
    if stemmer := snowball():
        akar = polos | StemFilter(stemfn=stemmer)
        yield "Whoosh, OR, Snowball", _system(_index(semua, akar), akar, Or)


def snowball() -> Callable[[str], str] | None:
    """Give the Snowball stemmer if it is installed; the product does not need it."""
    if find_spec("snowballstemmer") is None:
        return None
    stem: Callable[[str], str] = import_module("snowballstemmer").stemmer("indonesian").stemWord
    return stem


def _index(bagian: Iterable[Bagian], analyser: Any) -> Any:
    indeks = Ingatan().create_index(Schema(alamat=ID(stored=True), **{medan: TEXT(analyser) for medan in _MEDAN}))
    penulis = indeks.writer(limitmb=256)
    for satu in bagian:
        penulis.add_document(alamat=satu.alamat, judul=satu.halaman, teks=satu.teks)
    penulis.commit()
    return indeks


def _system(indeks: Any, analyser: Any, gabung: Any) -> Mesin:
    pencari = indeks.searcher()

    def ask(kueri: str) -> list[str]:
        kata = list(dict.fromkeys(token.text for token in analyser(kueri)))
        kelompok = [Or([Term(medan, satu) for medan in _MEDAN]) for satu in kata]
        return [hasil["alamat"] for hasil in pencari.search(gabung(kelompok), limit=DALAM)]

    return ask
