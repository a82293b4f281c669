"""Rakit: what a site is made of, whoever lays out its pages. MkDocs' adapter and `handbook tulis` call it; it knows neither.

Before pages are laid out: their sources (``site.halaman.render``), what the layout knows of a page and of the site, and every
file that is not a page. After: what names all files of the finished site.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from handbook.model.bagian import Bagian
from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook
from handbook.model.perbuatan import Perbuatan
from handbook.search.export import export, sidik
from handbook.search.index import build
from handbook.site import cek, ics, jsonld, kutipan, llms, luring, pindahan, saringan, terbuka, tinjauan, umpan
from handbook.site.bagian import perbuatan_saja
from handbook.site.edisi import Edisi
from handbook.site.halaman import render
from handbook.site.istilah import sinonim
from handbook.site.label import tanggal


@dataclass(frozen=True)
class Situs:
    """A book on a day, and what is added to it: the site's own address, and whether files to be passed on are made."""

    handbook: Handbook
    as_of: date
    edisi: Edisi

    @property
    def alamat(self) -> str:
        """The site's own address, with a slash at its end, or "" where none is known."""
        return self.edisi.situs

    def tampilan(self) -> dict[str, Any]:
        """Give what every page's layout knows."""
        return {"as_of": self.as_of, "as_of_teks": tanggal(self.as_of), "saringan": saringan.di_halaman(self.handbook)}

    def naskah(self, entri: Entri[Halaman]) -> str:
        """Give the source of a page for a Markdown converter."""
        return render(self.handbook, entri, self.as_of, self.edisi)

    def kepala(self, entri: Entri[Halaman]) -> dict[str, Any]:
        """Give what a page's layout knows: texts by name, "" where there is nothing to say, and the feeds that follow the page."""
        page = entri.halaman
        return {
            "title": page.judul,
            "description": page.ringkas,
            "jenis": entri.jenis,
            "wilayah": page.id if entri.jenis == "wilayah" else entri.wilayah or "",
            "kutipan": kutipan.kaki(entri, self.as_of, self.alamat) or "",
            "bagikan": page.tanya if isinstance(page, Perbuatan) else page.judul,
            "kartu": self.edisi.kartu(entri),
            "jsonld": jsonld.blok(self.handbook, entri, self.alamat) or "",
            "umpan": [asdict(one) for one in umpan.tautan(self.handbook, entri)],
        }

    def berkas(self, bagian: Iterable[Bagian], pindah: str, lapor: Any = None) -> "Berkas":
        """Make every file that is not a page. ``bagian`` are the sections of all pages, ``pindah`` the script of those that moved."""
        sections, found, synonyms = list(bagian), terbuka.ketetapan(self.handbook, self.as_of), sinonim(self.handbook)
        answers, search = cek.export(found), export(build(sections, synonyms, lapor=lapor))
        acts = export(build(perbuatan_saja(sections), synonyms))
        due = tinjauan.due(self.handbook, self.as_of, tinjauan.HARI_UMPAN)
        texts = {
            **saringan.export(self.handbook),
            **terbuka.export(self.handbook, self.as_of, found),
            **answers,
            **kutipan.export(self.handbook, self.as_of, self.alamat),
            **umpan.export(self.handbook, self.alamat),
            **llms.export(self.handbook, self.as_of, self.alamat),
            **pindahan.export(self.handbook, self.alamat, pindah),
            tinjauan.UMPAN: tinjauan.as_atom(due, self.as_of, self.alamat),
        }
        files = {
            **search,
            **{f"cek/{path}": data for path, data in acts.items()},
            **{path: text.encode() for path, text in texts.items()},
            **ics.export(self.handbook, self.as_of, self.alamat),
        }
        return Berkas(files, next(iter(answers)), sidik(search))

    def penutup(self, folder: Path, versi: str) -> Mapping[str, bytes]:
        """Make what names every file of the finished site in ``folder``: the service worker and its lists."""
        kept = luring.export(self.handbook, _disimpan(folder), versi, self.as_of)
        return {path: text.encode() for path, text in kept.items()}


@dataclass(frozen=True)
class Berkas:
    """Files by path relative to the site's root; the one with the self-check's answers, and the digest of the search's index."""

    isi: Mapping[str, bytes]
    jawaban: str
    indeks: str


def _disimpan(folder: Path) -> Iterator[luring.Berkas]:
    for file in folder.rglob("*"):
        path = file.relative_to(folder).as_posix()
        if file.is_file() and luring.disimpan(path):
            yield luring.Berkas.of(path, file.read_bytes())


def tulis(folder: Path, berkas: Mapping[str, bytes]) -> None:
    """Write files by their path within a folder."""
    for path, data in berkas.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
