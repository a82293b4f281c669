"""Deploy skew: pages, manifest and the files named by content come from this release or the last, in every mixture.

GitHub Pages and the caches before it replace a site file by file, as a reader sees it. Files named by their content are those of one
release; of the newer one with what it carries of the former (see ``site/warisan.py``).
"""

import re
import shutil
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from handbook.cli import main
from handbook.cli.warisan import bawa
from handbook.clock import now
from handbook.model.handbook import Handbook
from handbook.site.warisan import BERSIDIK
from tests.pages_server import PagesServer
from tests.site_build import ROOT, build_site
from tests.web.luring import LIKE, enlist, visit_kept

pytestmark = pytest.mark.usefixtures("quiet")

NEW, OLD = "Bolehkah saya menyukai unggahan calon?", "Apakah boleh saya menyukai unggahan calon?"
MIXED = "berasal dari versi yang lain daripada halaman ini"


@pytest.fixture(scope="module")
def releases(situs: Path, buku: Handbook, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The last release, with another question, answer file and script, and this one, which carries what the last one had."""
    folder = tmp_path_factory.mktemp("campuran")
    shutil.copytree(ROOT / "docs", folder / "docs")
    page = folder / f"docs/{LIKE[:-1]}.md"
    page.write_text(page.read_text("utf-8").replace(NEW, OLD), encoding="utf-8")
    server = PagesServer(folder / "lama")
    build_site(server.root, site_url=server.url, docs=folder / "docs")
    [script] = (server.root / "assets/javascripts").glob("situs-*.js")
    for file in server.root.rglob("*.html"):
        file.write_text(file.read_text("utf-8").replace(script.name, "situs-AAAAAAAA.js"), encoding="utf-8")
    script.rename(script.with_name("situs-AAAAAAAA.js"))
    [versi] = set(re.findall(r'data-terbitan="(\w+)"', (server.root / "index.html").read_text("utf-8")))
    enlist(server.root, buku, versi)
    shutil.copytree(situs, folder / "baru")
    assert main(["terbitan", str(server.root)]) == 0
    server.start()
    assert " 0 tidak" not in bawa(folder / "baru", server.url, now())
    server.stop()
    return server.root, folder / "baru"


@pytest.fixture
def mixed(releases: tuple[Path, Path], tmp_path: Path) -> Iterator[Callable[[int, int, int], str]]:
    """Serve pages, manifest and files named by content of the last (0) or this (1) release; give the address."""
    server = PagesServer(tmp_path / "site")

    def serve(pages: int, manifest: int, files: int) -> str:
        shutil.rmtree(server.root, ignore_errors=True)
        for source, wanted in (
            (releases[pages], lambda path: not BERSIDIK.fullmatch(path)),
            (releases[manifest], lambda path: path == "cari/manifes.json"),
            (releases[files], lambda path: BERSIDIK.fullmatch(path)),
        ):
            for file in source.rglob("*"):
                path = file.relative_to(source).as_posix()
                if file.is_file() and wanted(path):
                    target = server.root / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.unlink(missing_ok=True)
                    target.hardlink_to(file)
        return server.url

    server.start()
    yield serve
    server.stop()


def ask(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("dialog.cari input[role=combobox]").fill("boleh like postingan calon")


def test_every_mixture_answers_and_says_when_versions_differ(open_page: Callable[..., Page], mixed: Callable[[int, int, int], str]) -> None:
    for pages, manifest in product((0, 1), repeat=2):
        page = open_page()
        url = mixed(pages, manifest, 1)
        page.goto(url + LIKE)
        expect(page.get_by_role("heading", level=1)).to_have_text((OLD, NEW)[pages])
        ask(page)
        expect(page.locator(".cari__kartu")).to_contain_text((OLD, NEW)[manifest])
        expect(page.get_by_text(MIXED)).to_have_count(int(pages != manifest))
        page.goto(url + "cek/")
        expect(page.get_by_role("group", name="2. Siapa Anda?")).to_be_visible()
        page.context.close()


def test_with_the_last_files_alone_a_page_answers_right_or_says_that_it_cannot(
    open_page: Callable[..., Page], mixed: Callable[[int, int, int], str]
) -> None:
    for pages, manifest in product((0, 1), repeat=2):
        page = open_page()
        page.goto(mixed(pages, manifest, 0) + LIKE)
        expect(page.get_by_role("heading", level=1)).to_have_text((OLD, NEW)[pages])
        if pages:  # its scripts are not there yet: what is written stands, and the search is a link to a page
            expect(page.get_by_role("link", name="Cari").first).to_have_attribute("href", "../../cari/")
        else:
            ask(page)
            expect(page.locator("dialog.cari [data-gagal]").first).to_be_visible(visible=bool(manifest))
            expect(page.locator(".cari__kartu")).to_have_count(1 - manifest)
        page.context.close()


def test_with_the_worker_on_no_mixture_passes_for_one_version(
    open_page: Callable[..., Page], mixed: Callable[[int, int, int], str]
) -> None:
    for pages, manifest in ((0, 1), (1, 0), (1, 1)):
        page = open_page(service_workers="allow")
        url = mixed(0, 0, 0)
        visit_kept(page, url + LIKE)
        mixed(pages, manifest, 1)
        page.goto(url + LIKE)
        ask(page)
        card = page.locator(".cari__kartu")
        expect(card).to_be_visible()
        heading = page.get_by_role("heading", level=1).inner_text()
        assert heading == (OLD, NEW)[pages]
        assert (heading in card.inner_text()) is not page.get_by_text(MIXED).is_visible(), (pages, manifest)
        page.context.close()
