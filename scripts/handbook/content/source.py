"""Read one file of content: bytes to text, front matter and body, refusing what must not pass."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.model.problem import Problem, fault

from .huruf import serupa, tersembunyi
from .yaml_lines import Tree, YamlFault, read

MAX_BYTES = 300_000  # Markdown and YAML parsers are quadratic on hostile input: cap before parsing.
MAX_LINE = 2_000
FENCE = re.compile(r"^---[ \t]*$")


@dataclass(frozen=True)
class Source:
    """A file split in two. ``body_line`` is the line (from 1) on which the body starts."""

    path: str
    tree: Tree
    body: str = ""
    body_line: int = 1


def read_text(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """Give a file's text with LF line ends, or what keeps it from being read."""
    if path.stat().st_size > MAX_BYTES:
        return "", [
            fault(
                shown,
                1,
                "berkas-besar",
                found=f"{path.stat().st_size} byte",
                expected=f"paling banyak {MAX_BYTES} byte",
                example="pisahkan menjadi dua halaman",
            )
        ]
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return "", [
            fault(
                shown,
                line,
                "bukan-utf8",
                found=f"byte {error.object[error.start]:#04x}",
                expected="teks UTF-8",
                example="simpan ulang berkas sebagai UTF-8",
            )
        ]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, list(odd_lines(text, shown))


def odd_lines(text: str, shown: str) -> Iterator[Problem]:
    """Give the lines with letters that nobody sees or that pass for others, and the lines that are too long."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            yield fault(
                shown,
                number,
                "baris-panjang",
                found=f"{len(line)} huruf dalam satu baris",
                expected=f"paling banyak {MAX_LINE}",
                example="potong menjadi beberapa kalimat",
            )
        yield from odd_letters(line, shown, number)


def odd_letters(text: str, shown: str, number: int) -> Iterator[Problem]:
    """Give what stands in ``text``, on line ``number``, that nobody sees or that passes for another letter."""
    if hidden := tersembunyi(text):
        yield fault(
            shown,
            number,
            "huruf-tersembunyi",
            found=f"U+{ord(hidden):04X}",
            expected="huruf yang tampak saja",
            example="hapus huruf itu dan ketik ulang kata di sekitarnya",
        )
    if alike := serupa(text):
        yield fault(
            shown,
            number,
            "huruf-serupa",
            found=f"{alike} (U+{ord(alike):04X})",
            expected="huruf Latin biasa",
            example="ketik ulang kata itu dengan papan ketik biasa",
        )


def parse(text: str, shown: str, *, page: bool) -> tuple[Source | None, list[Problem]]:
    """Split ``text`` and read its YAML; a page has front matter between ``---`` lines, a table is all YAML."""
    try:
        source = _split(text, shown, page=page)
    except YamlFault as error:
        return None, [fault(shown, error.line, "yaml", found=error.found, expected=error.expected, example=error.example)]
    escaped = list(_escaped(source))
    return (None, escaped) if escaped else (source, [])


def _escaped(source: Source) -> Iterator[Problem]:
    """Give the odd letters that were written as escapes (a backslash and a code in quotes), which no line of the file shows."""
    for loc, line in source.tree.lines.items():
        if isinstance(value := source.tree.at(loc), str):
            yield from odd_letters(value, source.path, line)


def _split(text: str, shown: str, *, page: bool) -> Source:
    if not page:
        return Source(shown, read(text, tables=True))
    lines = text.split("\n")
    if not FENCE.match(lines[0]):
        raise YamlFault(1, lines[0] or "baris kosong", "baris pertama «---»", "---")
    end = next((n for n, line in enumerate(lines[1:], 1) if FENCE.match(line)), None)
    if end is None:
        raise YamlFault(1, "kepala halaman tanpa penutup", "baris «---» sesudah kunci terakhir", "---")
    tree = read("\n".join(lines[1:end]), first_line=2)
    return Source(shown, tree, "\n".join(lines[end + 1 :]), end + 2)
