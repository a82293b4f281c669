"""Remah: where a page stands in the book, for readers above its title and for search engines."""

from typing import NamedTuple

from handbook.model.entri import Entri
from handbook.model.halaman import Halaman, Panduan
from handbook.model.handbook import Handbook
from handbook.model.perbuatan import Perbuatan
from handbook.model.wilayah import Wilayah


class Letak(NamedTuple):
    """A place above a page: its name, its address relative to the site's root, and the anchor there."""

    nama: str
    url: str
    anchor: str = ""


def remah(handbook: Handbook, entri: Entri[Halaman]) -> tuple[Letak, ...]:
    """Give the places above a page, the highest first; a page that is a door of the book has none."""
    page = entri.halaman
    if isinstance(page, Perbuatan):
        return (Letak("Perbuatan", "perbuatan/"), Letak(handbook.kelompok[page.kelompok].nama, "perbuatan/", page.kelompok))
    if isinstance(page, Wilayah):
        return (Letak("Wilayah", "wilayah/"),)
    if isinstance(page, Panduan):
        return (Letak("Panduan", "panduan/"),)
    if entri.jenis == "tentang":
        return ()
    if not entri.wilayah:
        return (Letak("Peraturan", "peraturan/") if entri.jenis == "peraturan" else Letak("Kasus", "kasus/"),)
    region = handbook.wilayah[entri.wilayah]
    own = Letak("Edaran", region.url, "edaran") if entri.jenis == "edaran" else Letak("Kasus", region.url, "kasus")
    return (Letak(region.halaman.nama, region.url), own)
