"""Registers of any bytes: read, or refused in words; never anything else."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from handbook.content.lembar import dari_xlsx
from handbook.content.register import Register, dari_csv, decode, susun

KEPALA = b"Nomor;Tanggal;Tentang\n"


@settings(max_examples=60)
@given(st.binary(max_size=120))
def test_any_bytes_after_the_heads_are_rows_or_a_told_refusal(isi: bytes) -> None:
    try:
        register = susun(dari_csv(decode(KEPALA + isi)[0], {}), {})
    except ValueError as error:
        assert str(error).startswith("bukan ")
    else:
        assert isinstance(register, Register)
        assert register.kolom == ("nomor", "tanggal", "tentang")


def parts() -> dict[str, bytes]:
    """Give the parts of a sound workbook."""
    book, out = Workbook(), io.BytesIO()
    assert book.active
    book.active.append(["Nomor", "Tanggal", "Perihal"])
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


UTUH = parts()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(UTUH)), st.data())
def test_a_damaged_workbook_is_read_or_refused_in_words(tmp_path: Path, nama: str, data: st.DataObject) -> None:
    awal = data.draw(st.integers(0, len(UTUH[nama])))
    panjang = data.draw(st.integers(1, 30))
    rusak = UTUH[nama][:awal] + UTUH[nama][awal + panjang :]
    with zipfile.ZipFile(tmp_path / "rusak.xlsx", "w") as archive:
        for name, content in UTUH.items():
            archive.writestr(name, rusak if name == nama else content)
    try:
        dari_xlsx(tmp_path / "rusak.xlsx")
    except ValueError as error:
        assert str(error).startswith("bukan buku kerja .xlsx")


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "rusak.xlsx", "w") as archive:
        for name, content in UTUH.items():
            archive.writestr(name, content[: len(content) // 2])
    with pytest.raises(ValueError, match="rusak"):
        dari_xlsx(tmp_path / "rusak.xlsx")
