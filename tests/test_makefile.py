"""The Makefile on other machines: another Python, no Node, no git, a build that fails; and content beside that of a commit."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.perintah import BIN, Done, make, run
from tests.site_build import ROOT

CANARY = ROOT / "tests/canary"


@pytest.fixture
def makefile(tmp_path: Path) -> Callable[..., Done]:
    """Run the Makefile in a folder of its own, outside git, as on a machine without uv."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    return lambda *arguments: make("UV=", *arguments, cwd=tmp_path)


@pytest.fixture
def tiny_site(makefile: Callable[..., Done], tmp_path: Path) -> Path:
    """A folder in which `make build` builds a site of one page with this environment."""
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/bin").symlink_to(BIN)
    locks = ("requirements.txt", "pyproject.toml", "package.json", "package-lock.json", ".npmrc")
    for name in (*locks, ".venv/.locked", ".venv/.site", ".venv/.skrip"):  # the environment is newer than its locks
        (tmp_path / name).touch()
    (tmp_path / "mkdocs.yml").write_text("site_name: Canary\nsite_url: https://canary.example/\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Whole\n")
    return tmp_path


def test_content_is_compared_with_that_of_a_commit(makefile: Callable[..., Done], tiny_site: Path) -> None:
    shutil.rmtree(tiny_site / "docs")
    shutil.copytree(ROOT / "tests/fixtures/buku", tiny_site / "docs")
    author = ["-c", "user.name=Penguji", "-c", "user.email=penguji@contoh.example"]
    for command in (["init", "--quiet"], ["add", "docs"], [*author, "commit", "--quiet", "--message", "Isi lama"]):
        assert run("git", *command, cwd=tiny_site).returncode == 0
    act = tiny_site / "docs/perbuatan/hadir.md"
    text = act.read_text(encoding="utf-8").replace("nilai: dilarang", "nilai: boleh").replace("ringkas: Dilarang", "ringkas: Boleh")
    act.write_text(text, encoding="utf-8")
    done = makefile("beda", "LAMA=HEAD", "AS_OF=2001-07-01")
    assert "Dilarang → Boleh" in done.stdout, done.stdout + done.stderr


def test_failed_build_leaves_the_former_site(makefile: Callable[..., Done], tiny_site: Path) -> None:
    assert makefile("build").returncode == 0
    shutil.copy(CANARY / "docs/index.md", tiny_site / "docs")
    assert makefile("build").returncode != 0
    assert "Whole" in (tiny_site / "site/index.html").read_text()


def test_build_carries_a_given_date_and_not_the_clocks(makefile: Callable[..., Done], tiny_site: Path) -> None:
    assert makefile("build", "AS_OF=2024-11-27").returncode == 0
    assert "<lastmod>2024-11-26</lastmod>" in (tiny_site / "site/sitemap.xml").read_text()  # midnight in Jakarta, in UTC


def fake_python(folder: Path, script: str) -> str:
    program = folder / "python-fake"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return f"PYTHON={program}"


def test_old_python_is_refused_with_a_way_out(makefile: Callable[..., Done], tmp_path: Path) -> None:
    done = makefile(".venv/bin/python", fake_python(tmp_path, 'if [ "$1" = --version ]; then echo Python 3.9.6; else exit 1; fi'))
    assert done.returncode != 0
    assert "needs Python 3.11.5 or newer" in done.stdout
    assert "Python 3.9.6" in done.stdout


def test_python_without_venv_is_refused_with_a_way_out(makefile: Callable[..., Done], tmp_path: Path) -> None:
    done = makefile(".venv/bin/python", fake_python(tmp_path, 'if [ "$1" = -m ]; then mkdir .venv; exit 1; fi'))
    assert done.returncode != 0
    assert "apt install python3-venv" in done.stdout
    assert not (tmp_path / ".venv").exists()


def test_a_machine_without_node_is_told_what_is_missing(makefile: Callable[..., Done], tiny_site: Path) -> None:
    (tiny_site / ".venv/.skrip").unlink()
    tools = tiny_site / "tools"
    tools.mkdir()
    for name in ("sh", "awk", "date", "git", "touch", "mkdir", "cp"):
        if found := shutil.which(name):
            (tools / name).symlink_to(found)
    done = makefile("build", f"PATH={tools}", "SOURCE_DATE_EPOCH=0")
    assert done.returncode != 0
    assert "needs Node 20 or newer with npm; here node is missing" in done.stdout
