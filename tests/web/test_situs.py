"""The built site as files: links, anchors, policy, reproducibility. No browser needed."""

import csv
import json
import re
from collections import Counter
from filecmp import dircmp
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.pages_server import PagesServer
from tests.search.shards import records
from tests.site_build import build_site

# Shown in place of any page, so their addresses start at the root.
ERRORS = ("404.html", "503.html")
# The one kind of script without a file: data, which no browser runs.
DATA = {"type": "application/ld+json"}
HANDLER = re.compile(r"on[a-z]+$")


class Page(HTMLParser):
    """What the tests ask of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.head: list[tuple[str, dict[str, str]]] = []
        self.inline: list[str] = []
        self.blocks: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" and "href" in given else []
        self.loads += [given[key] for key in ("src", "href") if tag in ("script", "img", "link") and key in given]
        if tag in ("meta", "script", "link", "style", "title"):
            self.head.append((tag, given))
        self.inline += [f"<{tag} {name}>" for name in given if HANDLER.match(name) or name == "style"]
        if given == DATA and tag == "script":
            self.blocks.append("")
        elif tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(f"<{tag}>")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script" and self.blocks:
            self.blocks[-1] += data


@cache
def page(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))


def pages(situs: Path) -> list[Path]:
    return sorted(situs.rglob("*.html"))


def file_of(situs: Path, path: str) -> Path:
    target = situs / unquote(path).lstrip("/")
    return target / "index.html" if target.is_dir() else target


def test_every_internal_link_and_anchor_leads_somewhere(situs: Path) -> None:
    dead = []
    for path in pages(situs):
        here = "/" + path.relative_to(situs).as_posix().removesuffix("index.html")
        for href in page(path).links:
            if urlsplit(href).scheme or path.name in ERRORS:
                continue
            address, fragment = urldefrag(urljoin(here, href))
            target = file_of(situs, urlsplit(address).path)
            if not target.is_file() or (fragment and fragment not in page(target).ids):
                dead.append(f"{here} -> {href}")
    assert dead == []


def test_ids_are_unique_on_every_page(situs: Path) -> None:
    assert [p.as_posix() for p in pages(situs) if len(page(p).ids) != len(set(page(p).ids))] == []


def test_the_policy_stands_first_and_nothing_is_inline(situs: Path) -> None:
    for path in pages(situs):
        head = page(path).head
        assert head[0] == ("meta", {"charset": "utf-8"}), path
        assert head[1][1].get("http-equiv") == "Content-Security-Policy", path
        assert "unsafe" not in head[1][1]["content"], path
        assert page(path).inline == [], path


def test_pages_say_to_programs_what_they_are(situs: Path, server: PagesServer) -> None:
    kinds: Counter[str] = Counter()
    for path in pages(situs):
        assert len(page(path).blocks) <= 1
        for block in page(path).blocks:
            assert not re.search("[<>&\u2028\u2029]", block)
            things = json.loads(block)["@graph"]
            kinds.update(thing["@type"] for thing in things)
            crumbs = [item["item"] for thing in things for item in thing.get("itemListElement", [])]
            assert [url for url in crumbs if not leads(situs, url.removeprefix(server.url))] == []
    assert kinds["Legislation"] == len(json.loads((situs / "data/peraturan.json").read_text("utf-8"))["baris"])
    assert kinds["BreadcrumbList"] > 150
    assert kinds["Dataset"] == 1


def test_what_language_models_are_told_exists(situs: Path, server: PagesServer) -> None:
    urls = re.findall(r"\]\((\S+)\)", (situs / "llms.txt").read_text("utf-8"))
    assert len(urls) > 100
    assert [url for url in urls if not leads(situs, url.removeprefix(server.url))] == []


def test_nothing_is_loaded_from_elsewhere(situs: Path, server: PagesServer) -> None:
    foreign = {load for path in pages(situs) for load in page(path).loads if urlsplit(load).netloc and not load.startswith(server.url)}
    assert foreign == set()


def test_outward_links_are_https_and_give_nothing_away(situs: Path) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in pages(situs))
    outward = re.findall(r'<a href="(https?:[^"]*)"([^>]*)>', text)
    assert outward
    assert [href for href, rest in outward if not href.startswith("https:") or "noopener noreferrer" not in rest] == []


def test_what_search_shows_exists(situs: Path) -> None:
    shown = 0
    files = {path.relative_to(situs).as_posix(): path.read_bytes() for path in (situs / "cari").iterdir()}
    for url, _title, _status, _successor, sections in (row for shard in records(files) for row in shard):
        target = file_of(situs, url)
        assert target.is_file(), target
        for anchor, *_rest in sections:
            assert not anchor or anchor in page(target).ids, (target, anchor)
            shown += 1
    assert shown > 500


def test_what_the_open_data_and_the_citations_point_at_exists(situs: Path, server: PagesServer) -> None:
    index = json.loads((situs / "data/index.json").read_text("utf-8"))
    tables = [json.loads((situs / "data" / one["json"]).read_text("utf-8")) for one in index["berkas"]]
    rows = [row for table in tables for row in table.get("baris", [])]
    with (situs / "data/putusan.csv").open(encoding="utf-8", newline="") as file:
        rows += csv.DictReader(file)
    cited = [item["URL"].removeprefix(server.url) for item in json.loads((situs / "data/kutipan.json").read_text("utf-8"))]
    addresses = {row["halaman"] for row in rows if "halaman" in row} | set(cited)
    dead = {address for address in addresses if not leads(situs, address)}
    assert (len(addresses) > 3000, dead) == (True, set())


def leads(situs: Path, address: str) -> bool:
    path, fragment = urldefrag(address)
    target = file_of(situs, path)
    return target.is_file() and (not fragment or fragment in page(target).ids)


def test_the_theme_leaves_no_weight(situs: Path) -> None:
    names = {path.relative_to(situs).as_posix() for path in situs.rglob("*") if path.is_file()}
    assert [name for name in names if "bundle" in name or "lunr" in name or name.endswith(".map")] == []


def test_two_builds_are_the_same_to_the_byte(situs: Path, server: PagesServer, tmp_path: Path) -> None:
    again = build_site(tmp_path / "lagi", site_url=server.url, PYTHONHASHSEED="7", TZ="America/New_York", LC_ALL="C")
    assert differences(dircmp(situs, again)) == []


def differences(compared: dircmp[str]) -> list[str]:
    found = [*compared.left_only, *compared.right_only, *compared.diff_files, *compared.funny_files]
    for inner in compared.subdirs.values():
        found += differences(inner)
    return found


@pytest.mark.parametrize("path", ["", "perbuatan/menyukai-unggahan/", "peraturan/pp-94-2021/", "wilayah/kota-tegal/", "cari/"])
def test_every_page_kind_is_there(situs: Path, path: str) -> None:
    assert file_of(situs, path).is_file()


def test_pages_say_what_they_are(situs: Path) -> None:
    text = file_of(situs, "perbuatan/menyukai-unggahan/").read_text(encoding="utf-8")
    assert "<title>Menyukai unggahan calon – Netralitas ASN</title>" in text
    assert '<meta name="description" content="Dilarang, sejak masih bakal calon.' in text
    described = [sum(given.get("name") == "description" for _, given in page(p).head) for p in pages(situs)]
    assert set(described) == {1}


def test_no_page_is_more_than_three_taps_from_home(situs: Path) -> None:
    home = situs / "index.html"
    depth, edge = {home: 0}, [home]
    while edge:
        path = edge.pop(0)
        here = "/" + path.relative_to(situs).as_posix().removesuffix("index.html")
        for href in page(path).links:
            target = file_of(situs, urlsplit(urljoin(here, href)).path)
            if not urlsplit(href).scheme and target.is_file() and target not in depth:
                depth[target] = depth[path] + 1
                edge.append(target)
    far = {
        path.relative_to(situs).as_posix(): depth.get(path) for path in pages(situs) if path.name not in ERRORS and depth.get(path, 9) > 3
    }
    assert far == {}
