"""Nothing that an editor writes or a reader types runs, loads or leads away: 300 payloads in every text, box and address."""

import json
import re
import textwrap
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from shutil import copytree
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
import yaml
from playwright.sync_api import Page

from handbook.content.load import load
from handbook.content.rules.alias import TERPANJANG
from tests.conftest import PageLog
from tests.pages_server import PagesServer
from tests.payloads import ASING, payloads
from tests.site_build import ROOT, build_site

BUKU = ROOT / "tests/fixtures/buku"
TEXTS = ("ringkas", "daerah", "pemilihan", "pelaku", "kejadian", "penindak", "hasil", "pelajaran", "catatan")
KASUS: dict[str, Any] = {
    **dict.fromkeys(TEXTS, "Seorang pegawai naik panggung."),
    "judul": "Pegawai di panggung",
    "diverifikasi": [{"tanggal": "2001-06-01", "oleh": "redaksi", "terhadap": ["warta-cemara"], "hasil": "Naskahnya dibaca dari awal."}],
    "tinjau_sebelum": "2001-11-28",
    "tanggal": "2001-05",
    "status": "terbukti",
    "dasar": ["pp-1-2001#pasal-5-ayat-1"],
    "keyakinan": "satu-berita",
    "sumber": ["warta-cemara"],
}
MUATAN = payloads()


def test_there_are_enough() -> None:
    assert len(MUATAN) >= 300


# --- What editors write ---


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional book with a case a payload, which stands in each of its texts, its aliases and, where the checks let it, its prose."""
    docs = tmp_path_factory.mktemp("muatan") / "docs"
    copytree(BUKU, docs)
    for number, text in enumerate(MUATAN):
        record = {**KASUS, "id": f"muatan-{number}", **dict.fromkeys(TEXTS, text), "alias": textwrap.wrap(text, TERPANJANG)}
        (docs / f"kasus/muatan-{number}.md").write_text(page(record, text), encoding="utf-8")
    _, problems = load(docs, date(2001, 7, 1))
    for path in sorted({problem.path for problem in problems}):  # refused prose: the same texts without it
        head = (docs.parent / path).read_text(encoding="utf-8").split("\n---\n")[0]
        (docs.parent / path).write_text(f"{head}\n---\n", encoding="utf-8")
    _, problems = load(docs, date(2001, 7, 1))
    assert problems == []
    return docs


def page(record: dict[str, Any], prose: str) -> str:
    return f"---\n{yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=4000)}---\n\n{prose}\n"


@pytest.fixture(scope="module")
def hostile_site(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesServer]:
    server = PagesServer(tmp_path_factory.mktemp("muatan-situs") / "site")
    server.start()
    build_site(server.root, site_url=server.url, docs=hostile, AS_OF="2001-07-01")
    yield server
    server.stop()


class Tags(HTMLParser):
    """Collects what could act: tags, handlers, styles, addresses."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.acts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"iframe", "object", "embed", "base", "style", "math", "video", "audio", "marquee", "textarea"}:
            self.acts.append(tag)
        own = given.get("src", "").startswith(("../", "assets/", "./", "/repo/assets/"))
        if tag == "script" and not own and given != {"type": "application/ld+json"}:  # which is data, and no browser runs it
            self.acts.append(f"script {given}")
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.acts.append("refresh")
        self.acts += [f"{name}={value}" for name, value in given.items() if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action", "srcdoc", "formaction"):
            address = urlsplit(given.get(name, "").strip())
            if address.scheme not in {"", "http", "https"} or address.hostname == ASING:
                self.acts.append(f"{name}={given[name]}")


def test_no_text_of_a_page_becomes_markup(hostile_site: PagesServer) -> None:
    pages = sorted(hostile_site.root.rglob("*.html"))
    assert len(pages) > len(MUATAN)
    assert {path.name: acts for path in pages if (acts := Tags(path.read_text(encoding="utf-8")).acts)} == {}


def test_prose_that_could_act_is_refused(hostile: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    copytree(BUKU, docs)
    for number, text in enumerate(MUATAN):
        (docs / f"kasus/muatan-{number}.md").write_text(page({**KASUS, "id": f"muatan-{number}"}, text), encoding="utf-8")
    _, problems = load(docs, date(2001, 7, 1))
    refused = {int(re.search(r"muatan-(\d+)", problem.path)[1]) for problem in problems if "muatan" in problem.path}  # type: ignore[index]
    raw = {number for number, text in enumerate(MUATAN) if re.search(r"<[a-z!/]|\]\(javascript|^\[x\]: *javascript", text, re.IGNORECASE)}
    assert raw <= refused


def test_pages_of_a_hostile_book_stay_quiet(hostile_site: PagesServer, page: Page) -> None:
    gone: list[str] = []
    page.on("framenavigated", lambda frame: gone.append(frame.url))
    for path in ("kasus/", *(f"kasus/muatan-{number}/" for number in range(0, len(MUATAN), 16)), "cari/?q=muatan"):
        page.goto(hostile_site.url + path)
        assert page.evaluate("window.__jalan") is None, path
    assert {url for url in gone if not url.startswith(hostile_site.url)} == set()


# --- What readers type, and what a link or the device hands in ---


def silent(page: Page, server: PagesServer, what: str) -> None:
    assert page.evaluate("window.__jalan") is None, what
    assert page.evaluate("({}).x") is None, what
    assert page.url.startswith(server.url), what


def test_queries_stay_text(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    page.keyboard.press("/")
    page.locator("dialog.cari[open]").wait_for()
    for text in MUATAN:
        page.locator("dialog.cari input[role=combobox]").fill(text[:200])
    page.wait_for_timeout(500)
    silent(page, server, "typed")
    for text in MUATAN[::8]:
        page.goto(server.url + "cari/?q=" + quote(text))
        silent(page, server, text)


def test_links_to_the_self_check_stay_text(page: Page, server: PagesServer) -> None:
    for text in MUATAN[::8]:
        value = quote(text)
        page.goto(f"{server.url}cek/?{len(text)}#perbuatan={value}&peran={value}&tahap={value}&wilayah={value}&tanggal={value}")
        page.locator("[data-ucap]:not(:empty), [data-hasil]").first.wait_for(state="attached")
        silent(page, server, text)


def test_what_the_device_kept_stays_text(page: Page, server: PagesServer, page_log: PageLog) -> None:
    page.goto(server.url + "cek/")
    for text in MUATAN[::48]:
        for saya in ({"peran": text, "wilayah": text}, {"peran": [text], "wilayah": {}}, {"__proto__": {"x": 1}}, text):
            kept = saya if isinstance(saya, str) else json.dumps(saya)
            page.evaluate("kept => localStorage.setItem('netralitas:/repo/:saya', kept)", kept)
            page.evaluate("raw => localStorage.setItem('netralitas:/repo/:tema', raw)", text)
            page.evaluate("raw => history.replaceState({cari: {kueri: raw, filters: {wilayah: raw, jenis: raw, putusan: raw}}}, '')", text)
            page.reload()
            silent(page, server, kept)
