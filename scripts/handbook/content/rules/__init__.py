"""Rules across records: each a generator of Problems over the whole Handbook."""

from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.problem import Problem

from . import (
    alamat,
    alias,
    benih,
    contoh,
    daerah,
    hubungan,
    jangkar,
    kalender,
    kanal,
    kata,
    keyakinan,
    penutup,
    pribadi,
    putusan,
    rujukan,
    tinjauan,
    waktu,
)
from .letak import Letak

RULES = (
    rujukan.problems,
    alamat.problems,
    alias.problems,
    hubungan.problems,
    jangkar.problems,
    putusan.problems,
    waktu.problems,
    tinjauan.problems,
    kalender.problems,
    kanal.problems,
    kata.problems,
    benih.problems,
    keyakinan.problems,
    penutup.problems,
    daerah.problems,
    pribadi.problems,
    contoh.problems,
)


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Run every rule."""
    for rule in RULES:
        yield from rule(handbook, letak)


__all__ = ["Letak", "problems"]
