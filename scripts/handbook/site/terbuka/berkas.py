"""Berkas: the files of the open data: JSON, CSV and schema of every table, and the index that names them."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel, Field, create_model

from handbook.model.handbook import Handbook
from handbook.model.skema import Medan, medan

from .kepala import LISENSI, Kepala, sidik
from .putusan import KUNCI_UJI, Jawaban, Ketetapan, jawaban, vektor
from .tabel import TABEL, TabelTerbuka

DIALEK = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "data/"
INDEKS = f"{FOLDER}index.json"
ARTI = "Semua jawaban. JSON memuat baris-baris untuk dihitung; CSV memuat jawaban pada hari penyusunan, satu per peran dan tahap."
# Between the values of a list in one cell; a bar inside a value is doubled.
PEMISAH = " | "
# How a spreadsheet knows a formula; the mark put before them counts too, so that a reader may always take one away.
RUMUS = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True)
class Isian:
    """One entry of the index: the name of its files, what they hold, how many rows, and the version of what they hold."""

    nama: str
    arti: str
    jumlah: int
    versi: str

    def as_data(self) -> dict[str, Any]:
        """Give it as the index has it."""
        files = {"json": f"{self.nama}.json", "csv": f"{self.nama}.csv", "skema": f"{self.nama}.schema.json"}
        return {"nama": self.nama, "arti": self.arti, **files, "jumlah": self.jumlah, "versi": self.versi}


def export(handbook: Handbook, as_of: date, found: Ketetapan) -> Mapping[str, str]:
    """Give the open files by path. ``found`` is the book's rule set on that day, which is gathered once a build."""
    files = _putusan(handbook, as_of, found)
    index = [Isian("putusan", ARTI, len(found.perbuatan), found.versi)]
    for table in TABEL:
        rows = list(table.rows(handbook))
        index.append(Isian(table.nama, table.arti, len(rows), sidik("\n".join(row.model_dump_json() for row in rows))))
        files |= _tabel(table, rows, index[-1].versi, as_of)
    head = Kepala(versi=sidik("".join(one.versi for one in index)), disusun=as_of).model_dump(mode="json")
    files["index.json"] = _compact({**head, "berkas": [one.as_data() for one in index]})
    return {FOLDER + name: text for name, text in files.items()}


def daftar() -> tuple[tuple[str, str, tuple[Medan, ...]], ...]:
    """Give every table that is there as CSV: its name, what it holds, and its columns, each with its meaning."""
    return (("putusan", ARTI, medan(Jawaban)), *((table.nama, table.arti, table.kolom) for table in TABEL))


def skema(kind: type[BaseModel]) -> str:
    """Write the JSON Schema of a file. It lets unknown keys pass, for new ones may come within one version of the form."""
    return json.dumps(_open({"$schema": DIALEK, **kind.model_json_schema()}), ensure_ascii=False, indent=1)


def bungkus(table: TabelTerbuka) -> type[BaseModel]:
    """Give the type of a table's JSON file."""
    row: Any = table.baris
    rows: Any = (tuple[row, ...], Field(description=table.arti))
    return create_model(table.nama.capitalize(), __base__=Kepala, baris=rows)


def as_csv(kind: type[BaseModel], rows: Iterable[BaseModel], versi: str) -> str:
    """Write rows as RFC 4180 says, with the version and the licence of the file at the end of each line."""
    out = io.StringIO()
    # Every cell in quotes: a spreadsheet that divides at ";" or tabs would otherwise run what stands behind one as a formula.
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    columns = [m.nama for m in medan(kind)]
    writer.writerow([*columns, "versi", "lisensi"])
    for row in rows:
        plain = row.model_dump(mode="json")
        writer.writerow([*(_cell(plain[key]) for key in columns), versi, LISENSI])
    return out.getvalue()


def _putusan(handbook: Handbook, as_of: date, found: Ketetapan) -> dict[str, str]:
    vectors = {"versi": found.versi, "kunci": KUNCI_UJI, "kasus": list(vektor(handbook, as_of))}
    return {
        "putusan.json": found.model_dump_json(exclude_none=True),
        "putusan.csv": as_csv(Jawaban, jawaban(handbook, as_of), found.versi),
        "putusan.schema.json": skema(Ketetapan),
        "putusan-uji.json": _compact(vectors),
    }


def _tabel(table: TabelTerbuka, rows: list[BaseModel], versi: str, as_of: date) -> dict[str, str]:
    kind = bungkus(table)
    return {
        f"{table.nama}.json": kind(versi=versi, disusun=as_of, baris=rows).model_dump_json(exclude_none=True),
        f"{table.nama}.csv": as_csv(table.baris, rows, versi),
        f"{table.nama}.schema.json": skema(kind),
    }


def _cell(value: Any) -> str:
    """Write one value.

    >>> _cell(["satu", "dua|tiga"]), _cell("=HYPERLINK(1)"), _cell(True), _cell(None)
    ('satu | dua||tiga', "'=HYPERLINK(1)", 'true', '')
    """
    if isinstance(value, list):
        return _cell(PEMISAH.join(str(one).replace("|", "||") for one in value))
    if isinstance(value, str):
        return f"'{value}" if value.startswith(RUMUS) else value
    return "" if value is None else json.dumps(value)


def _open(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {key: _open(value) for key, value in schema.items() if key != "additionalProperties"}
    return [_open(one) for one in schema] if isinstance(schema, list) else schema


def _compact(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
