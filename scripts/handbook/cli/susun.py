"""Susun: the whole book as an index, for commands that search in it without a built site."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date

from handbook.model.bagian import Bagian
from handbook.model.handbook import Handbook
from handbook.search.index import Indeks, build
from handbook.site.bagian import bagian
from handbook.site.halaman import render
from handbook.site.istilah import sinonim
from handbook.site.sections import JangkarGanda, sections

from .buku import buka
from .kemajuan import Lapor, kemajuan
from .setelan import pengubah, setelan


def susun(args: argparse.Namespace) -> Indeks | None:
    """Index the book; None, and its faults printed, if it has any."""
    handbook = buka(args)
    if handbook is None:
        return None
    print(f"Menyusun indeks dari {len(handbook.entri)} halaman …", file=sys.stderr)
    bagian = sections_of(handbook, args.as_of, kemajuan("Membaca halaman"))
    try:
        return build(bagian, sinonim(handbook), lapor=kemajuan("Mengindeks bagian"))
    except JangkarGanda as fault:
        print(fault, file=sys.stderr)
        return None


def sections_of(handbook: Handbook, as_of: date, lapor: Lapor | None = None) -> Iterator[Bagian]:
    """Give the sections of the whole book as the built site has them, without building it; ``lapor`` is told of the progress.

    The converter is the one that builds the site, its settings read from the one place that has them, mkdocs.yml.
    """
    converter = pengubah(setelan())
    for nomor, entri in enumerate(handbook.entri, 1):
        if lapor:
            lapor(nomor, len(handbook.entri))
        yield from bagian(handbook, entri, sections(converter.reset().convert(render(handbook, entri, as_of))))
