"""The Chromium finder, and the fixtures that drive a browser, on pages of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests import browser as finder
from tests.conftest import PageLog
from tests.pages_server import PagesServer


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def path_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on the PATH; Playwright has no browser of its own."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(finder, "playwrights_own", lambda: tmp_path / "none")
    return tmp_path / "bin"


def test_first_real_chromium_on_the_path_wins(path_folder: Path) -> None:
    program(path_folder / "chromium", "# exec /snap/bin/chromium\necho Chromium 1")
    program(path_folder / "chromium-browser", "echo broken; exit 1")
    real = program(path_folder / "google-chrome", "echo Google Chrome 159.0")
    assert finder.find_chromium() == real


def test_program_in_a_snap_is_not_taken(tmp_path: Path) -> None:
    assert not finder.is_chromium(program(tmp_path / "snap" / "chromium", "echo Chromium 1"))


def test_chosen_chromium_must_run(path_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path_folder / "chromium", "echo Chromium 1")
    monkeypatch.setenv("CHROMIUM", str(path_folder / "absent"))
    with pytest.raises(finder.NoBrowser, match=r"\$CHROMIUM"):
        finder.find_chromium()


def test_none_says_what_was_tried(path_folder: Path) -> None:
    with pytest.raises(finder.NoBrowser, match="google-chrome"):
        finder.find_chromium()


@pytest.mark.parametrize(
    ("distribution", "root", "last"),
    [
        ("debian", True, "apt-get install --yes --no-install-recommends chromium fonts-dejavu-core"),
        ("debian", False, "-m playwright install chromium"),
        ("ubuntu", True, "-m playwright install --with-deps chromium"),
        ("", True, "-m playwright install chromium"),
    ],
)
def test_installs_in_the_machines_own_way(distribution: str, root: bool, last: str) -> None:
    assert " ".join(finder.install_commands(distribution, root=root)[-1]).endswith(last)


@pytest.fixture
def small_site(tmp_path: Path) -> Iterator[PagesServer]:
    (tmp_path / "index.html").write_text("<!doctype html><link rel=icon href='data:,'><title>Kecil</title><script src=a.js></script>")
    (tmp_path / "a.js").write_text("document.title = 'Jalan'")
    pages = PagesServer(tmp_path)
    pages.start()
    yield pages
    pages.stop()


def test_page_runs_scripts(page: Page, small_site: PagesServer) -> None:
    page.goto(small_site.url)
    assert page.title() == "Jalan"


def test_page_without_javascript(open_page: Callable[..., Page], small_site: PagesServer) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(small_site.url)
    assert page.title() == "Kecil"


@pytest.mark.parametrize(
    ("script", "errors", "foreign"),
    [
        ("console.error('aduh')", ["aduh"], []),
        ("throw new Error('jatuh')", ["jatuh"], []),
        ("new Image().src = 'https://lain.example/x.png'", ["ERR_NAME_NOT_RESOLVED"], ["https://lain.example/x.png"]),
        ("console.warn('biasa')", [], []),
    ],
)
def test_page_log_sees(script: str, errors: list[str], foreign: list[str], browser: Browser, small_site: PagesServer) -> None:
    (small_site.root / "a.js").write_text(script)
    log, context = PageLog(), browser.new_context()
    log.watch(context)
    context.new_page().goto(small_site.url, wait_until="networkidle")
    context.close()
    assert log.foreign == foreign
    assert len(log.errors) == len(errors)
    assert all(part in text for part, text in zip(errors, log.errors, strict=True))
