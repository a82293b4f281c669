"""The resolver on a small act, and on every combination of the real book."""

from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from handbook.clock import today
from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.model.penentuan import Penentuan, combinations, days, resolve, rows
from handbook.model.peraturan import StatusPeraturan
from handbook.model.perbuatan import NilaiPutusan, Perbuatan

DOCS = Path(__file__).parents[2] / "docs"
DAY = date(2001, 6, 1)


def row(nilai: str, **keys: Any) -> dict[str, Any]:
    return {
        "nilai": nilai, "peran": ["pegawai"], "tahap": ["masa"], "alasan": "Alasannya.", "dasar": ["pp-1-2001#pasal-9"],
        "sumber": ["teks"], "keyakinan": "primer", **keys,
    }  # fmt: skip


def act(*putusan: dict[str, Any]) -> Perbuatan:
    rest = {
        "alasan": "Tidak disebut.",
        "dasar": ["pp-1-2001#pasal-9"],
        "sumber": ["teks"],
        "keyakinan": "primer",
        "pilihan_aman": "Jangan.",
    }
    return Perbuatan.model_validate({
        "id": "hadir", "judul": "Hadir", "ringkas": "Ringkas.", "diperiksa": "2001-06-01", "tanya": "Boleh?", "kelompok": "acara",
        "sumber": ["teks"], "putusan": putusan, "selebihnya": rest,
    })  # fmt: skip


HADIR = act(
    row("boleh-bersyarat"),
    row("dilarang", wilayah="kota-cemara"),
    row("boleh", tahap=["tenang"], selesai="2001-05-31"),
    row("dilarang", tahap=["tenang"], mulai="2001-06-01"),
)


@pytest.mark.parametrize(
    ("role", "phase", "day", "region", "verdict", "found"),
    [
        ("pegawai", "masa", DAY, None, "boleh-bersyarat", (0,)),
        ("pegawai", "masa", DAY, "kota-cemara", "dilarang", (0, 1)),
        ("pegawai", "masa", DAY, "kota-pinus", "boleh-bersyarat", (0,)),
        ("pegawai", "tenang", date(2001, 5, 31), None, "boleh", (2,)),
        ("pegawai", "tenang", date(2001, 6, 1), None, "dilarang", (3,)),
        ("pegawai", "luar", DAY, None, "belum-diatur", ()),
        ("tamu", "masa", DAY, "kota-cemara", "belum-diatur", ()),
    ],
)
def test_the_row_that_speaks_answers(role: str, phase: str, day: date, region: str | None, verdict: str, found: tuple[int, ...]) -> None:
    assert resolve(HADIR, role, phase, day, region) == Penentuan(NilaiPutusan(verdict), found)


def test_a_region_never_weakens_the_national_answer() -> None:
    mild = act(row("dilarang"), row("boleh", wilayah="kota-cemara"))
    assert resolve(mild, "pegawai", "masa", DAY, "kota-cemara") == Penentuan(NilaiPutusan.DILARANG, (0, 1))


def test_days_cover_every_stretch() -> None:
    assert days(HADIR, date(2001, 7, 1)) == (date(2001, 6, 1), date(2001, 7, 1))


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(DOCS, today())
    assert handbook is not None, "\n".join(map(str, problems))
    return handbook


def test_every_combination_of_the_real_book_is_answered_on_grounds_in_force(buku: Handbook) -> None:
    groundless = []
    for entri, (peran, tahap, wilayah) in product(buku.perbuatan.values(), list(combinations(buku))):
        for day in days(entri.halaman, today()):
            for row in rows(entri.halaman, resolve(entri.halaman, peran, tahap, day, wilayah)):
                grounds = [match for dasar in row.dasar if (match := buku.pasal(dasar))]
                if not any(pasal.berlaku and rule.halaman.status is not StatusPeraturan.DICABUT for rule, pasal in grounds):
                    groundless.append((entri.halaman.id, peran, tahap, wilayah, day))
    assert groundless == []
