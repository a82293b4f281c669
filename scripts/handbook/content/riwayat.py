"""Riwayat: pages and their reviews as an earlier version of the files had them, and what must not have changed since."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbook.model.entri import Entri
from handbook.model.halaman import HalamanHukum
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem, fault

from .source import parse


@dataclass(frozen=True)
class Lampau:
    """What an earlier version of one page said: who reviewed it on which day, and the day by which the next was due ("" when unsaid)."""

    oleh: Mapping[str, str]
    tinjau_sebelum: str


def read_past(text: str) -> Lampau:
    """Read an earlier version of a page; of one without reviews, or broken, nothing is demanded."""
    source, _ = parse(text, "", page=True)
    head: Any = source.tree.value if source else None
    if not isinstance(head, dict):
        return Lampau({}, "")
    rows = head.get("diverifikasi")
    whole = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return Lampau({str(row.get("tanggal", "")): str(row.get("oleh", "")) for row in whole}, str(head.get("tinjau_sebelum", "")))


def moved(handbook: Handbook, docs: str, past: Mapping[str, Lampau]) -> Iterator[Problem]:
    """Give the reviews that were moved to another day or taken away, and due days put off without a new review.

    ``past`` holds the earlier versions by path relative to the content folder, ``docs`` is how that folder is shown.
    """
    for entri in handbook.entri:
        if isinstance(entri.halaman, HalamanHukum) and entri.path in past:
            yield from _moved(f"{docs}/{entri.path}", entri.halaman, past[entri.path])


def _moved(shown: str, page: HalamanHukum, past: Lampau) -> Iterator[Problem]:
    now = {str(one.tanggal): str(one.oleh) for one in page.diverifikasi}
    if gone := sorted(past.oleh.keys() - now.keys()):
        found, expected = f"tinjauan {gone[0]} hilang atau diganti tanggalnya", "tinjauan lama tetap; yang baru ditambahkan di bawahnya"
        yield fault(shown, 1, "tinjauan-lama", found=found, expected=expected, example=f"- tanggal: {gone[0]} … lalu - tanggal: …")
    elif other := sorted(day for day, who in past.oleh.items() if who != now[day]):
        found, expected = f"tinjauan {other[0]} oleh {now[other[0]]}", "peninjau lama tetap; tidak ada yang meninjau atas nama peran lain"
        yield fault(shown, 1, "tinjauan-lama", found=found, expected=expected, example=f"oleh: {past.oleh[other[0]]}")
    elif past.tinjau_sebelum and str(page.tinjau_sebelum) > past.tinjau_sebelum and now.keys() == past.oleh.keys():
        found, expected = f"{past.tinjau_sebelum} menjadi {page.tinjau_sebelum}", "tenggat mundur hanya bersama tinjauan baru"
        yield fault(shown, 1, "tinjau-sebelum", found=found, expected=expected, example=f"tinjau_sebelum: {past.tinjau_sebelum}")


def successor(handbook: Handbook, path: str) -> str | None:
    """Give the page that the address of a page that is gone leads to now; both paths are relative to the content folder."""
    url = Entri.url_of(path)
    return next((moved.tujuan.path for moved in handbook.pindahan if moved.lama == url), None)


def gone(handbook: Handbook, docs: str, past: Iterable[str]) -> Iterator[Problem]:
    """Give the pages that were published and lead nowhere now. ``past`` are their paths relative to the content folder."""
    reached = {entri.url for entri in handbook.entri} | {moved.lama for moved in handbook.pindahan}
    for path in past:
        url = Entri.url_of(path)
        if url not in reached:
            expected = "alamatnya disebut dalam alamat_lama halaman penggantinya, atau daftar yang memuatnya"
            yield fault(f"{docs}/{path}", 1, "halaman-hilang", found="halaman dihapus", expected=expected, example=f"alamat_lama: [{url}]")
