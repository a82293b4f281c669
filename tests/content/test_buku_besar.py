"""The fictional book of the bench is a sound one, of the size asked for, and the same each time."""

from datetime import date
from pathlib import Path

from handbook.content.load import load
from tests.bench import buku

AS_OF = date(2001, 7, 1)


def test_a_generated_book_passes_the_check_and_is_the_same_again(tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        buku.tulis(tmp_path / name / "docs", 80)
    handbook, problems = load(tmp_path / "satu/docs", AS_OF)
    assert problems == []
    assert handbook is not None
    assert len(handbook.entri) == 80
    assert handbook.edaran("kota-001")
    assert handbook == load(tmp_path / "dua/docs", AS_OF)[0]
