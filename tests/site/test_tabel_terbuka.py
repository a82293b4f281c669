"""Every table of the open data: against its schema, JSON against CSV, explained, harmless in a spreadsheet, and as promised."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.model.rekaman import Keyakinan
from handbook.model.wilayah import Pejabat
from handbook.site import terbuka
from tests.payloads import payloads
from tests.site.test_terbuka import AS_OF, BUKU

JANJI = Path(__file__).parents[1] / "golden/data/kolom.json"
NAMA = [table.nama for table in terbuka.TABEL]


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, _ = load(BUKU, AS_OF)
    assert handbook is not None
    return handbook


@pytest.fixture(scope="module")
def files(buku: Handbook) -> dict[str, str]:
    return export(buku)


def export(book: Handbook) -> dict[str, str]:
    return dict(terbuka.export(book, AS_OF, terbuka.ketetapan(book, AS_OF)))


def read_csv(text: str) -> list[dict[str, str]]:
    """Read as a stranger who knows only the page: one mark before a formula is taken away."""
    return [
        {key: value.removeprefix("'") for key, value in row.items()} for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)
    ]


def read_cell(cell: str, told: Any) -> Any:
    """Read a cell as the kind of value that the JSON has there."""
    if isinstance(told, list):
        return [one.replace("||", "|") for one in cell.split(" | ")] if cell else []
    if told is None:
        return cell or None
    return cell if isinstance(told, str) else json.loads(cell)


def agree(files: dict[str, str], nama: str) -> int:
    """See that both files of a table say the same; give the number of cells compared."""
    book, lines = json.loads(files[f"data/{nama}.json"]), read_csv(files[f"data/{nama}.csv"])
    assert len(lines) == len(book["baris"])
    for line, row in zip(lines, book["baris"], strict=True):
        assert (line.pop("versi"), line.pop("lisensi")) == (book["versi"], book["lisensi"])
        assert {key: read_cell(cell, row.get(key)) for key, cell in line.items()} == {key: row.get(key) for key in line}
    return sum(map(len, lines))


@pytest.mark.parametrize("nama", NAMA)
def test_json_and_csv_say_the_same_and_keep_the_schema(files: dict[str, str], nama: str) -> None:
    schema, book = json.loads(files[f"data/{nama}.schema.json"]), json.loads(files[f"data/{nama}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    check.validate(book)
    assert agree(files, nama) > 0
    key = next(iter(schema["$defs"][f"Baris{nama.capitalize()}"]["required"]))
    book["baris"][0].pop(key)
    assert not check.is_valid(book), f"{key} is required"


@pytest.mark.parametrize("nama", NAMA)
def test_a_program_of_this_year_reads_the_files_of_the_next(files: dict[str, str], nama: str) -> None:
    """A new key may come without a new version of the form, so the schema must let it pass."""
    schema, book = json.loads(files[f"data/{nama}.schema.json"]), json.loads(files[f"data/{nama}.json"])
    jsonschema.validate({**book, "baru": 1, "baris": [{**row, "baru": [1]} for row in book["baris"]]}, schema)


def test_the_index_names_every_file(files: dict[str, str]) -> None:
    index = json.loads(files["data/index.json"])
    named = {f"data/{one[kind]}" for one in index["berkas"] for kind in ("json", "csv", "skema")}
    assert named | {"data/index.json", "data/putusan-uji.json"} == set(files)
    for one in index["berkas"]:
        book = json.loads(files[f"data/{one['json']}"])
        assert (one["versi"], one["jumlah"]) == (book["versi"], len(book.get("baris", book.get("perbuatan"))))
    assert (index["lisensi"], index["disusun"]) == ("CC-BY-4.0", AS_OF.isoformat())


def test_the_version_of_a_table_follows_its_rows_and_not_the_day(buku: Handbook, files: dict[str, str]) -> None:
    later = terbuka.export(buku, date(2001, 8, 1), terbuka.ketetapan(buku, date(2001, 8, 1)))
    assert json.loads(later["data/kasus.json"])["versi"] == json.loads(files["data/kasus.json"])["versi"]
    book = with_case(buku, hasil="Perkara dihentikan.")
    changed = export(book)
    assert json.loads(changed["data/kasus.json"])["versi"] != json.loads(files["data/kasus.json"])["versi"]
    assert json.loads(changed["data/sumber.json"])["versi"] == json.loads(files["data/sumber.json"])["versi"]


def with_case(book: Handbook, **keys: Any) -> Handbook:
    (entri,) = book.kasus.values()
    new = replace(entri, halaman=entri.halaman.model_copy(update=keys))
    return replace(book, entri=tuple(new if e is entri else e for e in book.entri))


def test_nothing_becomes_a_formula_and_nothing_is_lost(buku: Handbook) -> None:
    hostile = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", 'a "b", c', "a | b || c|", *payloads())
    (entri,) = buku.kasus.values()
    cases = [
        replace(entri, halaman=entri.halaman.model_copy(update={"id": f"k-{n}", "hasil": text, "alias": (text, f"{text} lain")}))
        for n, text in enumerate(hostile)
    ]
    files = export(replace(buku, entri=(*(e for e in buku.entri if e is not entri), *cases)))
    assert agree(files, "kasus") > 20 * len(hostile)
    lines = csv.DictReader(io.StringIO(files["data/kasus.csv"], newline=""), strict=True)
    assert not [cell for row in lines for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_lines_end_as_the_standard_says_and_are_utf8(files: dict[str, str]) -> None:
    for path, text in files.items():
        if path.endswith(".csv"):
            widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}
            assert (len(widths), text.count("\n")) == (1, text.count("\r\n")), path
            assert not text.startswith("\ufeff")


def test_every_column_is_explained() -> None:
    columns = [(nama, column) for nama, _, columns in terbuka.daftar() for column in columns]
    assert [(nama, column.nama) for nama, column in columns if len(column.arti) < 5 or not column.bentuk] == []


def promised() -> dict[str, dict[str, str]]:
    """Say what kind of value each column holds; the choices of one that is chosen may grow."""
    kinds = {bool: "ya-tidak", int: "bilangan"}
    return {
        nama: {m.nama: "daftar" if m.banyak else "pilihan" if m.pilihan else kinds.get(m.inti, "teks") for m in columns}
        for nama, _, columns in terbuka.daftar()
    }


def test_no_column_goes_or_changes_within_a_version_of_the_form() -> None:
    old, now = json.loads(JANJI.read_text(encoding="utf-8")), promised()
    assert old["skema"] == terbuka.SKEMA
    broken = {(nama, key) for nama, keys in old["tabel"].items() for key, kind in keys.items() if now.get(nama, {}).get(key) != kind}
    assert not broken, "others rely on these keys: bring them back, or raise SKEMA and write the list anew"
    new = {(nama, key): kind for nama, keys in now.items() for key, kind in keys.items() if key not in old["tabel"].get(nama, {})}
    assert not new, f"published from now on: add them to {JANJI.name}"


def test_who_holds_an_office_is_in_no_table(buku: Handbook) -> None:
    """That is told on the region's page, with its doubts; data without the page carries no person's name."""
    (entri,) = buku.wilayah.values()
    official = Pejabat(nama="Nama Uji", jabatan="Bupati", isi="Menjabat.", sumber=("warta-cemara",), keyakinan=Keyakinan.PRIMER)
    new = replace(entri, halaman=entri.halaman.model_copy(update={"pejabat": (official,)}))
    files = export(replace(buku, entri=tuple(new if e is entri else e for e in buku.entri)))
    assert new.versi != entri.versi, "the page is another one"
    assert new.versi in files["data/wilayah.csv"]
    assert [path for path, text in files.items() if "Nama Uji" in text] == []
