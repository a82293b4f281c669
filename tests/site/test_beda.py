"""The comparison in words: before and after, for whom, and the pages a reader finds changed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from handbook.model.handbook import Handbook
from handbook.model.perubahan import perubahan
from handbook.site import beda
from tests.model.test_perubahan import changed, lama, rows

__all__ = ["lama"]
HARI = date(2001, 7, 1)


@pytest.fixture
def baru(lama: Handbook) -> Handbook:
    first, second = rows(lama)
    return changed(lama, putusan=[first | {"nilai": "boleh"}, second], tanya="Bolehkah <b>hadir</b> & *ikut*?")


def told(lama: Handbook, baru: Handbook, **how: Any) -> list[str]:
    tell = beda.as_markdown if how else beda.as_text
    return tell(lama, baru, perubahan(lama, baru), HARI).splitlines()


def test_it_says_before_after_and_for_whom(lama: Handbook, baru: Handbook) -> None:
    lines = told(lama, baru)
    assert lines[:4] == ["Apa yang berubah bagi Anda", "", "Bolehkah <b>hadir</b> & *ikut*?", lines[3]]
    assert lines[3].startswith("  Dilarang → Boleh — ")
    assert "Halaman yang disunting: 1" in lines
    assert "  perbuatan/hadir.md" in lines
    assert "  perbuatan/index.md" in lines[lines.index("  perbuatan/hadir.md") :], "what lists the act changes with it"


def test_markdown_shows_what_the_book_says_as_text(lama: Handbook, baru: Handbook) -> None:
    assert "### Bolehkah \\<b\\>hadir\\</b\\> \\& \\*ikut\\*?" in told(lama, baru, markdown=True)


def test_nothing_changed_is_said(lama: Handbook) -> None:
    assert told(lama, lama) == ["Apa yang berubah bagi Anda", "", "Tidak ada jawaban yang berubah."]


def test_a_deleted_act_is_told_in_the_words_of_the_old_book(lama: Handbook) -> None:
    entri = lama.perbuatan["hadir"]
    more = replace(entri, path="perbuatan/duduk.md", halaman=entri.halaman.model_copy(update={"id": "duduk", "tanya": "Bolehkah duduk?"}))
    lines = told(replace(lama, entri=(*lama.entri, more)), lama)
    assert lines[2] == "Bolehkah duduk?"
    assert any(line.startswith("  Dilarang → (dihapus) — ") for line in lines)
    assert "Halaman yang dihapus: 1" in lines


def test_a_region_is_named(lama: Handbook) -> None:
    first, second = rows(lama)
    baru = changed(lama, putusan=[first, second, second | {"nilai": "dilarang", "wilayah": "kota-cemara", "mulai": "2002-01-01"}])
    assert any(line.endswith("(di Kota Cemara) (sejak 1 Januari 2002)") for line in told(lama, baru))
