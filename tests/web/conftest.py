"""Fixtures of the tests that change the published site or read it without a network.

``buku``      the real book, from which a release is made
``terbitan``  a copy of the site with a server of its own, whose files a test may change
``reader``    a page whose browser may install the service worker
``quiet``     what a test provokes on purpose is no error of the page
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from handbook.clock import today
from handbook.content.load import load
from handbook.model.handbook import Handbook
from tests.conftest import PageLog
from tests.pages_server import PagesServer
from tests.site_build import ROOT
from tests.web.luring import NETWORK


@pytest.fixture(scope="session")
def buku() -> Handbook:
    """Load the real book."""
    handbook, problems = load(ROOT / "docs", today())
    assert handbook is not None, problems
    return handbook


@pytest.fixture
def terbitan(situs: Path, tmp_path: Path) -> Iterator[PagesServer]:
    """Serve a copy of the site."""
    pages = PagesServer(tmp_path / "site")
    shutil.copytree(situs, pages.root)
    pages.start()
    yield pages
    pages.stop()


@pytest.fixture
def reader(open_page: Callable[..., Page]) -> Page:
    """Open a page with a service worker."""
    return open_page(service_workers="allow")


@pytest.fixture
def quiet(page_log: PageLog) -> Iterator[None]:
    """A browser calls every failed request an error; here they are made on purpose. Broken policy and scripts are not."""
    yield
    page_log.errors[:] = [error for error in page_log.errors if not any(part in error for part in NETWORK)]
