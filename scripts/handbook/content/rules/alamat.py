"""Addresses that pages have left: each one a page could have had, none in use, none promised to two pages.

They stand on the page they lead to, so no redirect can lead nowhere or in a circle. A region's pages take no address of another
kind: whoever follows a link to an act must not land on a circular.
"""

from collections.abc import Iterator

from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook, Pindahan
from handbook.model.problem import Problem

from ..tempat import tempat
from .letak import Letak


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every former address that cannot lead to its page."""
    used = {entri.url: entri.path for entri in handbook.entri}
    claimed: dict[str, str] = {}
    for moved in handbook.pindahan:
        if not _kinds(moved.lama):
            yield _fault(letak, moved, "bukan alamat halaman", "alamat yang dulu dipakai sebuah halaman, tanpa domain")
        elif moved.lama in used:
            yield _fault(letak, moved, f"dipakai {used[moved.lama]}", "alamat yang tidak lagi dipakai halaman mana pun")
        elif moved.penyebut.wilayah and type(moved.tujuan.halaman) not in _kinds(moved.lama):
            kind = type(moved.tujuan.halaman).__name__.lower()
            yield _fault(letak, moved, f"alamat jenis lain daripada {moved.tujuan.path}", f"di folder wilayah hanya alamat lama {kind}")
        elif moved.lama in claimed:
            yield _fault(letak, moved, f"sudah disebut {claimed[moved.lama]}", "satu tujuan untuk setiap alamat lama")
        claimed.setdefault(moved.lama, moved.penyebut.path)


def _kinds(url: str) -> set[type[Halaman]]:
    """Give the kinds of page that can stand at an address: as a file of that name, or as the first of that folder."""
    return {place.kind for end in (".md", "/index.md") if (place := tempat(f"{url.rstrip('/')}{end}"))}


def _fault(letak: Letak, moved: Pindahan, reason: str, expected: str) -> Problem:
    path = moved.penyebut.path
    found, example = f"«{moved.lama}» {reason}", f"alamat_lama: [{moved.penyebut.url.rstrip('/')}-lama/]"
    return letak.problem(path, ("alamat_lama",), "alamat-lama", found=found, expected=expected, example=example)
