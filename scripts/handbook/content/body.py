"""The prose below the front matter: what it may hold, and the sources it names."""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from handbook.model.bagian import JANGKAR_HALAMAN
from handbook.model.entri import PENANDA
from handbook.model.problem import Problem, fault
from handbook.model.rekaman import slug

from . import baris, tujuan
from .source import Source

# Anything that could open a tag, wherever it stands: refusing it in code too is cheaper than one hole.
RAW_HTML = re.compile(r"<\s*[A-Za-z/!?]")
HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*$")
SETEXT = re.compile(r"[=-]+\s*")
# Markdown takes quadratic time over brackets that open and never close.
MAX_BRACKETS = 1_000
MAX_BODY = 100_000
# A row of a table is as wide as its head, however little it writes itself.
MAX_BARS = 1_000
# A source marker becomes a link, which can stand neither in another link nor in code.
MARKER_IN_LINK = re.compile(r"\[(?!\^)[^\[\]]*\[\^[^\[\]]*\][^\[\]]*\][(\[]")
MARKER_IN_CODE = re.compile(r"`[^`\n]*\[\^[^\]\n]*\][^`\n]*`")
# Browsers drop these from an address before they read its scheme.
CONTROL = re.compile("[\x00-\x1f]")
EVIL = re.compile(r"(?:java|vb)\s*script\s*:|data\s*:\s*text", re.IGNORECASE)


def numbered(source: Source) -> Iterator[tuple[int, str]]:
    """Give the body's lines with their numbers in the file."""
    yield from enumerate(source.body.split("\n"), source.body_line)


def problems(source: Source) -> Iterator[Problem]:
    """Give everything in the prose that must not be there."""
    yield from _heavy(source)
    yield from tujuan.problems(source)
    yield from _markers_astray(source)
    seen: dict[str, int] = {}
    previous = ""
    for line, text in numbered(source):
        yield from _unsafe(source.path, line, text)
        yield from baris.problems(source.path, line, text)
        yield from _headings(source.path, line, text, previous, seen)
        previous = text


def _heavy(source: Source) -> Iterator[Problem]:
    for count, most, what in (
        (source.body.count("["), MAX_BRACKETS, "tanda ["),
        (source.body.count("|"), MAX_BARS, "tanda |"),
        (len(source.body), MAX_BODY, "huruf"),
    ):
        if count > most:
            example = "pisahkan menjadi dua halaman"
            yield fault(
                source.path,
                source.body_line,
                "naskah-besar",
                found=f"{count} {what} dalam naskah",
                expected=f"paling banyak {most}",
                example=example,
            )


def _markers_astray(source: Source) -> Iterator[Problem]:
    for form, where in ((MARKER_IN_LINK, "tautan"), (MARKER_IN_CODE, "kode")):
        for match in form.finditer(source.body):
            line = source.body_line + source.body.count("\n", 0, match.start())
            expected = "penanda sumber sesudahnya, di luar " + where
            example = "[teks](halaman.md) [^teks-pp-94-2021]"
            yield fault(source.path, line, "penanda", found=match[0], expected=expected, example=example)


def _unsafe(path: str, line: int, text: str) -> Iterator[Problem]:
    if found := RAW_HTML.search(text):
        shown = text[found.start() : found.start() + 30]
        yield fault(path, line, "html-mentah", found=shown, expected="Markdown saja", example="**tebal** atau [teks](https://contoh.go.id)")
    if EVIL.search(CONTROL.sub("", html.unescape(unquote(text)))):
        yield fault(path, line, "tautan-berbahaya", found=text.strip(), expected="tautan https", example="[teks](https://contoh.go.id)")


def _headings(path: str, line: int, text: str, previous: str, seen: dict[str, int]) -> Iterator[Problem]:
    if SETEXT.fullmatch(baris.isi(text)) and baris.isi(previous) and not baris.isi(previous).startswith(("|", "#")):
        yield fault(path, line, "judul-bagian", found=text.strip(), expected="judul dengan ##", example="## Bila sudah telanjur")
    match = HEADING.match(text)
    if not match:
        return
    level, title = len(match[1]), match[2]
    if level == 1:
        yield fault(path, line, "judul-bagian", found=text, expected="tingkat ## ke bawah; # adalah judul halaman", example="## Dasarnya")
    anchor = slug(title)
    if anchor in JANGKAR_HALAMAN:
        expected = "judul lain: bagian bernama itu dibuat oleh halamannya sendiri"
        yield fault(path, line, "judul-halaman", found=title, expected=expected, example=f"## {title} menurut warga")
    if anchor in seen:
        yield fault(
            path, line, "judul-ganda", found=title, expected=f"judul lain dari baris {seen[anchor]}", example=f"## {title} (lanjutan)"
        )
    seen[anchor] = line


def markers(source: Source) -> Iterator[tuple[int, str]]:
    """Give the source ids that the prose names as ``[^id]``, with their lines."""
    for line, text in numbered(source):
        for id in PENANDA.findall(text):
            yield line, id


def headings(source: Source) -> Iterator[tuple[int, str]]:
    """Give the prose's own headings with their lines."""
    for line, text in numbered(source):
        if match := HEADING.match(text):
            yield line, match[2]


def anchors(source: Source) -> set[str]:
    """Give the anchors of the prose's own headings."""
    return {slug(title) for _, title in headings(source)}
