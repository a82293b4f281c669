"""Pindahan: at every address that a page has left, a page that leads to where it is now, for people and for search engines."""

from collections.abc import Mapping

from handbook.model.handbook import Handbook

from .halaman import template
from .tautan import relatif


def export(handbook: Handbook, situs: str, skrip: str) -> Mapping[str, str]:
    """Give the pages by path: "perbuatan/lama/index.html".

    ``situs`` is the site's own address, "" when it has none; ``skrip`` is where on it the script of these pages lies.
    """
    page = template("pindah")
    return {
        f"{moved.lama}index.html": page.render(
            judul=moved.tujuan.halaman.judul,
            tujuan=relatif(moved.lama, moved.tujuan.url),
            akar=relatif(moved.lama, ""),
            skrip=skrip,
            resmi=situs + moved.tujuan.url if situs else "",
        )
        for moved in handbook.pindahan
    }
