"""Edisi: what one build adds to the book: the site's own address, and the files beside a page that can be passed on."""

from dataclasses import dataclass

from handbook.model.entri import Entri
from handbook.model.halaman import Halaman, Panduan
from handbook.model.peraturan import Peraturan
from handbook.model.perbuatan import Perbuatan
from handbook.model.wilayah import Wilayah

# Kinds of page that are files of their own, too; every other page is only in the whole book.
BERPDF = (Perbuatan, Peraturan, Panduan, Wilayah)
BERKARTU = (Perbuatan, Peraturan, Wilayah)
PDF_BUKU = "cetak/netralitas-asn.pdf"
KARTU_BUKU = "kartu/netralitas-asn.png"


@dataclass(frozen=True)
class Edisi:
    """``situs`` is the site's own address with a slash at its end, "" when it has none; ``cetak`` says whether files are made."""

    situs: str = ""
    cetak: bool = False

    def pdf(self, entri: Entri[Halaman]) -> str:
        """Give where the page lies as PDF, relative to the site's root; "" when it has none of its own."""
        return f"cetak/{entri.url.rstrip('/')}.pdf" if self.cetak and isinstance(entri.halaman, BERPDF) else ""

    @property
    def pdf_buku(self) -> str:
        """Where the whole book lies as PDF; "" when it is not made."""
        return PDF_BUKU if self.cetak else ""

    def kartu(self, entri: Entri[Halaman] | None) -> str:
        """Give where the picture of a page lies, the book's for one that has none of its own; "" when none are made."""
        if not (self.cetak and self.situs):
            return ""
        return f"kartu/{entri.url.rstrip('/')}.png" if entri and isinstance(entri.halaman, BERKARTU) else KARTU_BUKU


# A build that adds nothing: what the book says is all there is.
POLOS = Edisi()
