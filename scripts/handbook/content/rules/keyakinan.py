"""Confidence: no statement claims to rest on a text that its sources cannot have shown, and every source can be found again."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.peraturan import Naskah, Peraturan
from handbook.model.problem import Problem
from handbook.model.rekaman import Keyakinan
from handbook.model.tabel import JenisSumber, Sumber

from ..yaml_lines import Loc
from .letak import Letak, records, within

BERNASKAH = (JenisSumber.NASKAH, JenisSumber.RESMI)
TAK_DIBACA = (Naskah.TIDAK_TERBACA, Naskah.TIDAK_DITEMUKAN)


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every confidence that overstates, and every news item that nobody could look up."""
    for path, loc, record in records(handbook, letak):
        if isinstance(record, Sumber):
            yield from _untraceable(letak, path, loc, record)
        for place, one in within(record, loc):
            yield from _from_news(handbook, letak, path, place, one)
    for entri in handbook.peraturan.values():
        yield from _unread(handbook, letak, entri)
        yield from _read_where(handbook, letak, entri)


def _untraceable(letak: Letak, path: str, loc: Loc, sumber: Sumber) -> Iterator[Problem]:
    if sumber.jenis is JenisSumber.BERITA and not sumber.url and not sumber.catatan:
        found, expected = "berita tanpa url dan tanpa catatan", "url, atau catatan mengapa alamatnya tidak ada"
        yield letak.problem(path, loc, "sumber-tanpa-jejak", found=found, expected=expected, example="catatan: Hanya terbit di kertas.")


def _from_news(handbook: Handbook, letak: Letak, path: str, loc: Loc, record: BaseModel) -> Iterator[Problem]:
    if getattr(record, "keyakinan", None) is not Keyakinan.PRIMER:
        return
    kinds = _kinds(handbook, getattr(record, "sumber", ()))
    if kinds and kinds.isdisjoint(BERNASKAH):
        found = "primer, padahal tak satu pun sumbernya naskah atau lembaga resmi"
        expected = "satu-berita, sekunder bila beberapa berita sejalan, atau sumber yang memuat naskahnya"
        yield letak.problem(path, (*loc, "keyakinan"), "keyakinan-lebih", found=found, expected=expected, example="keyakinan: satu-berita")


def _unread(handbook: Handbook, letak: Letak, entri: Entri[Peraturan]) -> Iterator[Problem]:
    naskah = entri.halaman.naskah
    for number, pasal in enumerate(entri.halaman.pasal if naskah in TAK_DIBACA else ()):
        # What rests on no text at all has been told as that.
        if pasal.keyakinan is Keyakinan.PRIMER and not _kinds(handbook, pasal.sumber).isdisjoint(BERNASKAH):
            found, expected = f"primer pada naskah {naskah}", "sekunder atau kurang; primer hanya bila naskahnya dibaca"
            loc = ("pasal", number, "keyakinan")
            yield letak.problem(entri.path, loc, "keyakinan-lebih", found=found, expected=expected, example="keyakinan: sekunder")


def _read_where(handbook: Handbook, letak: Letak, entri: Entri[Peraturan]) -> Iterator[Problem]:
    kinds = _kinds(handbook, entri.halaman.sumber)
    if entri.halaman.naskah is Naskah.DIBACA and kinds and kinds.isdisjoint(BERNASKAH):
        found, expected = "naskah dibaca, padahal tak satu pun sumbernya naskah atau lembaga resmi", "sumber tempat naskah itu dibaca"
        example = "naskah: tidak-terbaca, atau sumber: [teks-pp-94-2021]"
        yield letak.problem(entri.path, ("naskah",), "naskah-tanpa-sumber", found=found, expected=expected, example=example)


def _kinds(handbook: Handbook, ids: Sequence[str]) -> set[JenisSumber]:
    """Give the kinds of all sources named; none when one of them is unknown, for then nothing can be said."""
    return {handbook.sumber[id].jenis for id in ids} if all(id in handbook.sumber for id in ids) else set()
