"""Open data of the fictional book: against its schema, by a second reader, and the same for the same content."""

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import vobject

from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.site import cek, ics, susunan, terbuka

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
AS_OF = date(2001, 7, 1)
HERE = "https://buku.example/"


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(BUKU, AS_OF)
    assert handbook is not None, problems
    return handbook


@pytest.fixture(scope="module")
def files(buku: Handbook) -> dict[str, str]:
    return dict(terbuka.export(buku, AS_OF, terbuka.ketetapan(buku, AS_OF)))


def test_the_rule_set_keeps_its_published_schema(files: dict[str, str]) -> None:
    schema = json.loads(files["data/putusan.schema.json"])
    book = json.loads(files["data/putusan.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(book, schema)
    book["perbuatan"][0]["putusan"][0]["nilai"] = "mungkin"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(book, schema)


def test_the_version_follows_the_answers_and_not_the_day(buku: Handbook) -> None:
    first, later = terbuka.ketetapan(buku, AS_OF), terbuka.ketetapan(buku, AS_OF + timedelta(days=9))
    assert (first.versi, len(first.versi)) == (later.versi, 12)
    (entri,) = buku.perbuatan.values()
    row = entri.halaman.putusan[0].model_copy(update={"alasan": "Alasan lain."})
    act = entri.halaman.model_copy(update={"putusan": (row, *entri.halaman.putusan[1:])})
    changed = Handbook(tuple(e if e is not entri else type(entri)(e.path, act) for e in buku.entri), buku.tabel)
    assert terbuka.ketetapan(changed, AS_OF).versi != first.versi


def test_every_cell_of_the_csv_stands_in_quotes(files: dict[str, str]) -> None:
    """Also where nothing in it asks for that: with ";" between cells, a bare «Orang;=1+2» would be two, and the second would run."""
    for name in (name for name in files if name.endswith(".csv")):
        rows = csv.reader(io.StringIO(files[name]))
        assert files[name] == "".join(",".join('"{}"'.format(cell.replace('"', '""')) for cell in row) + "\r\n" for row in rows), name


def test_the_csv_has_a_line_for_every_combination(files: dict[str, str]) -> None:
    lines = list(csv.DictReader(io.StringIO(files["data/putusan.csv"])))
    assert len(lines) == 1 * 2 * 3  # acts, roles, phases; the region adds nothing, so it answers as the country
    asked = {(line["peran"], line["tahap"]): line for line in lines}
    assert asked["pegawai", "masa"]["putusan"] == "dilarang"
    assert asked["pegawai", "masa"]["sanksi"] == "Teguran"
    assert asked["tamu", "masa"]["baris"] == "selebihnya"
    assert asked["tamu", "masa"]["halaman"] == "perbuatan/hadir/#untuk-tamu-masa"


def test_a_region_is_told_only_where_it_adds_to_an_act(buku: Handbook) -> None:
    (entri,) = buku.perbuatan.values()
    row = entri.halaman.putusan[0].model_copy(update={"wilayah": "kota-cemara", "tahap": ("luar",)})
    act = entri.halaman.model_copy(update={"putusan": (*entri.halaman.putusan, row)})
    book = Handbook(tuple(e if e is not entri else type(entri)(e.path, act) for e in buku.entri), buku.tabel)
    lines = list(csv.DictReader(io.StringIO(terbuka.export(book, AS_OF, terbuka.ketetapan(book, AS_OF))["data/putusan.csv"])))
    assert len(lines) == 1 * 2 * 3 * 2
    local = [line["halaman"] for line in lines if line["wilayah"] == "kota-cemara" and line["putusan"] == "dilarang"]
    assert "perbuatan/hadir/#untuk-pegawai-luar-kota-cemara" in local


def test_the_page_data_loses_nothing_but_what_the_page_has(buku: Handbook) -> None:
    [text] = cek.export(terbuka.ketetapan(buku, AS_OF)).values()
    packed: dict[str, Any] = json.loads(text)
    row = packed["perbuatan"][0]["putusan"][0]
    assert row["alasan"] == "Hadir dinilai ikut."
    assert packed["dasar"][row["dasar"][0]]["sebutan"] == "Pasal 5 ayat (1) PP 1/2001"
    assert (row["peran"], row["tahap"]) == (0b01, 0b110)
    assert packed["rumah"] == {"pp-1-2001": "peraturan/pp-1-2001/"}
    assert "keyakinan" not in row  # sound; a doubtful one is marked


def test_a_table_names_the_row_of_every_cell(buku: Handbook) -> None:
    (text,) = susunan.export(buku).values()
    assert "| Pegawai | Belum diatur 2 | Dilarang 1 | Dilarang 1 |" in text
    assert "| Tamu | Belum diatur – | Belum diatur – | Belum diatur – |" in text
    assert "1. **Dilarang**. Pasal 5 ayat (1) PP 1/2001." in text


def test_another_library_reads_the_calendar_with_its_caveats(buku: Handbook) -> None:
    feeds = ics.export(buku, AS_OF, HERE)
    assert list(feeds) == ["kalender/pemilihan-2001.ics"]
    calendar = vobject.readOne(feeds["kalender/pemilihan-2001.ics"].decode())
    (event,) = calendar.vevent_list  # the line without a day is no event
    assert event.uid.value == "pemilihan-2001-kampanye@netralitas-asn"
    assert (event.dtstart.value, event.dtend.value) == (date(2001, 6, 25), date(2001, 7, 11))
    assert (event.summary.value, event.status.value) == ("Kampanye", "CONFIRMED")
    assert event.url.value == f"{HERE}panduan/kalender/#pemilihan-2001-kampanye"
    told = event.description.value
    assert told.startswith("Jangan hadir.")
    assert "Kepastian tanggal: pasti" in told
    assert "Sumber: " in told


def test_a_tentative_line_says_so_and_keeps_its_note(buku: Handbook) -> None:
    (kalender,) = buku.tabel.kalender
    given = {"kepastian": "tentatif", "catatan": "Sumber berbeda; tanggalnya bisa bergeser.", "selesai": None}
    line = kalender.jadwal[0].model_validate(kalender.jadwal[0].model_dump() | given)
    tables = buku.tabel.model_copy(update={"kalender": (kalender.model_copy(update={"jadwal": (line,)}),)})
    (feed,) = ics.export(Handbook(buku.entri, tables), AS_OF, HERE).values()
    (event,) = vobject.readOne(feed.decode()).vevent_list
    assert (event.summary.value, event.status.value) == ("(Tentatif) Kampanye", "TENTATIVE")
    assert "Catatan: Sumber berbeda; tanggalnya bisa bergeser." in event.description.value
    assert "Hari terakhirnya tidak disebut" in event.description.value
    assert event.dtend.value - event.dtstart.value == timedelta(days=1)


def test_the_same_content_gives_the_same_bytes(buku: Handbook) -> None:
    again, _ = load(BUKU, AS_OF)
    assert again is not None
    first, second = (terbuka.ketetapan(book, AS_OF) for book in (buku, again))
    assert terbuka.export(buku, AS_OF, first) == terbuka.export(again, AS_OF, second)
    assert cek.export(first) == cek.export(second)
    assert ics.export(buku, AS_OF, HERE) == ics.export(again, AS_OF, HERE)
