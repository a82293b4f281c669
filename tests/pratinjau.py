"""Pictures of the pages a reader will find changed, for the one who approves: `make pratinjau` after `make build`.

Usage: python -m tests.pratinjau OLD_DOCS SITE TARGET. Writes one picture a page, as a phone shows it, and index.html beside them.
"""

import html
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from handbook.clock import today
from handbook.content.load import load
from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook
from handbook.site import beda
from tests.browser import find_chromium
from tests.pages_server import PagesServer
from tests.site_build import ROOT

# A change of a shared table touches most pages; the first ones show what it does.
PALING_BANYAK = 40


def berubah(lama: Handbook, baru: Handbook) -> Mapping[str, tuple[str, str]]:
    """Give the pages that are new or changed: file name of the picture -> title of the change and the page's address."""
    pages = {entri.path: entri for entri in baru.entri}
    found = [(title, pages[path]) for title, paths in beda.halaman(lama, baru, today()) for path in paths if path in pages]
    return {_file(entri): (title, entri.url) for title, entri in found[:PALING_BANYAK]}


def _file(entri: Entri[Halaman]) -> str:
    return entri.path.removesuffix(".md").replace("/", "--") + ".png"


def potret(browser: Browser, site: str, pages: Mapping[str, tuple[str, str]], target: Path) -> None:
    """Take the pictures, and write the page that shows them one below the other."""
    target.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="id-ID", timezone_id="Asia/Jakarta")
    for name, (_, url) in pages.items():
        page.goto(site + url, wait_until="networkidle")
        page.screenshot(path=target / name, full_page=True)
    page.close()
    (target / "index.html").write_text(_daftar(pages), encoding="utf-8")


def _daftar(pages: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<h2>{html.escape(title)}: {html.escape(url or "beranda")}</h2><img src="{html.escape(name)}" alt="Halaman {html.escape(url)}">'
        for name, (title, url) in pages.items()
    )
    told = rows or "<p>Tidak ada halaman yang berubah.</p>"
    return f'<!doctype html><html lang="id"><meta charset="utf-8"><title>Pratinjau</title><h1>Halaman yang berubah</h1>{told}</html>'


def main(arguments: Iterable[str]) -> int:
    """Compare the books, take the pictures; without a book to compare with, say so."""
    old, site, target = map(Path, arguments)
    if not (site / "index.html").exists():
        print(f"{site} belum dibangun: jalankan «make build» dulu.")
        return 1
    (lama, faults), (baru, _) = load(old, today()), load(ROOT / "docs", today())
    assert baru is not None, "the site was built from it"
    if lama is None:
        print(f"Isi lama tidak dapat dibaca, jadi tidak ada potret. Sebab pertama:\n{faults[0]}")
    pages = berubah(lama, baru) if lama else {}
    server = PagesServer(site)
    server.start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        potret(browser, server.url, pages, target)
        browser.close()
    server.stop()
    print(f"{len(pages)} potret di {target}/index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
