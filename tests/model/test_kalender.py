"""Calendars: days that a rule counts, and the phases that follow from the lines."""

from datetime import date
from typing import Any

import pytest

from handbook.model.kalender import Kalender, Kepastian, Patokan


def line(id: str, **keys: Any) -> dict[str, Any]:
    return {"id": id, "nama": id.title(), "isi": "Artinya.", "sumber": ["teks"], "keyakinan": "primer", "kepastian": "pasti", **keys}


PEMILIHAN = Kalender.model_validate({
    "id": "pemilihan-2001", "nama": "Pemilihan 2001", "dasar": ["pp-1-2001#pasal-9"], "dibuka": "daftar",
    "jadwal": [
        line("daftar", mulai="2001-03-01", selesai="2001-09-01"),
        line("calon", tahap="calon", mulai="2001-06-01"),
        line("kampanye", tahap="masa", mulai="2001-06-04", selesai="2001-07-07"),
        line("tenang", tahap="tenang", mulai_dihitung={"dari": "suara", "hari": -3}, selesai_dihitung={"dari": "suara", "hari": -1}),
        line("suara", tahap="suara", mulai="2001-07-11", selesai="2001-07-11"),
        line("hitung", tahap="hitung", mulai="2001-07-11", selesai="2001-07-20"),
        line("terpilih", tahap="hitung", kepastian="tentatif"),
        line("lantik", tahap="hitung", wilayah="kota-cemara", mulai="2001-09-20"),
        line("mutasi", wilayah="kota-cemara", mulai_dihitung={"dari": "lantik"}, selesai_dihitung={"dari": "lantik", "bulan": 6}),
    ],
})  # fmt: skip


@pytest.mark.parametrize(
    ("patokan", "dari", "expected"),
    [
        ({"hari": -3}, date(2024, 3, 1), date(2024, 2, 27)),
        ({"bulan": -6}, date(2024, 9, 22), date(2024, 3, 22)),
        ({"bulan": 6}, date(2025, 8, 31), date(2026, 2, 28)),
        ({"bulan": -1}, date(2024, 3, 31), date(2024, 2, 29)),
        ({"bulan": 12, "hari": 1}, date(2024, 12, 31), date(2026, 1, 1)),
        ({}, date(2024, 9, 22), date(2024, 9, 22)),
    ],
)
def test_days_are_counted_from_a_written_one(patokan: dict[str, int], dari: date, expected: date) -> None:
    assert Patokan(dari="penetapan", **patokan).hitung(dari) == expected


def test_phases_follow_each_other_without_gap_or_overlap() -> None:
    told = [(f.tahap, f.mulai.isoformat(), f.selesai.isoformat()) for f in PEMILIHAN.fase()]
    assert told == [
        ("calon", "2001-03-01", "2001-06-03"),
        ("masa", "2001-06-04", "2001-07-07"),
        ("tenang", "2001-07-08", "2001-07-10"),
        ("suara", "2001-07-11", "2001-07-11"),
        ("hitung", "2001-07-12", "2001-07-20"),
    ]


def test_a_region_can_end_later_and_counts_from_its_own_day() -> None:
    assert PEMILIHAN.fase("kota-cemara")[-1].selesai == date(2001, 9, 20)
    assert PEMILIHAN.fase("kota-pinus") == PEMILIHAN.fase()
    (mutasi,) = [t for t in PEMILIHAN.terjadwal("kota-cemara") if t.jadwal.id == "mutasi"]
    assert (mutasi.mulai, mutasi.selesai) == (date(2001, 9, 20), date(2002, 3, 20))


def test_a_phase_with_a_line_that_is_not_settled_is_not_settled() -> None:
    assert [f.kepastian for f in PEMILIHAN.fase()] == [Kepastian.PASTI] * 4 + [Kepastian.TENTATIF]


def test_a_calendar_without_days_has_no_phases() -> None:
    vague = PEMILIHAN.model_copy(update={"jadwal": PEMILIHAN.jadwal[6:7]})
    assert vague.fase() == ()
