"""The prose below the front matter: what it may hold, and the links and sources it names."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import unquote

from handbook.model.handbook import PENANDA
from handbook.model.problem import Problem, fault
from handbook.model.rekaman import slug

from .source import Source

# Anything that could open a tag, wherever it stands: refusing it in code too is cheaper than one hole.
RAW_HTML = re.compile(r"<\s*[A-Za-z/!?]")
TARGET = re.compile(r"\]\(\s*<?([^)\s>]*)")
REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:\s*(\S+)")
HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*$")
SETEXT = re.compile(r"^ {0,3}(=+|-{2,})\s*$")
RELATIVE = re.compile(r"(?!/)[\w./-]*(?:#[\w-]*)?", re.ASCII)
SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
EVIL = re.compile(r"(?:java|vb)\s*script\s*:|data\s*:\s*text", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """A relative link of the prose: the file it leads to (relative to docs/), its fragment, its line."""

    path: str
    fragment: str
    line: int


def numbered(source: Source) -> Iterator[tuple[int, str]]:
    """Give the body's lines with their numbers in the file."""
    yield from enumerate(source.body.split("\n"), source.body_line)


def problems(source: Source) -> Iterator[Problem]:
    """Give everything in the prose that must not be there."""
    seen: dict[str, int] = {}
    previous = ""
    for line, text in numbered(source):
        yield from _unsafe(source.path, line, text)
        yield from _links(source.path, line, text)
        yield from _headings(source.path, line, text, previous, seen)
        previous = text


def _unsafe(path: str, line: int, text: str) -> Iterator[Problem]:
    if found := RAW_HTML.search(text):
        shown = text[found.start() : found.start() + 30]
        yield fault(path, line, "html-mentah", found=shown, expected="Markdown saja", example="**tebal** atau [teks](https://contoh.go.id)")
    if EVIL.search(html.unescape(unquote(text))):
        yield fault(path, line, "tautan-berbahaya", found=text.strip(), expected="tautan https", example="[teks](https://contoh.go.id)")


def _links(path: str, line: int, text: str) -> Iterator[Problem]:
    targets = TARGET.findall(text) + REFERENCE.findall(text)
    for target in targets:
        scheme = SCHEME.match(html.unescape(unquote(target)))
        allowed = scheme[1].lower() in ("https", "mailto") if scheme else RELATIVE.fullmatch(target)
        if not allowed:
            yield fault(
                path,
                line,
                "tautan",
                found=target,
                expected="https://…, mailto:…, atau berkas .md",
                example="[PP 94/2021](../peraturan/pp-94-2021.md)",
            )


def _headings(path: str, line: int, text: str, previous: str, seen: dict[str, int]) -> Iterator[Problem]:
    if SETEXT.match(text) and previous.strip() and not previous.lstrip().startswith(("|", "#")):
        yield fault(path, line, "judul-bagian", found=text.strip(), expected="judul dengan ##", example="## Bila sudah terlanjur")
    match = HEADING.match(text)
    if not match:
        return
    level, title = len(match[1]), match[2]
    if level == 1:
        yield fault(path, line, "judul-bagian", found=text, expected="tingkat ## ke bawah; # adalah judul halaman", example="## Dasarnya")
    anchor = slug(title)
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


def anchors(source: Source) -> set[str]:
    """Give the anchors of the prose's own headings."""
    return {slug(match[2]) for _, text in numbered(source) if (match := HEADING.match(text))}


def links(source: Source, relative: str) -> Iterator[Link]:
    """Give the relative links of the prose of the page at ``relative``."""
    folder = relative.rpartition("/")[0]
    for line, text in numbered(source):
        for target in TARGET.findall(text):
            if not RELATIVE.fullmatch(target):
                continue
            path, _, fragment = target.partition("#")
            yield Link(normpath(f"{folder}/{path}") if path else relative, fragment, line)
