"""Pages to the sections that the search indexes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from handbook.model.bagian import Bagian
from handbook.model.dasar import Dasar
from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan
from handbook.model.peraturan import Pasal, Peraturan, StatusPeraturan
from handbook.model.perbuatan import Perbuatan, Putusan, Selebihnya

from .baris import berjangkar, kapan
from .kartu import kartu
from .sections import Section


def bagian(handbook: Handbook, entri: Entri[Halaman], potongan: Iterable[Section]) -> Iterator[Bagian]:
    """Give a page's sections; ``potongan`` is its rendered content, cut. Sections without text are left out."""
    for section in potongan:
        if section.text or not section.anchor:
            yield _satu(handbook, entri, section)


def perbuatan_saja(semua: Iterable[Bagian]) -> list[Bagian]:
    """Give the leads of the acts, bare: what the self-check searches as the reader types."""
    return [replace(bagian, kartu=None) for bagian in semua if bagian.kartu]


def _satu(handbook: Handbook, entri: Entri[Halaman], section: Section) -> Bagian:
    page, lead = entri.halaman, section.level == 1
    peraturan = page if isinstance(page, Peraturan) else None
    perbuatan = page if isinstance(page, Perbuatan) else None
    successor = next(iter(handbook.pencabut(page.id)), None) if peraturan and peraturan.status is StatusPeraturan.DICABUT else None
    return Bagian(
        url=entri.url,
        anchor=section.anchor,
        halaman=perbuatan.tanya if perbuatan else page.judul,
        judul=_judul(handbook, perbuatan, section),
        teks=section.text,
        jenis=entri.jenis,
        wilayah=page.id if entri.jenis == "wilayah" else entri.wilayah,
        putusan=tuple(nilai.value for nilai in _putusan(perbuatan, section)) if perbuatan else (),
        alias=(*page.alias, page.judul) if lead else (),
        sitasi=tuple(_sitasi(handbook, peraturan, section.anchor)) if peraturan else (),
        status=peraturan.status.value if peraturan else None,
        pengganti=(successor.halaman.sebutan, successor.url) if successor else None,
        kartu=kartu(handbook, handbook.perbuatan[page.id]) if perbuatan and lead else None,
    )


def _row(perbuatan: Perbuatan, section: Section) -> Putusan | Selebihnya | None:
    """Give the row that a section of an act's page tells."""
    return berjangkar(perbuatan).get(section.anchor)


def _putusan(perbuatan: Perbuatan, section: Section) -> tuple[NilaiPutusan, ...]:
    """The lead shows all verdicts of the page, a row its own; other sections answer nothing by themselves."""
    row = _row(perbuatan, section)
    return perbuatan.nilai_utama if section.level == 1 else (row.nilai,) if row else ()


def _judul(handbook: Handbook, perbuatan: Perbuatan | None, section: Section) -> str:
    """A row is told apart from its neighbours by its phase."""
    row = _row(perbuatan, section) if perbuatan else None
    return f"{section.heading} · {kapan(handbook, row.tahap).lower()}" if isinstance(row, Putusan) else section.heading


def _sitasi(handbook: Handbook, peraturan: Peraturan, anchor: str) -> Iterator[str]:
    if not anchor:
        yield peraturan.sebutan
        if peraturan.nomor:
            yield peraturan.nomor
        return
    if found := handbook.pasal(Dasar(f"{peraturan.id}#{anchor}")):
        yield from (f"{found[1].sebutan} {name}" for name in _nama(handbook, peraturan, found[1]))


def _nama(handbook: Handbook, peraturan: Peraturan, pasal: Pasal) -> Iterator[str]:
    # "UU Pilkada (UU 1/2015)" is cited by either name, and a pasal also by the amending law that words it.
    yield from (part for part in re.split(r"[()]", peraturan.sebutan) if part.strip())
    if pasal.bunyi and pasal.bunyi in handbook.peraturan:
        yield handbook.peraturan[pasal.bunyi].halaman.sebutan
