"""Korpus: pages and queries made from a collection of real regulations, which stays outside the repository; or this handbook.

The collection is a folder with ``docs.jsonl.gz`` (one article a line: ``id``, ``law``, ``title``, ``heading``, ``text``, perhaps
``penjelasan``) and ``queries.jsonl`` (``query``, ``set``). An article becomes a page, its paragraphs become sections.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, TypeVar

from handbook.cli.susun import sections_of
from handbook.clock import today
from handbook.content.load import load
from handbook.model.bagian import Bagian
from handbook.model.handbook import Handbook
from handbook.site.istilah import sinonim
from tests.site_build import ROOT

BUKU = 0  # instead of a number of pages: this handbook as it is today
KUERI = ROOT / "tests/golden/search/kueri-situs.jsonl"
AYAT = re.compile(r"^\((\d{1,2}[a-z]?)\) ?", re.MULTILINE)
T = TypeVar("T")
SAMPLE, COMMON, LONG = 2_000, 8, 7
PANJANG = 700  # characters; a longer paragraph becomes several sections, as a page's own headings would break it
# One filter of each kind must have something to filter: regulations by their kind, and a region for every seventh of them.
JENIS = {"uu": "peraturan", "pp": "edaran"}
WILAYAH = (None, None, "kota-a", None, None, None, "kota-b")


def sections(folder: Path, pages: int) -> Iterator[Bagian]:
    """Give the sections of ``pages`` articles, taken evenly from the whole collection, or those of the handbook."""
    if pages == BUKU:
        yield from sections_of(handbook(), today())
        return
    with gzip.open(folder / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = lines.readlines()
    for line in _spread(records, pages):
        yield from _page(json.loads(line))


def spellings(pages: int) -> Mapping[str, Sequence[str]]:
    """Give the glossary that the index has, by id."""
    return sinonim(handbook()) if pages == BUKU else {}


def handbook() -> Handbook:
    """Give this handbook."""
    book, problems = load(ROOT / "docs", today())
    assert book is not None, problems
    return book


def _page(record: dict[str, Any]) -> Iterator[Bagian]:
    regulation = record["law"]
    jenis = JENIS.get(regulation.split("-")[0], "lain")
    wilayah = WILAYAH[sum(map(ord, regulation)) % len(WILAYAH)]
    for number, (judul, teks) in enumerate(_parts(record)):
        yield Bagian(f"{record['id']}/", f"s{number}" if number else "", record["title"], judul, teks, jenis, wilayah)


def _parts(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Heading and text of each section of an article; the first is the page's lead."""
    head, *ayat = AYAT.split(record["text"])
    parts = [("", head), *((f"Ayat ({number})", text) for number, text in zip(ayat[::2], ayat[1::2], strict=True))]
    for judul, text in [*parts, ("Penjelasan", record.get("penjelasan") or "")]:
        for order, piece in enumerate(_pieces(text)):
            yield (f"{judul} · {order + 1}" if order and judul else judul or (f"Bagian {order + 1}" if order else "")), piece
    if not head.strip() and not ayat:
        yield "", record["title"]


def _pieces(text: str) -> Iterator[str]:
    """Cut a text at line ends into pieces of about PANJANG characters."""
    piece = ""
    for line in text.splitlines():
        if piece and len(piece) + len(line) > PANJANG:
            yield piece
            piece = ""
        piece = f"{piece} {line}".strip()
    if piece:
        yield piece


def queries(folder: Path, pages: Sequence[Bagian], count: int) -> list[str]:
    """Give ``count`` queries: half are subjects that the pages have, half people's own questions, citations and definitions."""
    lines = [json.loads(line) for line in (folder / "queries.jsonl").read_text("utf-8").splitlines()]
    asked = [[line["query"] for line in group] for _, group in groupby(lines, key=lambda line: line["set"])]
    half = _spread(_subjects(pages), count // 2)
    share = -(-(count - len(half)) // len(asked))
    turns = [query for group in zip(*(_spread(found, share) for found in asked), strict=False) for query in group]
    return [*half, *turns[: count - len(half)]]


def asked(count: int) -> list[str]:
    """Give ``count`` queries that readers ask of the handbook."""
    return _spread([json.loads(line)["kueri"] for line in KUERI.read_text("utf-8").splitlines()], count)


def _subjects(sections: Sequence[Bagian]) -> list[str]:
    """Pairs of long words that stand side by side on COMMON pages of a sample or more, so that every engine finds enough."""
    pages = [list(page) for _, page in groupby(sections, key=lambda section: section.url)]
    found = Counter(pair for page in _spread(pages, SAMPLE) for pair in {pair for section in page for pair in _pairs(section.teks)})
    return sorted(pair for pair, count in found.items() if count >= COMMON)


def _pairs(text: str) -> Iterator[str]:
    return (f"{a} {b}" for a, b in pairwise(re.findall(r"[a-z]+", text.lower())) if len(a) >= LONG and len(b) >= LONG)


def _spread(found: Sequence[T], count: int) -> list[T]:
    """Take ``count`` from the whole of a list, evenly, so that none of its parts is left out."""
    return [found[index * len(found) // count] for index in range(min(count, len(found)))]


def html(page: Sequence[Bagian]) -> str:
    """One page as the peers read it: the title, then a heading with an anchor before each section."""
    heads = (f'<h2 id="{part.anchor}">{escape(part.judul or part.anchor)}</h2>' if part.anchor else "" for part in page)
    body = "".join(f"{head}<p>{escape(part.teks)}</p>" for head, part in zip(heads, page, strict=True))
    title = escape(page[0].halaman)
    return f'<!doctype html><html lang="id"><meta charset="utf8"><title>{title}</title><main><h1>{title}</h1>{body}</main>'


def markdown(page: Sequence[Bagian]) -> str:
    """One page as MkDocs reads it."""
    body = "\n\n".join((f"## {part.judul or part.anchor}\n\n" if part.anchor else "") + part.teks.replace("<", "&lt;") for part in page)
    return f"# {page[0].halaman}\n\n{body}\n"
