"""The resolver on a small act, and on every combination of the real book."""

import json
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from handbook.clock import today
from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan
from handbook.model.penentuan import Penentuan, combinations, days, resolve, rows
from handbook.model.peraturan import StatusPeraturan
from handbook.model.perbuatan import Perbuatan

DOCS = Path(__file__).parents[2] / "docs"
DAY = date(2001, 6, 1)


def row(nilai: str, **keys: Any) -> dict[str, Any]:
    return {
        "nilai": nilai, "peran": ["pegawai"], "tahap": ["masa"], "alasan": "Alasannya.", "dasar": ["pp-1-2001#pasal-9"],
        "sumber": ["teks"], "keyakinan": "primer", **keys,
    }  # fmt: skip


TINJAUAN = {
    "diverifikasi": [{"tanggal": "2001-06-01", "oleh": "redaksi", "terhadap": ["s"], "hasil": "Naskahnya dibaca dari awal."}],
    "tinjau_sebelum": "2001-11-28",
}


def act(*putusan: dict[str, Any], selebihnya: str = "belum-diatur") -> Perbuatan:
    rest = {
        "nilai": selebihnya,
        "alasan": "Tidak disebut.",
        "dasar": ["pp-1-2001#pasal-9"],
        "sumber": ["teks"],
        "keyakinan": "primer",
        "pilihan_aman": "Jangan.",
    }
    return Perbuatan.model_validate({
        "id": "hadir", "judul": "Hadir", "ringkas": "Ringkas.", **TINJAUAN, "tanya": "Boleh?", "kelompok": "acara",
        "sumber": ["teks"], "putusan": putusan, "selebihnya": rest,
    })  # fmt: skip


GOLDEN = json.loads((Path(__file__).parents[1] / "golden/putusan/soal.json").read_text(encoding="utf-8"))
HADIR = act(*(row(**given) for given in GOLDEN["putusan"]))


@pytest.mark.parametrize("kasus", GOLDEN["kasus"], ids=str)
def test_the_row_that_speaks_answers(kasus: list[Any]) -> None:
    role, phase, day, region, verdict, found = kasus
    assert resolve(HADIR, role, phase, date.fromisoformat(day), region) == Penentuan(NilaiPutusan(verdict), tuple(found))


@pytest.mark.parametrize("given", [GOLDEN["melemah"], GOLDEN["selebihnya_ketat"]])
def test_a_region_never_weakens_the_national_answer(given: dict[str, Any]) -> None:
    role, phase, day, region = given["soal"]
    verdict, found = given["jawab"]
    mild = act(*(row(**one) for one in given["putusan"]), selebihnya=given.get("selebihnya", "belum-diatur"))
    assert resolve(mild, role, phase, date.fromisoformat(day), region) == Penentuan(NilaiPutusan(verdict), tuple(found))


def test_verdicts_are_ordered_as_the_shared_file_has_them() -> None:
    assert [nilai.value for nilai in NilaiPutusan] == GOLDEN["urutan"]


def test_days_cover_every_stretch() -> None:
    assert days(HADIR, date(2001, 7, 1)) == (date(2001, 6, 1), date(2001, 7, 1))


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(DOCS, today())
    assert handbook is not None, "\n".join(map(str, problems))
    return handbook


def test_every_combination_of_the_real_book_is_answered_on_grounds_in_force(buku: Handbook) -> None:
    groundless = []
    for entri in buku.perbuatan.values():
        for (peran, tahap, wilayah), day in product(combinations(buku, entri.halaman), days(entri.halaman, today())):
            for row in rows(entri.halaman, resolve(entri.halaman, peran, tahap, day, wilayah)):
                grounds = [(match, dasar) for dasar in row.dasar if (match := buku.pasal(dasar))]
                if not any(
                    pasal.berlaku and rule.halaman.status is not StatusPeraturan.DICABUT and buku.terbit(dasar) <= day.isoformat()
                    for (rule, pasal), dasar in grounds
                ):
                    groundless.append((entri.halaman.id, peran, tahap, wilayah, day))
    assert groundless == []
