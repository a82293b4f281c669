"""The search on its own: the lines that its README shows to another site work as they stand there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.pages_server import PagesServer
from tests.site_build import ROOT

README = (ROOT / "scripts/handbook/search/README.md").read_text("utf-8")


def code(kind: str) -> str:
    """The one block of a kind."""
    [block] = re.findall(rf"^```{kind}\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    return str(block)


def test_another_site_uses_the_search_as_the_readme_says(page: Page, tmp_path: Path) -> None:
    assert len(code("python").split("\n\n", 1)[1].strip().splitlines()) <= 10
    subprocess.run([sys.executable, "-c", code("python")], cwd=tmp_path, env={"PYTHONPATH": str(ROOT / "scripts")}, check=True)
    shutil.copytree(ROOT / "overrides/assets/javascripts/search", tmp_path / "search")
    (tmp_path / "index.html").write_text(code("html"), "utf-8")
    server = PagesServer(tmp_path)
    server.start()
    page.goto(server.url)
    expect(page.locator("li")).to_have_text(["Surat izin: izin/"])
    assert [path for path in server.requests if path.startswith("cari/")] == ["cari/manifes.json"]
    server.stop()
