"""Passing an answer on, as a reader does: links, files, previews, the way back from a card. On the fictional book, its files made."""

import io
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from shutil import copytree
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.pages_server import PagesServer
from tests.site_build import ROOT, build_site

HADIR = "perbuatan/hadir/"
META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)">')


@pytest.fixture(scope="module")
def terbit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesServer]:
    """The fictional book as `make build` publishes it; its act has moved once."""
    docs = tmp_path_factory.mktemp("buku") / "docs"
    copytree(ROOT / "tests/fixtures/buku", docs)
    act = docs / "perbuatan/hadir.md"
    act.write_text(act.read_text(encoding="utf-8").replace("kelompok:", "alamat_lama: [perbuatan/datang/]\nkelompok:", 1), encoding="utf-8")
    server = PagesServer(tmp_path_factory.mktemp("terbit") / "site")
    server.start()
    build_site(server.root, site_url=server.url, docs=docs, AS_OF="2001-07-01", CETAK="true")
    yield server
    server.stop()


def html(terbit: PagesServer, url: str) -> str:
    return Path(terbit.root, url, "index.html").read_text(encoding="utf-8")


def state(terbit: PagesServer) -> str:
    found = re.search(r'data-keadaan="([^"]+)"', html(terbit, HADIR))
    assert found
    return found[1]


def test_a_reader_without_scripts_can_pass_an_answer_on(open_page: Callable[..., Page], terbit: PagesServer) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(terbit.url + HADIR)
    line = page.locator(".bagikan")
    expect(line).to_be_visible()
    chat = line.get_by_role("link", name="WhatsApp")
    assert chat.get_attribute("rel") == "noopener noreferrer external"
    address = urlsplit(chat.get_attribute("href") or "")
    text = parse_qs(address.query)["text"][0]
    assert (address.scheme, address.netloc) == ("https", "wa.me")
    assert text.startswith("Bolehkah saya hadir di kampanye?\nJawaban: Dilarang; untuk peran atau tahap lain: belum diatur.\n")
    assert text.endswith(f"{terbit.url}{HADIR}#kartu-{state(terbit)}")


def test_every_file_that_a_page_offers_is_there_and_is_what_it_says(terbit: PagesServer) -> None:
    offered = {
        urljoin("/" + path.relative_to(terbit.root).as_posix().removesuffix("index.html"), unescape(href)).lstrip("/")
        for path in terbit.root.rglob("index.html")
        for href in re.findall(r'href="([^"]+\.(?:pdf|png))"', path.read_text(encoding="utf-8"))
    }
    assert {"cetak/netralitas-asn.pdf", "cetak/perbuatan/hadir.pdf", "kartu/perbuatan/hadir.png"} <= offered
    for path in offered:
        data = Path(terbit.root, path).read_bytes()
        assert len(PdfReader(io.BytesIO(data)).pages) if path.endswith("pdf") else Image.open(io.BytesIO(data)).size == (1200, 630)
    made = {path.relative_to(terbit.root).as_posix() for folder in ("cetak", "kartu") for path in Path(terbit.root, folder).rglob("*.p*")}
    assert {path for path in made if path.startswith("cetak/")} <= offered


@pytest.mark.parametrize(
    ("url", "title", "kartu"),
    [
        (HADIR, "Bolehkah saya hadir di kampanye?", "kartu/perbuatan/hadir.png"),
        ("peraturan/pp-1-2001/", "Ketertiban pegawai", "kartu/peraturan/pp-1-2001.png"),
        ("tentang/", "", "kartu/netralitas-asn.png"),
    ],
)
def test_a_link_shows_its_answer_before_it_is_opened(terbit: PagesServer, url: str, title: str, kartu: str) -> None:
    found = {name: unescape(content) for name, content in META.findall(html(terbit, url))}
    assert found["og:url"] == terbit.url + url
    assert found["og:image"] == terbit.url + kartu
    assert Path(terbit.root, kartu).is_file()
    assert found["og:locale"] == "id_ID"
    assert found["twitter:card"] == "summary_large_image"
    assert found["og:image:alt"]
    if title:
        assert found["og:title"] == title
    if url == HADIR:
        assert found["og:image:alt"].startswith("Bolehkah saya hadir di kampanye? Dilarang")


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("", "belum berubah sejak itu. Gambar dapat dipalsukan"),
        ("2001-05-01-", "ditinjau ulang 1 Juni 2001 dan tidak berubah sejak itu. Gambar dapat dipalsukan"),
        ("2001-05-01-00000000", "Isi halaman ini sudah berubah sejak itu"),
    ],
)
def test_a_card_tells_at_its_address_what_has_become_of_it(page: Page, terbit: PagesServer, made: str, told: str) -> None:
    now = state(terbit)
    page.goto(f"{terbit.url}{HADIR}#kartu-{made + now[11:] if made.endswith('-') else made or now}")
    expect(page.get_by_role("status").filter(has_text="Kartu Anda")).to_contain_text(told)


def test_without_a_card_nothing_is_told(page: Page, terbit: PagesServer) -> None:
    page.goto(f"{terbit.url}{HADIR}#jawaban-1")
    expect(page.get_by_role("button", name="salin teks").or_(page.get_by_role("button", name="lainnya…"))).to_be_visible()
    assert page.locator(".kabar-kartu").count() == 0


def test_the_device_offers_what_it_can_pass_the_text_on_with(page: Page, terbit: PagesServer) -> None:
    page.add_init_script("navigator.share = (what) => { window.terkirim = what.text; return Promise.resolve(); };")
    page.goto(terbit.url + HADIR)
    page.get_by_role("button", name="lainnya…").click()
    page.wait_for_function("window.terkirim")
    assert page.evaluate("window.terkirim").startswith("Bolehkah saya hadir di kampanye?\n")


def test_a_former_address_brings_the_reader_with_the_card_along(page: Page, terbit: PagesServer) -> None:
    page.goto(f"{terbit.url}perbuatan/datang/#kartu-2001-05-01-00000000")
    expect(page.get_by_role("status").filter(has_text="Kartu Anda")).to_contain_text("sudah berubah")
    assert page.url.startswith(terbit.url + HADIR)


def test_the_sitemap_names_only_pages_and_the_day_of_their_content(terbit: PagesServer) -> None:
    listed = dict(
        re.findall(r"<loc>([^<]+)</loc>\s*<lastmod>([^<]+)</lastmod>", Path(terbit.root, "sitemap.xml").read_text(encoding="utf-8"))
    )
    assert listed[terbit.url + HADIR] == "2001-06-01"
    assert f"{terbit.url}perbuatan/datang/" not in listed
    assert all(Path(terbit.root, url.removeprefix(terbit.url), "index.html").is_file() for url in listed)
