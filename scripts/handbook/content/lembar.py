"""Lembar: the sheets of a workbook, with what its cells hide: formulas, merged cells, errors. The only module that knows openpyxl."""

import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from .register import Lembar, Sel

BARIS, KOLOM = 20_000, 100  # no register is larger; whoever fills a cell far out asks for all between
TEPI = (1_048_576, 16_384)  # rows and columns of a range that names none: all there can be
BERAT = 100_000_000  # bytes of its parts, unpacked
# What openpyxl turns into a cell for every place that ``ref`` names, while it reads.
MELEBAR = frozenset({"mergeCell", "hyperlink", "comment"})
RUSAK = "bukan buku kerja .xlsx, atau rusak; buka, lalu simpan ulang sebagai .xlsx"


class TerlaluBesar(ValueError):
    """A workbook that would take more than a register can need."""

    def __init__(self, apa: str) -> None:
        super().__init__(f"terlalu besar: {apa}. Salin baris daftarnya saja ke buku kerja baru, lalu simpan sebagai .xlsx")


def dari_xlsx(path: Path) -> list[Lembar]:
    """Read the visible sheets of a workbook as they were typed, nothing computed.

    Raises ValueError, worded for an editor, when it is none, or is larger than any register; then little of it was read.
    """
    try:
        _timbang(path)
        book = load_workbook(path, data_only=False)
    except TerlaluBesar:
        raise
    except Exception as error:  # a damaged file raises whatever the parsers inside meet first
        raise ValueError(RUSAK) from error
    try:
        for sheet in book.worksheets:
            if sheet.max_row > BARIS or sheet.max_column > KOLOM:
                raise TerlaluBesar(
                    f"lembar «{sheet.title}» {sheet.max_row} baris × {sheet.max_column} kolom, paling banyak {BARIS} × {KOLOM}"
                )
        return [_sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    finally:
        book.close()


def _timbang(path: Path) -> None:
    """Refuse what would grow beyond all measure while it is read: packed bytes, and ranges. Any part may be a sheet."""
    with zipfile.ZipFile(path) as parts:
        weight = sum(part.file_size for part in parts.infolist())
        if weight > BERAT:
            raise TerlaluBesar(f"{weight} byte bila dibuka, paling banyak {BERAT}")
        places = sum(_lebar(parts.read(part), part.filename) for part in parts.infolist())
    if places > BARIS * KOLOM:
        raise TerlaluBesar(f"{places} sel gabungan atau bertautan, paling banyak {BARIS * KOLOM}")


def _lebar(xml: bytes, nama: str) -> int:
    """Count the places that the ranges of a part name; one that is neither XML nor called so names none."""
    places = 0

    def begun(tag: str, attributes: dict[str, str]) -> None:
        nonlocal places
        if tag.rpartition(":")[2] in MELEBAR and "ref" in attributes:
            left, top, right, bottom = range_boundaries(attributes["ref"])
            places += ((right or TEPI[1]) - (left or 1) + 1) * ((bottom or TEPI[0]) - (top or 1) + 1)

    parser = expat.ParserCreate()
    parser.StartElementHandler = begun
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        if nama.endswith((".xml", ".rels")):
            raise
    return places


def _sheet(sheet: Any) -> Lembar:
    merged = {(row, column) for span in sheet.merged_cells.ranges for row, column in _places(span)}
    rows = {n: [_cell(cell, merged) for cell in row] for n, row in enumerate(sheet.iter_rows(), 1)}
    return Lembar(sheet.title, rows)


def _places(span: Any) -> Iterable[tuple[int, int]]:
    return ((row, column) for row in range(span.min_row, span.max_row + 1) for column in range(span.min_col, span.max_col + 1))


def _cell(cell: Any, merged: set[tuple[int, int]]) -> Sel:
    """A cell's text. A day is written as one; a number with decimals may have lost zeros that its maker typed."""
    ragu = {"f": "rumus", "e": "galat"}.get(cell.data_type, "")
    if (cell.row, cell.column) in merged:
        ragu = "gabungan"
    value = cell.value
    if isinstance(value, datetime | date):
        return Sel(value.isoformat()[:10], ragu)
    if isinstance(value, float) and not value.is_integer():
        return Sel(repr(value), ragu or "pecahan")
    return Sel("" if value is None else " ".join(str(int(value) if isinstance(value, float) else value).split()), ragu)
