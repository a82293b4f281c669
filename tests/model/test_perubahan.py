"""Two books compared: every change of an answer is found, for whom and when, and nothing else is called a change."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handbook.content.load import load
from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan
from handbook.model.perbuatan import Perbuatan
from handbook.model.perubahan import Perubahan, perubahan

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"


@pytest.fixture(scope="module")
def lama() -> Handbook:
    handbook, _ = load(BUKU, date(2001, 7, 1))
    assert handbook is not None
    return handbook


def changed(book: Handbook, **keys: Any) -> Handbook:
    """Give the book with other rows of verdicts in its act."""
    entri = book.perbuatan["hadir"]
    record = entri.halaman.model_dump(mode="json") | keys
    new: Entri[Any] = replace(entri, halaman=Perbuatan.model_validate(record))
    return replace(book, entri=tuple(new if e is entri else e for e in book.entri))


def rows(book: Handbook) -> list[dict[str, Any]]:
    return [row.model_dump(mode="json") for row in book.perbuatan["hadir"].halaman.putusan]


def test_the_same_book_has_no_changes(lama: Handbook) -> None:
    assert perubahan(lama, lama) == ()


def test_a_changed_verdict_tells_for_whom(lama: Handbook) -> None:
    first, second = rows(lama)
    baru = changed(lama, putusan=[first | {"nilai": "boleh"}, second])
    assert perubahan(lama, baru) == (
        Perubahan("hadir", None, None, None, NilaiPutusan.DILARANG, NilaiPutusan.BOLEH, (), (("pegawai", "masa"), ("pegawai", "tenang"))),
    )


def test_a_narrower_row_changes_only_what_it_leaves(lama: Handbook) -> None:
    first, second = rows(lama)
    (found,) = perubahan(lama, changed(lama, putusan=[first | {"tahap": ["masa"]}, second]))
    assert (found.sebelum, found.sesudah, found.sel) == (NilaiPutusan.DILARANG, NilaiPutusan.BELUM_DIATUR, (("pegawai", "tenang"),))


def test_the_same_verdict_with_another_reason_names_what_changed(lama: Handbook) -> None:
    first, second = rows(lama)
    (found,) = perubahan(lama, changed(lama, putusan=[first | {"alasan": "Alasan lain.", "sanksi": []}, second]))
    assert (found.sebelum, found.sesudah, found.kunci) == (NilaiPutusan.DILARANG, NilaiPutusan.DILARANG, ("alasan", "sanksi"))


def test_rows_cut_otherwise_that_say_the_same_are_no_change(lama: Handbook) -> None:
    first, second = rows(lama)
    assert perubahan(lama, changed(lama, putusan=[first | {"tahap": ["masa"]}, first | {"tahap": ["tenang"]}, second])) == ()


def test_a_change_from_a_day_on_is_told_with_its_days(lama: Handbook) -> None:
    first, second = rows(lama)
    ended, later = first | {"selesai": "2001-12-31"}, first | {"mulai": "2002-01-01", "nilai": "boleh"}
    (found,) = perubahan(lama, changed(lama, putusan=[ended, later, second]))
    assert (found.sesudah, found.mulai, found.selesai) == (NilaiPutusan.BOLEH, date(2002, 1, 1), None)


def test_a_regions_row_changes_its_region_only(lama: Handbook) -> None:
    first, second = rows(lama)
    baru = changed(lama, putusan=[first, second, second | {"nilai": "dilarang", "wilayah": "kota-cemara"}])
    (found,) = perubahan(lama, baru)
    assert (found.wilayah, found.sebelum, found.sesudah) == ("kota-cemara", NilaiPutusan.BELUM_DIATUR, NilaiPutusan.DILARANG)


def test_new_and_deleted_acts_have_one_side_only(lama: Handbook) -> None:
    without = replace(lama, entri=tuple(e for e in lama.entri if e.halaman.id != "hadir"))
    assert {(c.sebelum, c.sesudah) for c in perubahan(without, lama)} == {(None, NilaiPutusan.DILARANG), (None, NilaiPutusan.BELUM_DIATUR)}
    assert {c.sesudah for c in perubahan(lama, without)} == {None}
