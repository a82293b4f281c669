"""Strict YAML with line numbers: every scalar is text, and nothing clever is allowed.

PyYAML's own constructors turn ``no`` into False, ``12:30`` into 750, and fail on ``2024-02-31``
with errors of five kinds; aliases can blow up memory. So values are built here from parse events,
without recursion, and pydantic decides what a text means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Loc = tuple[str | int, ...]
MAX_DEPTH = 12
# What PyYAML says of the commonest slips, told to an editor.
SLIPS = {
    "mapping values are not allowed": "tanda «: » di tengah nilai",
    "could not find expected ':'": "kunci tanpa tanda «: » (titik dua dan spasi sesudahnya)",
    "cannot start any token": "huruf yang tidak boleh mengawali baris, misalnya tab atau @",
    "did not find expected alphabetic or numeric character": "nilai yang diawali * atau & tanpa tanda kutip",
    "did not find expected key": "jorokan yang tidak rata, atau kutip yang tidak ditutup",
    "did not find expected '-' indicator": "jorokan daftar yang tidak rata",
    "unexpected end of stream": "kutip atau kurung yang tidak ditutup",
    "did not find expected ',' or ']'": "kurung siku yang tidak ditutup",
    "did not find expected ',' or '}'": "kurung kurawal yang tidak ditutup",
}
# What stands between a value and a comment, which YAML would drop from the value without a word.
COMMENT = re.compile(r"[\],}]*\s+#.*")
# The spellings of "nothing" that YAML itself knows; quoted ones are text.
NULLS = frozenset({"", "~", "null"})
# Line ends to YAML, but not to an editor's program: the reader of files refuses them, and here they must not shift the lines.
BUKAN_BARIS = str.maketrans(dict.fromkeys("\r\x85\u2028\u2029", " "))


class YamlFault(Exception):
    """What is wrong, and on which line (from 1) of the text given."""

    def __init__(self, line: int, found: str, expected: str, example: str) -> None:
        super().__init__(found)
        self.line, self.found, self.expected, self.example = line, found, expected, example


@dataclass
class Tree:
    """Plain values (dict, list, str, None) and the line on which each stands."""

    value: Any = None
    lines: dict[Loc, int] = field(default_factory=dict)

    def line(self, loc: Loc) -> int:
        """Give the line of ``loc``, or of its nearest known parent."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)

    def at(self, loc: Loc) -> Any:
        """Give the value at ``loc``, which must be one of its lines."""
        value = self.value
        for part in loc:
            value = value[part]
        return value


@dataclass
class _Frame:
    """A mapping or sequence still open: where it is, what it holds, and the key waiting for its value."""

    loc: Loc
    value: dict[str, Any] | list[Any]
    key: str | None = None


