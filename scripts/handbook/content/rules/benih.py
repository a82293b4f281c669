"""The ledgers of the founding material: every claim is told where it says, or left out for a reason."""

from collections.abc import Iterator
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.problem import Problem
from handbook.model.tabel import Jejak

from ..source import Source
from ..tempat import tempat
from .letak import Letak

LEDGERS = ("benih", "fakta")


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every row of the ledgers that does not hold."""
    own = [f"_data/{name}.yml" for name in LEDGERS]
    told = {row.halaman for name in LEDGERS for row in getattr(handbook.tabel, name)}
    texts = {path: words(source) for path, source in letak.sources.items() if path in told and path not in own}
    for name, path in zip(LEDGERS, own, strict=True):
        for number, row in enumerate(getattr(handbook.tabel, name)):
            yield from _row(letak, texts, path, number, row)


def _row(letak: Letak, texts: dict[str, str], path: str, number: int, row: Jejak) -> Iterator[Problem]:
    told = row.halaman is not None and row.frasa is not None
    if told == (row.alasan is not None):
        example = "halaman: wilayah/kota-tegal/index.md + frasa: …, atau alasan: …"
        yield letak.problem(path, (number,), "benih", found=f"{row.id}", expected="halaman dan frasa, atau alasan saja", example=example)
    elif row.halaman is not None and row.frasa is not None and not _told(letak, texts, row.halaman, row.frasa):
        found = f"«{row.frasa}» tidak ada (lagi) di {row.halaman}"
        expected = f"kalimat yang menceritakan {row.id} tetap ada; bila rumusannya Anda ubah, sesuaikan frasa di sini"
        yield letak.problem(path, (number, "frasa"), "benih", found=found, expected=expected, example=f"salin dari {row.halaman}")


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
