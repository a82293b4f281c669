"""The ledger of the founding articles: every claim is told where it says, or left out for a reason."""

from collections.abc import Iterator
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.problem import Problem

from ..source import Source
from ..tempat import tempat
from .letak import Letak

PATH = "_data/benih.yml"


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every row of the ledger that does not hold."""
    texts = {path: words(source) for path, source in letak.sources.items() if path != PATH}
    for number, row in enumerate(handbook.tabel.benih):
        told = row.halaman is not None and row.frasa is not None
        if told == (row.alasan is not None):
            example = "halaman: wilayah/kota-tegal/index.md + frasa: …, atau alasan: …"
            yield letak.problem(
                PATH, (number,), "benih", found=f"{row.id}", expected="halaman dan frasa, atau alasan saja", example=example
            )
        elif row.halaman is not None and row.frasa is not None and not _told(letak, texts, row.halaman, row.frasa):
            found = f"«{row.frasa}» tidak ada (lagi) di {row.halaman}"
            expected = f"kalimat yang menceritakan {row.id} tetap ada; bila rumusannya Anda ubah, sesuaikan frasa di sini"
            yield letak.problem(PATH, (number, "frasa"), "benih", found=found, expected=expected, example=f"salin dari {row.halaman}")


def _told(letak: Letak, texts: dict[str, str], path: str, phrase: str) -> bool:
    place = tempat(path)
    unread = path not in texts and place is not None and (place.kind.__name__, place.id) in letak.known
    return unread or " ".join(phrase.split()) in texts.get(path, "")


def words(source: Source) -> str:
    """Give all texts of a file on one line."""
    return " ".join(" ".join([*_strings(source.tree.value), source.body]).split())


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
