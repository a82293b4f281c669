"""The plain files of a site: another builder, here MkDocs without the adapter, makes the same site of them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.cli import main
from handbook.site.sections import sections
from tests.site_build import ROOT, build_site

BUKU = ROOT / "tests/fixtures/buku"
ALAMAT = "https://contoh.example/buku/"
HARI = "2001-07-01"
# What differs by nature: the theme's own files, which the adapter leaves out, and what names every file.
BEDA = re.compile(r"assets/(javascripts|stylesheets|images)/|luring/|sw\.js|sitemap\.xml|.*\.html")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that `handbook tulis` writes, with the site that MkDocs alone makes of it."""
    folder = tmp_path_factory.mktemp("keluar") / "bahan"
    environment = pytest.MonkeyPatch()
    environment.setenv("SITE_URL", ALAMAT)
    given = ["tulis", str(folder), "--docs", str(BUKU), "--as-of", HARI]
    assert main(given) == 0
    environment.undo()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(folder / "mkdocs.yml")]
    done = subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert main([*given, "--tutup", str(folder / "site")]) == 0
    return folder


@pytest.fixture(scope="module")
def adapted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of the same book that the adapter makes."""
    book = tmp_path_factory.mktemp("buku")
    (book / "docs").symlink_to(BUKU)
    return build_site(book / "site", site_url=ALAMAT, docs=book / "docs", AS_OF=HARI)


def test_pages_hold_the_same_sections(plain: Path, adapted: Path) -> None:
    pages = sorted(file.relative_to(adapted) for file in adapted.rglob("*.html"))
    assert pages == sorted(file.relative_to(plain / "site") for file in (plain / "site").rglob("*.html"))
    for page in pages:
        found = [[(one.anchor, one.heading, one.text) for one in sections(text(site / page))] for site in (plain / "site", adapted)]
        assert found[0] == found[1], page


def text(page: Path) -> str:
    """Give a page's own content."""
    return page.read_text("utf-8").partition("<main")[2].partition('<p class="hanya-cetak">')[0]


def test_every_other_file_is_the_same(plain: Path, adapted: Path) -> None:
    names = sorted(path for file in adapted.rglob("*") if file.is_file() and not BEDA.match(path := file.relative_to(adapted).as_posix()))
    assert {"cari/manifes.json", "data/putusan.json", "kalender/pemilihan-2001.ics", "tinjauan.atom"} <= set(names)
    for name in names:
        assert (plain / "site" / name).read_bytes() == (adapted / name).read_bytes(), name
    ours = [file.relative_to(plain / "docs") for file in (plain / "docs/assets").rglob("*") if file.is_file()]
    assert all((plain / "docs" / name).read_bytes() == (adapted / name).read_bytes() for name in ours)
    assert (plain / "site/sw.js").read_text("utf-8").startswith("self.LURING = ")


def test_a_folder_that_is_there_is_left_alone(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tulis", str(plain), "--docs", str(BUKU), "--as-of", HARI]) == 2
    assert "sudah ada; sebut folder baru" in capsys.readouterr().err


def test_what_stands_in_the_way_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "bahan"
    folder.symlink_to(tmp_path / "tidak-ada")
    assert main(["tulis", str(folder), "--docs", str(BUKU), "--as-of", HARI]) == 2
    assert "sudah ada; sebut folder baru" in capsys.readouterr().err
