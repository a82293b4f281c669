"""Regions: a region's folder holds what is that region's, under that region's name."""

import re
from collections.abc import Iterator, Mapping

from handbook.model import skema
from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.kasus import Kasus
from handbook.model.peraturan import Bentuk, Peraturan
from handbook.model.problem import Problem
from handbook.model.rekaman import slug
from handbook.model.wilayah import Wilayah

from .. import body
from .letak import Letak, records

# What only the country's own bodies make.
NASIONAL = (Bentuk.UU, Bentuk.PP, Bentuk.PERPRES, Bentuk.PERMEN, Bentuk.PERATURAN_LEMBAGA, Bentuk.PUTUSAN_MK)
# What stands before a region's name, and what the name begins with.
SEBUTAN = {
    **dict.fromkeys(("Kota", "Walikota", "Pemkot"), "Kota"),
    **dict.fromkeys(("Kabupaten", "Bupati", "Pemkab"), "Kabupaten"),
    **dict.fromkeys(("Provinsi", "Gubernur", "Pemprov"), "Provinsi"),
}
TINGKAT = tuple(dict.fromkeys(SEBUTAN.values()))  # what a region's name begins with: there is a Kota Tegal and a Kabupaten Tegal
# A name is as long as words with capitals follow: "Kota Tangerang Selatan" does not name Kota Tangerang.
_NAMA = re.compile(rf"\b({'|'.join(SEBUTAN)}) ([A-Z0-9][\w'-]*(?: [A-Z][\w'-]*)*)")
DAERAH = tuple(bentuk for bentuk in Bentuk if bentuk not in NASIONAL)


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every region, circular and case that stands under another's name."""
    for region in handbook.wilayah.values():
        yield from _named(letak, region)
        for edaran in handbook.edaran(region.halaman.id):
            yield from _form(letak, edaran)
            yield from _issuer(handbook, letak, edaran, region.halaman)
        for kasus in handbook.kasus_wilayah(region.halaman.id):
            yield from _place(letak, kasus, region.halaman)
    yield from _borrowed(handbook, letak)


def _named(letak: Letak, entri: Entri[Wilayah]) -> Iterator[Problem]:
    region = entri.halaman
    if not region.nama.startswith(tuple(f"{one} " for one in TINGKAT)):
        found, expected = f"«{region.nama}»", f"nama yang diawali {', '.join(TINGKAT[:-1])}, atau {TINGKAT[-1]}"
        yield letak.problem(entri.path, ("nama",), "nama-wilayah", found=found, expected=expected, example=f"nama: Kota {region.nama}")
    elif slug(region.nama) != region.id:
        found, expected = f"«{region.nama}» di wilayah {region.id}", "nama yang menjadi id itu bila ditulis dengan tanda hubung"
        example = f"nama: {region.id.replace('-', ' ').title()}"
        yield letak.problem(entri.path, ("nama",), "nama-wilayah", found=found, expected=expected, example=example)


def _borrowed(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """What stands outside a region rests on no source that the region's editors may change by themselves."""
    own = _own_sources(letak)
    for path, line, id in _cited(handbook, letak) if own else ():
        if id in own and not path.startswith(f"wilayah/{own[id]}/"):
            found, expected = f"«{id}», sumber milik {own[id]}", "sumber di docs/_data/sumber.yml, atau halaman di folder wilayah itu"
            example = f"pindahkan baris {id} ke docs/_data/sumber.yml"
            yield letak.at(path, line, "sumber-daerah", found=found, expected=expected, example=example)


def _own_sources(letak: Letak) -> Mapping[str, str]:
    """Give the sources that regions keep for themselves: id -> region. One that the whole book has is nobody's own."""
    tables = [path for path, stem in letak.tables() if stem == "sumber"]
    rows = [(path, str(row.get("id"))) for path in tables for row in letak.sources[path].tree.value if isinstance(row, dict)]
    shared = {id for path, id in rows if not path.startswith("wilayah/")}
    return {id: path.split("/")[1] for path, id in rows if path.startswith("wilayah/") and id not in shared}


def _cited(handbook: Handbook, letak: Letak) -> Iterator[tuple[str, int, str]]:
    for path, loc, record in records(handbook, letak):
        yield from ((path, letak.line(path, (*loc, *place)), id) for place, kind, id in skema.rujukan(record) if kind == "Sumber")
    for path, source in letak.sources.items():
        yield from ((path, line, id) for line, id in body.markers(source))


def _form(letak: Letak, entri: Entri[Peraturan]) -> Iterator[Problem]:
    if entri.halaman.bentuk not in DAERAH:
        found, expected = f"bentuk {entri.halaman.bentuk} di folder wilayah", f"salah satu dari: {', '.join(DAERAH)}"
        example = f"bentuk: se, atau pindahkan ke peraturan/{entri.halaman.id}.md"
        yield letak.problem(entri.path, ("bentuk",), "bentuk-daerah", found=found, expected=expected, example=example)


def _issuer(handbook: Handbook, letak: Letak, entri: Entri[Peraturan], own: Wilayah) -> Iterator[Problem]:
    issuer = entri.halaman.penerbit or ""
    named = _disebut(issuer)
    if own.nama in named:  # a letter of two regions stands with one of them
        return
    other = next((region.halaman for region in handbook.wilayah.values() if region.halaman.nama in named), None) if named else None
    if other:
        found, expected = f"penerbit «{issuer}» di folder {own.id}", f"penerbit di {own.nama}, atau berkas di wilayah/{other.id}/edaran/"
        example = f"penerbit: Pemerintah {own.nama}"
        yield letak.problem(entri.path, ("penerbit",), "daerah-lain", found=found, expected=expected, example=example)


def _place(letak: Letak, entri: Entri[Kasus], own: Wilayah) -> Iterator[Problem]:
    if own.nama not in _disebut(entri.halaman.daerah):
        found, expected = f"daerah «{entri.halaman.daerah}» di folder {own.id}", f"{own.nama}, lalu provinsinya sesudah koma"
        example = f"daerah: {own.nama}, {own.provinsi}"
        yield letak.problem(entri.path, ("daerah",), "daerah-lain", found=found, expected=expected, example=example)


def _disebut(text: str) -> set[str]:
    """Give the regions that a text names, or whose head or office it names: as their pages call them."""
    return {f"{SEBUTAN[head]} {name}" for head, name in _NAMA.findall(text)}
