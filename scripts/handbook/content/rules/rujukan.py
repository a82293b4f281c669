"""References resolve: ids, citations, source markers and links of the prose."""

import difflib
from collections.abc import Iterator
from itertools import pairwise

from pydantic import BaseModel

from handbook.model import skema
from handbook.model.dasar import Dasar
from handbook.model.handbook import WAJIB, Handbook
from handbook.model.problem import Problem
from handbook.model.rekaman import slug

from .. import body, tujuan
from ..tempat import tempat
from ..yaml_lines import Loc
from .letak import Letak, records


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every reference that leads nowhere."""
    for path, loc, record in records(handbook, letak):
        yield from of_record(handbook, letak, path, loc, record)
    for path in letak.sources:
        if tempat(path):
            yield from _markers(letak, path)
            yield from _links(handbook, letak, path)
    yield from _unsorted(handbook, letak)
    for path in WAJIB:
        needed = tempat(path)
        if needed and (needed.kind.__name__, needed.id) not in letak.known:
            yield letak.at(
                path, 1, "halaman-wajib", found="tidak ada", expected="halaman ini, sebab halaman lain menunjuk ke sini", example=path
            )
    for entri in handbook.peraturan.values():
        yield from _twin_anchors(letak, entri.path, [pasal.sebutan for pasal in entri.halaman.pasal])


def of_record(handbook: Handbook, letak: Letak, path: str, loc: Loc, record: BaseModel) -> Iterator[Problem]:
    """Give every id and citation of one record that leads nowhere."""
    for place, kind, id in skema.rujukan(record):
        yield from _reference(handbook, letak, path, (*loc, *place), kind, id)


def _unsorted(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    for path in (path for path, stem in letak.tables() if stem == "sumber"):
        rows = enumerate(letak.sources[path].tree.value)
        ids = [(number, str(row["id"])) for number, row in rows if isinstance(row, dict) and row.get("id") in handbook.sumber]
        for (_, before), (number, id) in pairwise(ids):
            if before > id:
                found, expected = f"«{id}» sesudah «{before}»", "sumber menurut urutan abjad id"
                yield letak.problem(path, (number,), "urutan-id", found=found, expected=expected, example=f"{id}, {before}")


def _reference(handbook: Handbook, letak: Letak, path: str, loc: Loc, kind: str, id: str) -> Iterator[Problem]:
    if kind == "Sitasi":
        yield from _citation(handbook, letak, path, loc, Dasar(id))
    elif not letak.knows(kind, id):
        yield from _unknown(letak, path, loc, kind, id)


def _markers(letak: Letak, path: str) -> Iterator[Problem]:
    for line, id in body.markers(letak.sources[path]):
        if not letak.knows("Sumber", id):
            example = _near(f"[^{id}]", [f"[^{i}]" for k, i in letak.known if k == "Sumber"], "[^teks-pp-94-2021]")
            expected = "id Sumber di _data/sumber.yml atau sumber.yml wilayahnya"
            yield letak.at(path, line, "sumber", found=f"[^{id}]", expected=expected, example=example)


def _near(id: str, known: list[str], otherwise: str) -> str:
    return ", ".join(difflib.get_close_matches(id, sorted(known), n=3, cutoff=0.5)) or otherwise


def _unknown(letak: Letak, path: str, loc: Loc, kind: str, id: str) -> Iterator[Problem]:
    known = [i for k, i in letak.known if k == kind]
    yield letak.problem(
        path, loc, "rujukan", found=f"«{id}»", expected=f"id {kind} yang ada di buku ini", example=_near(id, known, "lihat daftar id")
    )


def _citation(handbook: Handbook, letak: Letak, path: str, loc: Loc, dasar: Dasar) -> Iterator[Problem]:
    if ("Peraturan", dasar.peraturan) not in letak.known:
        yield from _unknown(letak, path, loc, "Peraturan", dasar.peraturan)
    elif dasar.peraturan in handbook.peraturan and not handbook.pasal(dasar):
        known = [f"{dasar.peraturan}#{pasal.anchor}" for pasal in handbook.peraturan[dasar.peraturan].halaman.pasal]
        near = difflib.get_close_matches(dasar, known, n=3, cutoff=0.8) or known[:1]
        example = ", ".join(near) or f"{dasar.peraturan}#pasal-1"
        yield letak.problem(
            path, loc, "pasal", found=f"«{dasar}»", expected=f"pasal yang ada di halaman {dasar.peraturan}", example=example
        )


def _links(handbook: Handbook, letak: Letak, path: str) -> Iterator[Problem]:
    for link in tujuan.links(letak.sources[path], path):
        if ("Gambar", link.path) in letak.known:
            continue
        target = tempat(link.path)
        if target is None or (target.kind.__name__, target.id) not in letak.known:
            yield letak.at(
                path, link.line, "tautan-putus", found=link.path, expected="halaman .md yang ada", example="../peraturan/pp-94-2021.md"
            )
        elif link.fragment.startswith(("pasal-", "butir-")) and target.id in handbook.peraturan and link.path in letak.sources:
            # Other fragments are headings of the page; whether those exist is seen when the site is built.
            pasal = handbook.pasal(Dasar(f"{target.id}#{link.fragment}"))
            if not pasal and link.fragment not in body.anchors(letak.sources[link.path]):
                found, expected = f"#{link.fragment}", f"pasal di {link.path}"
                yield letak.at(path, link.line, "pasal", found=found, expected=expected, example="#pasal-5-huruf-n")


def _twin_anchors(letak: Letak, path: str, names: list[str]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for number, name in enumerate(names):
        anchor = slug(name)
        if anchor in seen:
            example = f"{name} (kedua)"
            yield letak.problem(
                path,
                ("pasal", number),
                "pasal-ganda",
                found=f"«{name}»",
                expected=f"sebutan lain dari pasal ke-{seen[anchor] + 1}",
                example=example,
            )
        seen[anchor] = number
