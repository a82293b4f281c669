"""Faults as GitHub reads them: commands no text can break out of, and a summary that shows text as text."""

from handbook.content import laporan
from handbook.model.problem import Problem

GALAT = Problem("docs/kasus/a,b.md", 3, "nilai:x", "Ditemukan: 50%\r\n::error::palsu. ```")


def test_a_note_is_one_line_whose_text_cannot_be_a_command() -> None:
    assert laporan.annotation(GALAT) == (
        "::error file=docs/kasus/a%2Cb.md,line=3,title=nilai%3Ax::Ditemukan: 50%25%0D%0A::error::palsu. ```"
    )


def test_a_note_finds_the_file_from_the_root() -> None:
    assert laporan.annotation(Problem("docs/a.md", 1, "id", "x"), "buku/lain").startswith("::error file=buku/lain/docs/a.md,")


def test_the_summary_counts_and_shows_every_fault_as_code() -> None:
    text = laporan.summary([GALAT, Problem("docs/b.md", 7, "id", "Ditemukan: «<b>»")])
    assert text.startswith("## Pemeriksaan isi: 2 masalah\n")
    assert "\n    docs/kasus/a,b.md:3\n    Ditemukan: 50% ::error::palsu. ```\n" in text
    assert "\n    Ditemukan: «<b>»\n" in text


def test_a_sound_book_says_so() -> None:
    assert "Tidak ada masalah." in laporan.summary([])


def test_a_flood_is_cut_and_told() -> None:
    text = laporan.summary([Problem("docs/a.md", n, "id", "x") for n in range(1, 251)])
    assert text.count("\n    docs/a.md:") == laporan.PALING_BANYAK
    assert "Dan 50 lagi" in text
