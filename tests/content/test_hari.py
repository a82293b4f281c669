"""Days as offices write them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.content.hari import BULAN, baca

MARET = date(2024, 3, 12)


@pytest.mark.parametrize(
    "teks",
    ["12 Maret 2024", "12 maret 2024", "12 Mar. 2024", "12-Mar-2024", "Selasa, 12 Maret 2024", "12/3/2024", "12-03-2024", "12.03.2024",
     "2024-03-12", "2024-03-12 00:00:00", "  12   Maret  2024 "],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(teks: str) -> None:
    assert baca(teks) == MARET


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("31 Februari 2024", "hari yang tidak ada"),
        ("29/2/2023", "hari yang tidak ada"),
        ("3/25/2024", "hari yang tidak ada"),  # month before day: never turned round
        ("12/03/24", "tahunnya dua angka"),
        ("12 Mar 24", "tahunnya dua angka"),
        ("45363", "mungkin 2024-03-12"),
        ("12 Marit 2024", "«12 Marit 2024»"),
        ("12/03-2024", "«12/03-2024»"),
        ("Maret 2024", "«Maret 2024»"),
        ("12 s.d. 14 Maret 2024", "s.d."),
        ("0/0/2024", "hari yang tidak ada"),
    ],
)
def test_what_is_not_surely_one_day_is_refused(teks: str, sebab: str) -> None:
    with pytest.raises(ValueError, match="«") as told:
        baca(teks)
    assert sebab in str(told.value)


@settings(max_examples=50)
@given(st.dates(date(1945, 1, 1), date(2100, 12, 31)), st.sampled_from(sorted(BULAN)))
def test_every_day_comes_back_from_every_spelling(day: date, nama: str) -> None:
    bulan = BULAN[nama]
    day = day.replace(month=bulan, day=min(day.day, 28))
    assert baca(f"{day.day} {nama.title()} {day.year}") == baca(f"{day.day}/{bulan}/{day.year}") == baca(day.isoformat()) == day


@settings(max_examples=30)
@given(st.text(max_size=20))
def test_any_text_is_a_day_or_a_told_refusal(teks: str) -> None:
    try:
        assert isinstance(baca(teks), date)
    except ValueError as error:
        assert "«" in str(error)