class _Builder:
    """Build a Tree from parse events with an explicit stack."""

    def __init__(self, text: str, first_line: int) -> None:
        self.tree = Tree()
        self.stack: list[_Frame] = []
        self.rows = text.split("\n")
        self.first_line = first_line
        self.inside: set[int] = set()  # rows within a text of several rows, where # is a letter like any other

    def feed(self, event: Any) -> None:
        """Take one of PyYAML's parse events (its stubs lack their attributes)."""
        line = event.start_mark.line + self.first_line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlFault(line, "tanda & atau * (jangkar YAML)", "nilai ditulis lengkap di tempatnya", "sumber: [teks-contoh]")
        if getattr(event, "tag", None):
            raise YamlFault(line, f"penanda jenis {event.tag}", "teks biasa tanpa tanda !", "judul: Menyukai unggahan")
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_comment(event)
            self._scalar(event, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open({}, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.stack.pop()

    def _refuse_comment(self, event: Any) -> None:
        block, end = event.style in ("|", ">"), event.end_mark
        self.inside.update(range(event.start_mark.line + 1, end.line + (not block)))
        if not block and end.line < len(self.rows) and (match := COMMENT.match(self.rows[end.line], end.column)):
            raise _comment(end.line + self.first_line, match[0])

    def refuse_comment_rows(self, *, tables: bool) -> None:
        """Refuse rows that are comments; in tables those at the left edge may stay, where no value could mean them."""
        for number, row in enumerate(self.rows):
            if number not in self.inside and row.lstrip().startswith("#") and not (tables and row.startswith("#")):
                raise _comment(number + self.first_line, row)

    def _scalar(self, event: Any, line: int) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame and isinstance(frame.value, dict) and frame.key is None:
            self._key(frame, event.value, line)
        else:
            self._place(None if event.implicit[0] and event.value in NULLS else event.value, line)

    def _key(self, frame: _Frame, key: str, line: int) -> None:
        assert isinstance(frame.value, dict)
        if key in frame.value:
            raise YamlFault(line, f"kunci ganda «{key}»", "setiap kunci satu kali", f"{key}: (satu nilai saja)")
        frame.key = key

    def _open(self, value: dict[str, Any] | list[Any], line: int) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise YamlFault(line, f"lebih dari {MAX_DEPTH} tingkat bersarang", "susunan seperti contoh berkas lain", "sumber: [a, b]")
        self.stack.append(_Frame(self._place(value, line), value))

    def _place(self, value: Any, line: int) -> Loc:
        if not self.stack:
            self.tree.value, self.tree.lines[()] = value, line
            return ()
        frame = self.stack[-1]
        if isinstance(frame.value, dict):
            if frame.key is None:
                raise YamlFault(line, "kunci yang bukan teks", "kunci berupa satu kata", "judul: Menyukai unggahan")
            loc: Loc = (*frame.loc, frame.key)
            frame.value[frame.key], frame.key = value, None
        else:
            loc = (*frame.loc, len(frame.value))
            frame.value.append(value)
        self.tree.lines[loc] = line
        return loc


def _comment(line: int, text: str) -> YamlFault:
    return YamlFault(
        line, f"«{text.strip()}» yang dibuang YAML sebagai komentar", "nilai yang memuat # diberi tanda kutip", 'nomor: "Perkara #1"'
    )


def read(text: str, first_line: int = 1, *, tables: bool = False) -> Tree:
    """Read one YAML document. Raises YamlFault, and nothing else, on anything it does not accept.

    Comments are refused, because a value with `` #`` in it would be cut short; ``tables`` allows them at the left edge.
    """
    text = text.translate(BUKAN_BARIS)
    builder, documents = _Builder(text, first_line), 0
    try:
        events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
        for event in events:
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise YamlFault(event.start_mark.line + first_line, "dua dokumen YAML (---)", "satu dokumen", "judul: …")
            if getattr(event, "version", None) or getattr(event, "tags", None):
                raise YamlFault(first_line, "petunjuk YAML yang diawali %", "berkas tanpa baris %", "- id: contoh")
            builder.feed(event)
        builder.refuse_comment_rows(tables=tables)
    except yaml.MarkedYAMLError as error:
        # A quote without end is only missed at the end of the file; where it opened is what helps.
        mark = error.context_mark if "end of stream" in str(error.problem) else error.problem_mark or error.context_mark
        # The end of the text is no line of its own.
        line = first_line + min(mark.line if mark else 0, text.rstrip("\n").count("\n"))
        raise YamlFault(
            line,
            next((told for said, told in SLIPS.items() if said in str(error.problem)), "susunan YAML yang tidak terbaca"),
            "«kunci: nilai» dengan jorokan rata; nilai yang memuat «: » diberi tanda kutip",
            'judul: "Kampanye: hadir"',
        ) from error
    except yaml.YAMLError as error:
        raise YamlFault(first_line, "huruf yang tidak diizinkan YAML", "teks UTF-8 biasa", "judul: Kampanye") from error
    return builder.tree
