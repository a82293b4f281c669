"""`handbook check --format github` and `handbook beda`: what a pull request shows."""

from pathlib import Path
from shutil import copytree

import pytest

from handbook.cli import main

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copytree(BUKU, tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "ringkasan.md"))
    monkeypatch.setenv("AS_OF", "2001-07-01")
    return tmp_path / "docs"


def ruin(docs: Path, old: str, new: str) -> None:
    path = docs / "perbuatan/hadir.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_faults_are_notes_on_their_lines_and_a_summary(docs: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ruin(docs, "nilai: dilarang", "nilai: terlarang")
    assert main(["check", "--format", "github"]) == 1
    plain, note = capsys.readouterr().out.splitlines()
    assert plain.startswith("docs/perbuatan/hadir.md:10: nilai Ditemukan: «terlarang».")
    assert note == "::error file=docs/perbuatan/hadir.md,line=10,title=nilai::" + plain.partition(": nilai ")[2]
    assert (tmp_path / "ringkasan.md").read_text(encoding="utf-8").startswith("## Pemeriksaan isi: 1 masalah\n")


def test_a_sound_book_makes_no_notes(docs: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["check", "--format", "github"]) == 0
    assert capsys.readouterr().out == ""
    assert "Tidak ada masalah." in (tmp_path / "ringkasan.md").read_text(encoding="utf-8")


def test_plain_check_says_nothing_to_github(docs: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ruin(docs, "nilai: dilarang", "nilai: terlarang")
    assert main(["check"]) == 1
    assert "::error" not in capsys.readouterr().out
    assert not (tmp_path / "ringkasan.md").exists()


@pytest.mark.parametrize("how", ["teks", "markdown", "github"])
def test_what_changes_for_readers(how: str, docs: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ruin(docs, "ringkas: Dilarang", "ringkas: Boleh")
    ruin(docs, "nilai: dilarang", "nilai: boleh")
    assert main(["beda", str(BUKU), "--format", how]) == 0
    out = capsys.readouterr().out
    assert "Dilarang → Boleh" in out
    assert out.startswith("## ") == (how == "markdown")
    assert (tmp_path / "ringkasan.md").exists() == (how == "github")


def test_a_faulty_book_is_not_compared(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ruin(docs, "nilai: dilarang", "nilai: terlarang")
    assert main(["beda", str(BUKU)]) == 1
    assert capsys.readouterr().out.startswith("docs/perbuatan/hadir.md:10: nilai ")
    assert main(["beda", str(docs), "--docs", str(BUKU)]) == 0
    assert capsys.readouterr().out.startswith(f"Isi lama di {docs} tidak dapat dibaca, jadi perbandingan tidak dibuat.")
