"""Load docs/ into a Handbook, or say everything that is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem, fault
from handbook.model.rekaman import Rekaman
from handbook.model.tabel import PALING_BANYAK, Tabel

from . import body, gambar, rules
from .faults import validate
from .source import Source, parse, read_text
from .tempat import NAMA_RANGKA, TABLES, files, misplaced, tabel, tempat
from .yaml_lines import Loc, Tree


@dataclass
class Draft:
    """What was read so far: pages and tables that are sound, their sources for line numbers, and the faults."""

    entri: list[Entri[Halaman]] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    rows: dict[str, list[Any]] = field(default_factory=dict)
    lines: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)  # kind and id of a row -> its file and line
    known: set[tuple[str, str]] = field(default_factory=set)
    taken: dict[tuple[str, str], str] = field(default_factory=dict)  # kind and id of a page -> its file
    problems: list[Problem] = field(default_factory=list)


def load(docs: Path, as_of: date) -> tuple[Handbook | None, list[Problem]]:
    """Read the content folder as of a day (nothing may be dated later).

    Gives the Handbook and an empty list, or None and every Problem, sorted by path, line and code. Never raises on
    content, however broken; a folder that is not there is a Problem too.
    """
    if not docs.is_dir():
        return None, [
            fault(docs.as_posix(), 1, "folder", found="tidak ada", expected="folder isi buku", example="handbook check --docs docs")
        ]
    handbook, _, problems = read(docs, as_of)
    return (None, problems) if problems else (handbook, [])


def read(docs: Path, as_of: date) -> tuple[Handbook, rules.Letak, list[Problem]]:
    """Read the content folder, which must exist, faulty or not: what is sound of it, where things stand, and every Problem, sorted.

    Who writes a new page needs the ids that are there while other pages are still being mended.
    """
    draft = Draft()
    for path, relative in files(docs):
        _read_file(draft, path, relative, f"{docs.name}/{relative}")
    draft.problems += _regions_without_page(draft, docs.name)
    handbook = Handbook(tuple(draft.entri), Tabel(**draft.rows))
    unread = (kind.__name__ for stem, kind in TABLES.items() if stem not in draft.rows and Path(docs, "_data", f"{stem}.yml").exists())
    letak = rules.Letak(docs.name, draft.sources, frozenset(draft.known), as_of, frozenset(unread))
    return handbook, letak, sorted([*draft.problems, *rules.problems(handbook, letak)])


def _read_file(draft: Draft, path: Path, relative: str, shown: str) -> None:
    if problem := misplaced(path, relative, shown):
        draft.problems.append(problem)
        return
    place, table = tempat(relative), tabel(relative)
    if not (place or table):
        draft.known.add(("Gambar", relative))
        draft.problems += gambar.problems(path, shown)
        return
    if place:
        first = draft.taken.setdefault((place.kind.__name__, place.id), shown)
        if first != shown:
            draft.problems.append(_twin(place.id, shown, first))
            return
        # Known even when broken, so that one broken page is one fault and not also a dozen dead links to it.
        draft.known.add((place.kind.__name__, place.id))
    text, faults = read_text(path, shown)
    draft.problems += faults
    if not faults:
        source, faults = parse(text, shown, page=place is not None)
        draft.problems += faults
        if source and place:
            _read_page(draft, source, relative)
        elif source and table:
            _read_table(draft, source, relative, table)


def _twin(id: str, shown: str, first: str) -> Problem:
    found, expected = f"id «{id}» juga dipakai {first}", "nama berkas (dan id) yang belum dipakai halaman sejenis"
    return fault(shown, 1, "id-ganda", found=found, expected=expected, example=f"{id}-2.md dengan id: {id}-2")


def _regions_without_page(draft: Draft, docs: str) -> Iterator[Problem]:
    regions = {place.wilayah: path for path in reversed(draft.taken.values()) if (place := tempat(path.partition("/")[2]))}
    for id, shown in regions.items():
        if id and ("Wilayah", id) not in draft.known:
            found, expected = f"wilayah/{id}/ tanpa index.md", "halaman wilayah itu sendiri"
            yield fault(shown, 1, "wilayah", found=found, expected=expected, example=f"{docs}/wilayah/{id}/index.md dengan id: {id}")


def _read_page(draft: Draft, source: Source, relative: str) -> None:
    place = tempat(relative)
    assert place is not None
    draft.sources[relative] = source
    record, faults = validate(place.kind, source.tree, source.path)
    draft.problems += [*faults, *body.problems(source)]
    if record is None:
        return
    draft.entri.append(Entri(relative, record, source.body, place.wilayah))
    if record.id != place.id or place.id == NAMA_RANGKA:
        draft.problems.append(_misnamed(source, record.id, place.id))


def _misnamed(source: Source, id: str, name: str) -> Problem:
    """Tell which of the two, a page's id and its file's name, is to change: never towards the name that stands for any."""
    found, expected, example = f"id «{id}»", f"sama dengan nama berkas: «{name}»", f"id: {name}"
    if name == NAMA_RANGKA:
        found, expected = f"nama berkas «{name}.md»", "nama halaman itu sendiri, sama dengan id-nya; ganti nama berkasnya"
        example = "se-sekda-2024-kota-tegal.md"
    return fault(source.path, source.tree.line(("id",)), "id", found=found, expected=expected, example=example)


def _read_table(draft: Draft, source: Source, relative: str, stem: str) -> None:
    if stem not in TABLES:
        example = f"_data/{next(iter(TABLES))}.yml"
        draft.problems.append(
            fault(source.path, 1, "tabel-asing", found=relative, expected="salah satu dari " + ", ".join(TABLES), example=example)
        )
        return
    if not isinstance(source.tree.value, list):
        draft.problems.append(
            fault(source.path, 1, "yaml", found="bukan daftar", expected="daftar baris yang dimulai «- »", example="- id: contoh")
        )
        return
    draft.sources[relative] = source
    draft.problems += _too_many(source, stem)
    draft.rows.setdefault(stem, []).extend(_rows(draft, source, TABLES[stem]))


def _too_many(source: Source, stem: str) -> Iterator[Problem]:
    many, most = len(source.tree.value), PALING_BANYAK.get(stem)
    if most and many > most:
        line, expected = source.tree.line((most,)), f"paling banyak {most} baris"
        yield fault(source.path, line, "tabel-panjang", found=f"{many} baris", expected=expected, example="gabungkan yang jawabannya sama")


def _rows(draft: Draft, source: Source, kind: type[Rekaman]) -> list[Any]:
    rows, lines = [], _lines_by_row(source.tree)
    for number, value in enumerate(source.tree.value):
        record, faults = validate(kind, Tree(value, lines[number]), source.path)
        draft.problems += faults
        rows += [record] if record is not None else []
        id, line = str(value.get("id", "")) if isinstance(value, dict) else "", source.tree.line((number,))
        if id:
            draft.known.add((kind.__name__, id))
            draft.problems += _twin_row(draft, kind, id, source.path, line)
    return rows


def _twin_row(draft: Draft, kind: type[Rekaman], id: str, path: str, line: int) -> Iterator[Problem]:
    first, on = draft.lines.setdefault((kind.__name__, id), (path, line))
    if (first, on) != (path, line):
        expected = f"id lain dari baris {on}" + (f" di {first}" if first != path else "")
        yield fault(path, line, "id-ganda", found=f"id «{id}»", expected=expected, example=f"{id}-2")


def _lines_by_row(tree: Tree) -> dict[int, dict[Loc, int]]:
    lines: dict[int, dict[Loc, int]] = {number: {} for number in range(len(tree.value))}
    for loc, line in tree.lines.items():
        if loc and isinstance(loc[0], int):
            lines[loc[0]][loc[1:]] = line
    return lines
