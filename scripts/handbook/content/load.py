"""Load docs/ into a Handbook, or say everything that is wrong with it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from handbook.model.halaman import Halaman
from handbook.model.handbook import Entri, Handbook
from handbook.model.problem import Problem, fault
from handbook.model.rekaman import Rekaman
from handbook.model.tabel import Tabel

from . import body, rules
from .faults import validate
from .source import Source, parse, read_text
from .tempat import TABLE, TABLES, files, misplaced, tempat
from .yaml_lines import Loc, Tree


@dataclass
class Draft:
    """What was read so far: pages and tables that are sound, their sources for line numbers, and the faults."""

    entri: list[Entri[Halaman]] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    rows: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    known: set[tuple[str, str]] = field(default_factory=set)
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
    draft = Draft()
    for path, relative in files(docs):
        _read_file(draft, path, relative, f"{docs.name}/{relative}")
    handbook = Handbook(tuple(draft.entri), Tabel(**draft.rows))
    draft.problems += rules.problems(handbook, rules.Letak(docs.name, draft.sources, frozenset(draft.known), as_of))
    draft.problems.sort()
    return (None, draft.problems) if draft.problems else (handbook, [])


def _read_file(draft: Draft, path: Path, relative: str, shown: str) -> None:
    if problem := misplaced(path, relative, shown):
        draft.problems.append(problem)
        return
    place, table = tempat(relative), TABLE.fullmatch(relative)
    if not (place or table):
        return  # an image: nothing to read
    if place:
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
            _read_table(draft, source, relative, table["stem"])


def _read_page(draft: Draft, source: Source, relative: str) -> None:
    place = tempat(relative)
    assert place is not None
    draft.sources[relative] = source
    record, faults = validate(place.kind, source.tree, source.path)
    draft.problems += [*faults, *body.problems(source)]
    if record is None:
        return
    draft.entri.append(Entri(relative, record, source.body, place.wilayah))
    if record.id != place.id:
        line = source.tree.line(("id",))
        draft.problems.append(
            fault(
                source.path,
                line,
                "id",
                found=f"id «{record.id}»",
                expected=f"sama dengan nama berkas: «{place.id}»",
                example=f"id: {place.id}",
            )
        )


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
    draft.rows[stem] = tuple(_rows(draft, source, TABLES[stem]))


def _rows(draft: Draft, source: Source, kind: type[Rekaman]) -> list[Any]:
    rows, seen, lines = [], dict[str, int](), _lines_by_row(source.tree)
    for number, value in enumerate(source.tree.value):
        record, faults = validate(kind, Tree(value, lines[number]), source.path)
        draft.problems += faults
        rows += [record] if record is not None else []
        id, line = str(value.get("id", "")) if isinstance(value, dict) else "", source.tree.line((number,))
        if id in seen:
            draft.problems.append(
                fault(source.path, line, "id-ganda", found=f"id «{id}»", expected=f"id lain dari baris {seen[id]}", example=f"{id}-2")
            )
        if id:
            draft.known.add((kind.__name__, id))
            seen[id] = line
    return rows


def _lines_by_row(tree: Tree) -> dict[int, dict[Loc, int]]:
    lines: dict[int, dict[Loc, int]] = {number: {} for number in range(len(tree.value))}
    for loc, line in tree.lines.items():
        if loc and isinstance(loc[0], int):
            lines[loc[0]][loc[1:]] = line
    return lines
