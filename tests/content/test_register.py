"""Registers of any bytes: read, or refused in words; never anything else."""

import io
import zipfile
from pathlib import Path
from time import process_time

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
        assert str(error).startswith(("bukan buku kerja .xlsx", "terlalu besar: "))


def dengan(path: Path, lembar: bytes, **lain: bytes) -> Path:
    """Write a workbook whose one sheet is this XML, with further parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**UTUH, "xl/worksheets/sheet1.xml": lembar, **lain}.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("isi", "told"),
    [
        ('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>', "1048576 baris × 16384 kolom"),
        ('<sheetData/><mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>', "17179836416 sel gabungan"),
        ('<sheetData/><hyperlinks><hyperlink ref="A:XFD"/></hyperlinks>', "17179869184 sel gabungan"),
        ("<sheetData/><mergeCells>" + '<mergeCell ref="A1:CV20000"/>' * 2 + "</mergeCells>", "4000000 sel gabungan"),
    ],
    ids=["cell", "merge", "link", "merges"],
)
def test_a_small_workbook_that_spans_all_is_refused_soon(isi: str, told: str, tmp_path: Path) -> None:
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{isi}</worksheet>'.encode()
    start = process_time()
    with pytest.raises(ValueError, match=rf"^terlalu besar: .*{told}"):
        dari_xlsx(dengan(tmp_path / "lebar.xlsx", sheet))
    assert process_time() - start < 1


def test_a_workbook_that_unpacks_to_too_much_is_refused_unopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.content.lembar.BERAT", 100_000)
    path = dengan(tmp_path / "bom.xlsx", UTUH["xl/worksheets/sheet1.xml"], **{"xl/media/a.bin": bytes(100_000)})
    assert path.stat().st_size < 20_000
    with pytest.raises(ValueError, match=r"^terlalu besar: \d+ byte bila dibuka, paling banyak 100000"):
        dari_xlsx(path)


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "rusak.xlsx", "w") as archive:
        for name, content in UTUH.items():
            archive.writestr(name, content[: len(content) // 2])
    with pytest.raises(ValueError, match="rusak"):
        dari_xlsx(tmp_path / "rusak.xlsx")
