"""Dokumen: the pages that make one PDF, as data for the typesetter. Links between them lead inside, all others to the site."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook, terbaru
from handbook.model.perbuatan import Perbuatan
from handbook.model.wilayah import Wilayah

from ..edisi import Edisi
from ..label import label, tanggal
from .pohon import LUAR
from .rapat import Simpul

# What else a node holds besides ``c``.
CABANG = ("c", "nama", "kepala")


@dataclass(frozen=True)
class Bagian:
    """Pages under one heading, "" for pages that need none."""

    judul: str
    halaman: tuple[Entri[Halaman], ...]


@dataclass(frozen=True)
class Dokumen:
    """What one PDF holds. ``alamat`` is where its living version stands, relative to the site's root."""

    judul: str
    ringkas: str
    alamat: str
    bagian: tuple[Bagian, ...]

    @property
    def halaman(self) -> tuple[Entri[Halaman], ...]:
        """All its pages."""
        return tuple(entri for bagian in self.bagian for entri in bagian.halaman)


def buku(handbook: Handbook, nama: str, isi: str) -> Dokumen:
    """The whole book: what a reader in need looks for first, then the rules, the regions, the cases; no lists of lists."""
    guides = sorted(handbook.panduan.values(), key=lambda entri: (entri.halaman.urutan, entri.halaman.id))
    bagian = (
        Bagian("Panduan", tuple(guides)),
        *(Bagian(kelompok.nama, tuple(_acts(handbook, kelompok.id))) for kelompok in handbook.tabel.kelompok),
        Bagian("Peraturan", tuple(entri for entri in handbook.peraturan.values() if entri.wilayah is None)),
        *(Bagian(region.halaman.nama, _region(handbook, region)) for region in handbook.wilayah.values()),
        Bagian("Kasus di daerah lain", terbaru(entri for entri in handbook.kasus.values() if entri.wilayah is None)),
        Bagian("Keterangan", tuple(entri for entri in handbook.entri if entri.path == "glosarium.md")),
    )
    return Dokumen(nama, isi, "", tuple(one for one in bagian if one.halaman))


def halaman(handbook: Handbook, entri: Entri[Halaman]) -> Dokumen:
    """One page; a region with its circulars and cases."""
    page = entri.halaman
    judul = page.tanya if isinstance(page, Perbuatan) else page.judul
    pages = _region(handbook, entri) if isinstance(page, Wilayah) else (entri,)
    bagian = [Bagian(judul, pages[:1]), Bagian("Edaran, aturan, dan kasus", pages[1:])]
    return Dokumen(judul, page.ringkas, entri.url, tuple(one for one in bagian if one.halaman))


def _acts(handbook: Handbook, kelompok: str) -> Iterator[Entri[Halaman]]:
    return (entri for entri in handbook.perbuatan.values() if entri.halaman.kelompok == kelompok)


def _region(handbook: Handbook, region: Entri[Halaman]) -> tuple[Entri[Halaman], ...]:
    return (region, *(entri for entri in handbook.entri if entri.wilayah == region.halaman.id and entri is not region))


@dataclass
class _Penaut:
    """Resolves the links and numbers the sources of one document, in reading order."""

    edisi: Edisi
    halaman: frozenset[str]
    tujuan: frozenset[str]
    dituju: set[str] = field(default_factory=set)
    nomor: dict[str, int] = field(default_factory=dict)

    def isi(self, nodes: Iterable[Any]) -> list[Any]:
        return [self.isi(node) if isinstance(node, list) else node if isinstance(node, str) else self.simpul(node) for node in nodes]

    def simpul(self, node: dict[str, Any]) -> dict[str, Any]:
        made = node | {key: self.isi(node[key]) for key in CABANG if key in node}
        if node["t"] == "tautan":
            return made | {"ke": self._ke(node["ke"])}
        if node["t"] == "rujuk":
            return {"t": "rujuk", "c": [self.nomor.setdefault(id, len(self.nomor) + 1) for id in node["id"]]}
        return made

    def _ke(self, ke: str) -> str:
        """Give the anchor in the document ("#…"), the address on the site, or "" where neither can be reached."""
        page = ke.partition("#")[0]
        if ke.startswith(LUAR):
            return ke
        if page in self.halaman:
            self.dituju.add(found := ke if ke in self.tujuan else page)
            return f"#{found}"
        return self.edisi.situs + ke if self.edisi.situs else ""


def data(
    handbook: Handbook, dokumen: Dokumen, pohon: Mapping[str, Sequence[Simpul]], *, edisi: Edisi, nama: str, as_of: date, rupa: Any
) -> dict[str, Any]:
    """Give a document as plain values. ``pohon`` holds the trees of its pages by path, ``nama`` is the site's."""
    urls = frozenset(entri.url for entri in dokumen.halaman)
    anchors = frozenset(id for entri in dokumen.halaman for id in _anchors(pohon[entri.path]))
    penaut = _Penaut(edisi, urls, anchors)
    bagian = [
        {"judul": one.judul, "halaman": [{"url": e.url, "isi": penaut.isi(pohon[e.path])} for e in one.halaman]} for one in dokumen.bagian
    ]
    return {
        "nama": nama,
        "buku": dokumen.alamat == "",
        "judul": dokumen.judul,
        "ringkas": dokumen.ringkas,
        "alamat": edisi.situs + dokumen.alamat if edisi.situs else "",
        "per": tanggal(as_of),
        "tanggal": {"year": as_of.year, "month": as_of.month, "day": as_of.day},
        "rupa": rupa,
        "bagian": _pruned(bagian, penaut.dituju),
        "sumber": [_sumber(handbook, id, number) for id, number in penaut.nomor.items()],
    }


def _sumber(handbook: Handbook, id: str, number: int) -> dict[str, Any]:
    s = handbook.sumber[id]
    published = f"{s.penerbit}, {tanggal(s.tanggal)}" if s.tanggal else s.penerbit
    notes = f"{label(s.jenis).capitalize()}, {label(s.cara_baca)}; diperiksa {tanggal(s.diperiksa)}."
    return {"n": number, "judul": s.judul, "teks": f"{published}. {notes}" + (f" {s.catatan}" if s.catatan else ""), "url": s.url or ""}


def _anchors(nodes: Any) -> Iterator[str]:
    if isinstance(nodes, list | tuple):
        for node in nodes:
            yield from _anchors(node)
    elif isinstance(nodes, dict):
        yield from [nodes["id"]] if nodes["t"] in ("judul", "jangkar") and nodes["id"] else []
        yield from (id for key in CABANG for id in _anchors(nodes.get(key, ())))


def _pruned(value: Any, wanted: set[str]) -> Any:
    """Leave out anchors that nothing in the document leads to: every one is a mark on paper that costs bytes."""
    if isinstance(value, list):
        return [_pruned(one, wanted) for one in value if not _idle(one, wanted)]
    if isinstance(value, dict):
        return {key: _pruned(one, wanted) for key, one in value.items()}
    return value


def _idle(node: Any, wanted: set[str]) -> bool:
    return isinstance(node, dict) and node.get("t") == "jangkar" and node["id"] not in wanted
