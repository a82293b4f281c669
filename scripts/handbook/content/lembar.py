"""Lembar: the sheets of a workbook, with what its cells hide: formulas, merged cells, errors. The only module that knows openpyxl."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from .register import Lembar, Sel


def dari_xlsx(path: Path) -> list[Lembar]:
    """Read the visible sheets of a workbook as they were typed, nothing computed. Raises ValueError when it is none."""
    try:
        book = load_workbook(path, data_only=False)
    except Exception as error:  # a damaged file raises whatever the parsers inside meet first
        raise ValueError("bukan buku kerja .xlsx, atau rusak; buka, lalu simpan ulang sebagai .xlsx") from error
    try:
        return [_sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    finally:
        book.close()


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
