"""Citations: the words, the id and the item for citation managers; that addresses hold, and versions follow the content only."""

import json
import re
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from handbook.model.dasar import Dasar
from handbook.model.handbook import Handbook
from handbook.model.penentuan import Soal
from handbook.site import kutipan
from handbook.site.halaman import render
from tests.model.test_perubahan import changed, lama, rows

__all__ = ["lama"]
HARI = date(2001, 7, 1)
SITUS = "https://buku.example/"
# The published schema of CSL-JSON 1.0.2 (github.com/citation-style-language/schema, MIT).
CSL = Path(__file__).parents[1] / "fixtures/csl/csl-data.json"


def versi(handbook: Handbook) -> str:
    return handbook.perbuatan["hadir"].versi


def test_a_verdict_is_cited_with_its_question_day_version_and_address(lama: Handbook) -> None:
    cited = kutipan.putusan(lama, "hadir", Soal("pegawai", "masa", HARI))
    assert cited.teks(SITUS) == (
        "Netralitas ASN, “Hadir di kampanye”, Pegawai; masa kampanye; seluruh Indonesia: dilarang, keadaan per 1 Juli 2001, "
        f"versi {versi(lama)}, https://buku.example/perbuatan/hadir/#untuk-pegawai-masa"
    )
    assert cited.id == f"perbuatan/hadir#untuk-pegawai-masa@{versi(lama)}"


def test_a_provision_is_cited_as_told_in_our_own_words(lama: Handbook) -> None:
    entri = lama.peraturan["pp-1-2001"]
    cited = kutipan.ketentuan(lama, Dasar("pp-1-2001#pasal-5-ayat-1"), HARI)
    assert cited.teks(SITUS) == (
        "Netralitas ASN, “Pasal 5 ayat (1) PP 1/2001”, rumusan redaksi, bukan bunyi resmi, keadaan per 1 Juli 2001, "
        f"versi {entri.versi}, https://buku.example/peraturan/pp-1-2001/#pasal-5-ayat-1"
    )


def test_the_home_page_has_an_id_too(lama: Handbook) -> None:
    home = next(entri for entri in lama.entri if entri.path == "index.md")
    assert kutipan.halaman(home, HARI).id == f"beranda@{home.versi}"


def test_a_citation_manager_is_told_the_same(lama: Handbook) -> None:
    cited = kutipan.putusan(lama, "hadir", Soal("tamu", "luar", HARI, "kota-cemara"))
    item: dict[str, Any] = cited.csl(SITUS)
    assert item["id"] == cited.id
    assert item["title"] == "Hadir di kampanye, Tamu; di luar masa; Kota Cemara: belum diatur"
    assert item["issued"] == {"date-parts": [[2001, 7, 1]]}
    assert item["URL"] == f"{SITUS}{cited.jalur}"


def test_every_question_has_an_address_on_the_page_of_the_act(lama: Handbook) -> None:
    first, second = rows(lama)
    book = changed(lama, putusan=[first, second, first | {"wilayah": "kota-cemara"}])
    ids = re.findall(r'<span id="(untuk-[^"]*)">', render(book, book.perbuatan["hadir"], HARI))
    assert len(ids) == len(set(ids))
    for peran, tahap, wilayah in product(book.peran, book.tahap, (None, "kota-cemara")):
        cited = kutipan.putusan(book, "hadir", Soal(peran, tahap, HARI, wilayah))
        assert cited.jalur.partition("#")[2] in ids, cited
    assert "untuk-pegawai-masa-kota-cemara" in ids
    assert "untuk-tamu-masa-kota-cemara" not in ids, "where a region adds nothing, the national address holds"


def test_an_address_stays_when_a_row_is_put_before_it(lama: Handbook) -> None:
    first, second = rows(lama)
    soal = Soal("pegawai", "luar", HARI)
    assert kutipan.putusan(changed(lama, putusan=[second, first]), "hadir", soal).jalur == kutipan.putusan(lama, "hadir", soal).jalur


@pytest.mark.parametrize(
    ("update", "same"),
    [({"alias": ["x y"]}, True), ({"tinjau_sebelum": "2001-12-01"}, True), ({"ringkas": "Larangan."}, False), ({"utama": 1}, False)],
)
def test_the_version_follows_what_the_page_tells(lama: Handbook, update: dict[str, Any], same: bool) -> None:
    assert (versi(changed(lama, **update)) == versi(lama)) is same


def test_the_version_follows_the_prose_too(lama: Handbook) -> None:
    entri = lama.perbuatan["hadir"]
    assert replace(entri, isi="Kalimat baru.").versi != entri.versi


def test_every_page_of_law_and_every_provision_is_there_for_citation_managers(lama: Handbook) -> None:
    items = json.loads(kutipan.export(lama, HARI, SITUS)[kutipan.PUSTAKA])
    jsonschema.validate(items, json.loads(CSL.read_text(encoding="utf-8")))
    ids = [item["id"].split("@")[0] for item in items]
    assert len(ids) == len(set(ids))
    assert {"perbuatan/hadir", "peraturan/pp-1-2001", "peraturan/pp-1-2001#pasal-9", "wilayah/kota-cemara"} <= set(ids)
    assert "tentang/luring" not in ids


def test_what_stands_below_a_page_is_its_own_citation(lama: Handbook) -> None:
    entri = lama.perbuatan["hadir"]
    assert kutipan.kaki(entri, HARI, SITUS) == kutipan.halaman(entri, HARI).teks(SITUS)
    assert kutipan.kaki(lama.tentang["luring"], HARI, SITUS) is None
