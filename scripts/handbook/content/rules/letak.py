"""Letak: where things stand, so that a rule can point at the line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from handbook.model import skema
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem, fault

from ..source import Source
from ..tempat import tabel
from ..yaml_lines import Loc


@dataclass(frozen=True)
class Letak:
    """Sources by path relative to docs/, the ids of everything met (sound or broken), and the day of the check.

    ``unread`` are the kinds whose table could not be read: one broken table is one fault, not also a thousand dead references to it.
    """

    docs: str
    sources: dict[str, Source]
    known: frozenset[tuple[str, str]]
    as_of: date
    unread: frozenset[str] = frozenset()

    def knows(self, kind: str, id: str) -> bool:
        """Tell whether a record is there, as far as can be said."""
        return kind in self.unread or (kind, id) in self.known

    def problem(self, path: str, loc: Loc, code: str, *, found: str, expected: str, example: str) -> Problem:
        """Make a Problem for the key at ``loc`` of the file at ``path``."""
        return self.at(path, self.line(path, loc), code, found=found, expected=expected, example=example)

    def at(self, path: str, line: int, code: str, *, found: str, expected: str, example: str) -> Problem:
        """Make a Problem for a line of a file."""
        return fault(f"{self.docs}/{path}", line, code, found=found, expected=expected, example=example)

    def tables(self) -> Iterator[tuple[str, str]]:
        """Give the tables that were read: path and stem."""
        return ((path, stem) for path in self.sources if (stem := tabel(path)))

    def line(self, path: str, loc: Loc) -> int:
        """Give the line of a key."""
        return self.sources[path].tree.line(loc)


def records(handbook: Handbook, letak: Letak) -> Iterator[tuple[str, Loc, BaseModel]]:
    """Give every page and table row with its file and its place in it."""
    for entri in handbook.entri:
        yield entri.path, (), entri.halaman
    rows = {stem: {row.id: row for row in getattr(handbook.tabel, stem)} for stem in type(handbook.tabel).model_fields}
    for path, stem in letak.tables():
        for number, value in enumerate(letak.sources[path].tree.value):
            if isinstance(value, dict) and (row := rows[stem].get(value.get("id"))):
                yield path, (number,), row


def within(record: BaseModel, loc: Loc) -> Iterator[tuple[Loc, BaseModel]]:
    """Give a record and every record in it, with their places; ``loc`` is where the outer one stands."""
    yield loc, record
    for m in skema.medan(type(record)):
        value, place = getattr(record, m.nama), (*loc, m.nama)
        if m.rekaman and value is not None:
            inner = [((*place, number), one) for number, one in enumerate(value)] if m.banyak else [(place, value)]
            for where, one in inner:
                yield from within(one, where)


def texts(letak: Letak) -> Iterator[tuple[str, Loc, int, str]]:
    """Give every value that is a text, of every file that could be read: the file, its place, the line, and the text itself."""
    for path, source in letak.sources.items():
        for loc, line in source.tree.lines.items():
            if isinstance(value := source.tree.at(loc), str):
                yield path, loc, line, value
