"""Reviews in history: a day that was moved, a review that was taken away, a due day put off; and what git is asked."""

import re
import subprocess
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from handbook.arsip import earlier
from handbook.cli import main
from handbook.content.load import load
from handbook.content.riwayat import moved, read_past

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
PAGE = "peraturan/pp-1-2001.md"
AS_OF = date(2001, 7, 1)
NEW = ", {tanggal: 2001-06-20, oleh: ahli-hukum, terhadap: [teks-pp-1-2001], hasil: Bunyi pasal 5 dibaca ulang dan tetap.}]"


def told(docs: Path, old: str) -> list[str]:
    handbook, problems = load(docs, AS_OF)
    assert handbook is not None, problems
    return [problem.code for problem in moved(handbook, "docs", {PAGE: read_past(old)})]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ([], []),
        ([("tanggal: 2001-06-01", "tanggal: 2001-06-20")], ["tinjauan-lama"]),
        ([("sampai akhir.}]", "sampai akhir.}" + NEW)], []),
        ([("sampai akhir.}]", "sampai akhir.}" + NEW), ("2001-11-28", "2001-12-10")], []),
        ([("2001-11-28", "2001-12-10")], ["tinjau-sebelum"]),
        ([("oleh: redaksi", "oleh: ahli-hukum")], ["tinjauan-lama"]),
        ([("2001-11-28", "2001-10-01")], []),
        ([("Naskahnya dibaca dari awal", "Seluruh naskahnya dibaca dari awal")], []),
    ],
)
def test_only_a_new_review_moves_a_day(tmp_path: Path, changes: list[tuple[str, str]], codes: list[str]) -> None:
    docs = tmp_path / "docs"
    copytree(BUKU, docs)
    old = text = (docs / PAGE).read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    (docs / PAGE).write_text(text, encoding="utf-8")
    assert told(docs, old) == codes


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "tanggal: 2001-06-01",
            "tanggal: 2001-06-20",
            "docs/peraturan/pp-1-2001.md:1: tinjauan-lama Ditemukan: tinjauan 2001-06-01 hilang atau diganti tanggalnya. Diharapkan: "
            "tinjauan lama tetap; yang baru ditambahkan di bawahnya. Contoh: - tanggal: 2001-06-01 … lalu - tanggal: …",
        ),
        (
            "oleh: redaksi",
            "oleh: ahli-hukum",
            "docs/peraturan/pp-1-2001.md:1: tinjauan-lama Ditemukan: tinjauan 2001-06-01 oleh ahli-hukum. Diharapkan: "
            "peninjau lama tetap; tidak ada yang meninjau atas nama peran lain. Contoh: oleh: redaksi",
        ),
        (
            "2001-11-28",
            "2001-12-10",
            "docs/peraturan/pp-1-2001.md:1: tinjau-sebelum Ditemukan: 2001-11-28 menjadi 2001-12-10. Diharapkan: "
            "tenggat mundur hanya bersama tinjauan baru. Contoh: tinjau_sebelum: 2001-11-28",
        ),
    ],
)
def test_the_fault_says_what_was_there(before: str, after: str, told: str, tmp_path: Path) -> None:
    copytree(BUKU, tmp_path / "docs")
    page = tmp_path / "docs" / PAGE
    old = page.read_text(encoding="utf-8")
    page.write_text(old.replace(before, after), encoding="utf-8")
    handbook, _ = load(tmp_path / "docs", AS_OF)
    assert handbook is not None
    assert [str(problem) for problem in moved(handbook, "docs", {PAGE: read_past(old)})] == [told]


@pytest.mark.parametrize("old", ["", "---\nid: x\n", "---\ndiverifikasi: satu\n---\n", "---\n- a\n---\n", "---\nid: [\n---\n"])
def test_of_a_broken_or_older_page_nothing_is_demanded(old: str) -> None:
    assert told(BUKU, old) == []


def apart(act: str) -> str:
    """Let a copy of an act be asked by words of its own."""
    return (
        act.replace("Hadir di kampanye", "Datang ke rapat")
        .replace("saya hadir di kampanye?", "saya datang ke rapat?")
        .replace("alias: [", "alias: [rapat, ", 1)
        .replace(", ikut kampanye, datang ke kampanye", "")
    )


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Penguji", "-c", "user.email=uji@contoh.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_the_check_sees_a_day_moved_since_the_last_commit_and_the_one_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = tmp_path / "docs"
    copytree(BUKU, docs)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "awal")
    assert list(earlier(docs)) == []
    page = docs / PAGE
    page.write_text(page.read_text(encoding="utf-8").replace("tanggal: 2001-06-01", "tanggal: 2001-06-20"), encoding="utf-8")
    for commit in (False, True):
        if commit:
            git(tmp_path, "commit", "-qam", "maju")
        assert main(["check", "--docs", str(docs), "--as-of", "2001-07-01"]) == 1
        assert capsys.readouterr().out.startswith("docs/peraturan/pp-1-2001.md:1: tinjauan-lama Ditemukan: tinjauan 2001-06-01 hilang")


def test_a_page_under_a_new_name_keeps_its_reviews(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = tmp_path / "docs"
    copytree(BUKU, docs)
    old = docs / "perbuatan/hadir.md"
    text = apart(old.read_text(encoding="utf-8"))
    old.with_name("datang.md").write_text(text.replace("id: hadir", "id: datang", 1), encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "awal")
    old.with_name("datang.md").unlink()
    page = old.with_name("tiba.md")
    named = text.replace("id: hadir", "id: tiba", 1).replace("kelompok:", "alamat_lama: [perbuatan/datang/]\nkelompok:", 1)
    day = re.search(r"tanggal: (2001-\d\d-\d\d)", named)
    assert day
    check = ["check", "--docs", str(docs), "--as-of", "2001-07-01"]
    for written, code in ((named, 0), (named.replace(day[0], "tanggal: 2001-06-21", 1), 1)):
        page.write_text(written, encoding="utf-8")
        assert main(check) == code, capsys.readouterr().out
    told = f"docs/perbuatan/tiba.md:1: tinjauan-lama Ditemukan: tinjauan {day[1]} hilang"
    assert capsys.readouterr().out.startswith(told)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "ganti nama")
    assert main(check) == 1
    assert capsys.readouterr().out.startswith(told)


def test_a_published_page_is_not_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = tmp_path / "docs"
    copytree(BUKU, docs)
    (docs / "perbuatan" / "datang.md").write_text(
        apart((docs / "perbuatan/hadir.md").read_text(encoding="utf-8")).replace("id: hadir", "id: datang", 1)
    )
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "awal")
    (docs / "perbuatan" / "datang.md").unlink()
    check = ["check", "--docs", str(docs), "--as-of", "2001-07-01"]
    assert main(check) == 1
    assert capsys.readouterr().out.startswith("docs/perbuatan/datang.md:1: halaman-hilang Ditemukan: halaman dihapus.")
    page = docs / "perbuatan" / "hadir.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("kelompok:", "alamat_lama: [perbuatan/datang/]\nkelompok:", 1), encoding="utf-8"
    )
    assert main(check) == 0
