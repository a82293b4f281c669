"""Beda: what changes for readers between two books, in plain words for the one who approves it."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby

from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan
from handbook.model.perubahan import Perubahan, Sel

from . import baris
from .halaman import render
from .label import label, rentang

JUDUL = "Apa yang berubah bagi Anda"
TIDAK_ADA = "Tidak ada jawaban yang berubah."
# What Markdown would read as more than a letter.
TANDA = re.compile(r"([\\`*_{}\[\]<>#|!&~])")


def as_text(lama: Handbook, baru: Handbook, changes: Sequence[Perubahan], as_of: date) -> str:
    """Tell the changes as plain lines."""
    return "\n".join([JUDUL, "", *_told(lama, baru, changes, as_of, "{}", "  {}", str)])


def as_markdown(lama: Handbook, baru: Handbook, changes: Sequence[Perubahan], as_of: date) -> str:
    """Tell the changes as Markdown; what the books say is shown as text, whatever signs it holds."""
    return "\n".join([f"## {JUDUL}", "", *_told(lama, baru, changes, as_of, "### {}\n", "- {}", lambda text: TANDA.sub(r"\\\1", text)), ""])


def _told(
    lama: Handbook, baru: Handbook, changes: Sequence[Perubahan], as_of: date, head: str, item: str, plain: Callable[[str], str]
) -> Iterator[str]:
    for id, own in groupby(changes, key=lambda change: change.perbuatan):
        book = baru if id in baru.perbuatan else lama
        yield head.format(plain(book.perbuatan[id].halaman.tanya))
        yield from (item.format(plain(line)) for change in own for line in _lines(lama, baru, change))
        yield ""
    if not changes:
        yield from (TIDAK_ADA, "")
    if untold := tak_tercatat(lama, baru, changes):
        yield head.format(f"Belum dicatat di docs/_data/kabar.yml: {len(untold)}")
        yield from (item.format(plain(id)) for id in untold)
        yield ""
    for title, paths in halaman(lama, baru, as_of):
        yield head.format(f"{title}: {len(paths)}")
        yield from (item.format(plain(path)) for path in paths)
        yield ""


def _lines(lama: Handbook, baru: Handbook, change: Perubahan) -> Iterator[str]:
    """Say one change: what, for whom and when, one line for each set of roles that share their phases."""
    book = lama if change.sesudah is None else baru
    roles: dict[tuple[str, ...], list[str]] = {}
    for peran in dict.fromkeys(peran for peran, _ in change.sel):
        roles.setdefault(_phases(change.sel, peran), []).append(peran)
    for tahap, who in roles.items():
        yield f"{_what(change)} — {baris.siapa(book, who)}; {baris.kapan(book, tahap)}{_where(book, change)}"


def _phases(sel: Sequence[Sel], peran: str) -> tuple[str, ...]:
    return tuple(tahap for role, tahap in sel if role == peran)


def _what(change: Perubahan) -> str:
    if change.sebelum is change.sesudah and change.sesudah is not None:
        return f"Tetap {label(change.sesudah)}, yang berubah: {', '.join(key.replace('_', ' ') for key in change.kunci)}"
    return f"{_verdict(change.sebelum, 'belum ada')} → {_verdict(change.sesudah, 'dihapus')}"


def _verdict(value: NilaiPutusan | None, otherwise: str) -> str:
    return label(value) if value else f"({otherwise})"


def _where(book: Handbook, change: Perubahan) -> str:
    region = book.wilayah.get(change.wilayah or "")
    when = rentang(change.mulai, change.selesai)
    return f" (di {region.halaman.nama if region else change.wilayah})" * bool(change.wilayah) + f" ({when})" * bool(when)


def tak_tercatat(lama: Handbook, baru: Handbook, changes: Sequence[Perubahan]) -> list[str]:
    """Name the acts whose answers change while no new entry of the record of changes names them: feeds would stay silent."""
    old = {kabar.id for kabar in lama.tabel.kabar}
    told = {id for kabar in baru.tabel.kabar if kabar.id not in old for id in kabar.perbuatan}
    return sorted({change.perbuatan for change in changes if change.perbuatan in baru.perbuatan} - told)


def halaman(lama: Handbook, baru: Handbook, as_of: date) -> Iterator[tuple[str, list[str]]]:
    """List the pages a reader will find new, gone, edited, or changed because another one was, by their files."""
    old, new = ({entri.path: (entri, render(book, entri, as_of)) for entri in book.entri} for book in (lama, baru))
    both = [path for path in new if path in old]
    yield from (
        (title, paths)
        for title, paths in (
            ("Halaman baru", [path for path in new if path not in old]),
            ("Halaman yang dihapus", [path for path in old if path not in new]),
            ("Halaman yang disunting", [path for path in both if old[path][0] != new[path][0]]),
            ("Halaman yang ikut berubah", [path for path in both if old[path][0] == new[path][0] and old[path][1] != new[path][1]]),
        )
        if paths
    )
