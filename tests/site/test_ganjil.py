"""Odd content: what is too much is refused on its line; whatever is allowed is built, soon, with anchors that are unique and stay."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from handbook.clock import today
from handbook.content.load import load
from handbook.model.bagian import JANGKAR_HALAMAN, JANGKAR_PROSA
from handbook.site import sections
from handbook.site.edisi import Edisi
from handbook.site.halaman import render
from tests.site_build import ROOT, build_site

BUKU = ROOT / "tests/fixtures/buku"
AS_OF = date(2001, 7, 1)
PAGE = "panduan/melapor"
SECONDS = 5.0  # of computing, for one page
LITERAL_ID = re.compile(r'\bid="([a-z][a-z-]*)"')


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    shutil.copytree(BUKU, tmp_path / "docs")
    return tmp_path / "docs"


def write(docs: Path, body: str) -> Path:
    page = docs / f"{PAGE}.md"
    head = page.read_text("utf-8").split("\n---\n")[0]
    page.write_text(f"{head}\n---\n{body}", encoding="utf-8")
    return page


def codes(docs: Path) -> list[str]:
    return [problem.code for problem in load(docs, AS_OF)[1]]


def headings(many: int, first: int = 1) -> str:
    return "\n".join(f"## Bagian ke-{n}\n\nTeks bagian {n}.\n" for n in range(first, first + many))


def ids(site: Path) -> list[str]:
    return re.findall(r'\bid="([^"]*)"', (site / f"{PAGE}/index.html").read_text("utf-8"))


def test_four_hundred_sections_and_endless_words_are_built_with_anchors_that_stay(docs: Path) -> None:
    write(docs, headings(400) + "\n\n" + "\n\n".join(["a" * 1_990] * 30) + "\n\n## ???\n\nTanda.\n")
    before = ids(build_site(docs.parent / "satu", site_url="https://contoh.example/", docs=docs, AS_OF="2001-07-01"))
    assert len(before) == len(set(before)) > 400
    write(docs, "## Yang baru\n\nTeks.\n\n" + headings(400) + "\n\n## ???\n\nTanda.\n")
    after = ids(build_site(docs.parent / "dua", site_url="https://contoh.example/", docs=docs, AS_OF="2001-07-01"))
    assert set(before) <= set(after)
    assert len(after) == len(set(after))


def test_a_page_without_prose_is_a_page(docs: Path) -> None:
    write(docs, "")
    handbook, problems = load(docs, AS_OF)
    assert problems == []
    assert handbook is not None
    assert render(handbook, next(entri for entri in handbook.entri if entri.path == f"{PAGE}.md"), AS_OF)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("a" * 100_000, "baris-panjang"),
        ("a\n" * 60_000, "naskah-besar"),
        ("| a | b |\n|---|---|\n" + "|\n" * 1_000, "naskah-besar"),
        ("a" * 1_000 + ("\n" + "a" * 1_000) * 300, "berkas-besar"),
        ("## Langkah\n\na\n\n## Langkah\n\nb", "judul-ganda"),
        *((f"## {anchor.replace('-', ' ')}\n\na", "judul-halaman") for anchor in sorted(JANGKAR_HALAMAN)),
    ],
    ids=lambda value: value if len(value) < 30 else value[:3],
)
def test_what_is_too_much_or_taken_is_refused(docs: Path, body: str, code: str) -> None:
    write(docs, body)
    assert codes(docs) == [code]


@pytest.mark.parametrize("text", ["", "\n", " ", "\ufeff"])
def test_an_empty_file_is_one_problem(docs: Path, text: str) -> None:
    (docs / f"{PAGE}.md").write_text(text, encoding="utf-8")
    assert codes(docs)[0] == "yaml"


def test_the_anchors_of_pages_are_those_of_the_layout() -> None:
    """Ids that only one page has (calendar, tables, the self-check, the home page) may be taken elsewhere."""
    layout = [ROOT / "overrides/main.html", ROOT / "overrides/partials/cari.html"]
    kinds = [
        ROOT / f"scripts/handbook/site/templates/{name}.html" for name in ("makro", "prosa", "kasus", "peraturan", "perbuatan", "wilayah")
    ]
    assert {id for file in (*layout, *kinds) for id in LITERAL_ID.findall(file.read_text("utf-8"))} == JANGKAR_HALAMAN


def test_every_prose_page_has_the_anchors_that_rows_may_not_take() -> None:
    layout = [ROOT / "overrides/main.html", ROOT / "overrides/partials/cari.html", ROOT / "scripts/handbook/site/templates/prosa.html"]
    assert {id for file in layout for id in LITERAL_ID.findall(file.read_text("utf-8"))} < JANGKAR_PROSA < JANGKAR_HALAMAN


@pytest.mark.parametrize("folder", [BUKU, ROOT / "docs"], ids=["fiksi", "docs"])
def test_no_text_of_a_record_begins_a_line_of_a_source(folder: Path) -> None:
    """At the beginning of a line it could open a fence or a heading, in the midst of what a template has opened."""
    as_of = AS_OF if folder is BUKU else today()
    handbook, _ = load(folder, as_of)
    assert handbook is not None
    lines = {
        line
        for entri in handbook.entri
        for line in render(handbook, replace(entri, isi=""), as_of, Edisi("https://contoh.example/", cetak=True)).splitlines()
    }
    assert {line for line in lines if line and not line.startswith("<")} == set()


def test_two_places_with_one_anchor_are_refused() -> None:
    with pytest.raises(sections.JangkarGanda, match="«#pasal-5» ada dua kali"):
        sections.sections('<h2 id="pasal-5">Palsu</h2><p>Boleh.</p><h3 id="pasal-5">Pasal 5</h3>')
    with pytest.raises(sections.JangkarGanda):
        sections.sections('<h2 id="a">A</h2><input id="a">')


@pytest.mark.parametrize(
    "body",
    [
        "[" * 1_000 + "a",
        "\n".join(["> " * 10 + "a"] * 400),
        "\n".join("  " * (n % 20) + "- a" for n in range(4_000)),
        "\n".join(["|" * 20, "|-" * 19 + "|", *["|"] * 900]),
        "*_" * 900 + "\n" + "`" * 1_900,
        "\n".join(["| a | b |", "| --- | --- |", *(["| " + "c" * 900 + " | d |"] * 90)]),
        "\n\n".join("a" * 1_990 for _ in range(45)),
    ],
    ids=["brackets", "quotes", "lists", "wide table", "emphasis", "table", "words"],
)
def test_the_heaviest_prose_that_is_allowed_is_soon_done(docs: Path, body: str) -> None:
    write(docs, body)
    begun = process_time()
    handbook, problems = load(docs, AS_OF)
    if handbook is not None:
        [entri] = [entri for entri in handbook.entri if entri.path == f"{PAGE}.md"]
        sections.sections(render(handbook, entri, AS_OF))
    assert {problem.path for problem in problems} <= {f"docs/{PAGE}.md"}
    assert process_time() - begun < SECONDS
