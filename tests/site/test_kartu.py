"""The answer card of an act, and what it says to roles that the act answers otherwise."""

from datetime import date
from pathlib import Path

import pytest

from handbook.content.load import load
from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan
from handbook.site.kartu import kartu


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(Path(__file__).parents[1] / "fixtures" / "buku", date(2001, 7, 1))
    assert handbook is not None, problems
    return handbook


def test_a_role_that_no_row_names_gets_the_answer_for_the_rest(buku: Handbook) -> None:
    entri = buku.perbuatan["hadir"]
    found = kartu(buku, entri)
    asking = {p.id for p in buku.tabel.peran if p.bertanya} - {"pegawai"}
    assert asking
    (rest,) = found.peran
    assert set(rest.peran) == asking
    assert (rest.jangkar, rest.putusan, rest.ringkas) == ("jawaban-selebihnya", ("belum-diatur",), entri.halaman.selebihnya.alasan)
    assert rest.dasar == "Pasal 9 PP 1/2001"


def test_a_role_with_a_row_of_its_own_gets_that_row(buku: Handbook) -> None:
    entri = buku.perbuatan["hadir"]
    role = next(p.id for p in buku.tabel.peran if p.bertanya and p.id != "pegawai")
    first = entri.halaman.putusan[0]
    own = first.model_copy(update={"peran": (role,), "nilai": NilaiPutusan.BOLEH, "alasan": "Memang tugasnya.", "sanksi": ()})
    act = entri.halaman.model_copy(update={"putusan": (*entri.halaman.putusan, own)})
    found = kartu(buku, Entri(entri.path, act, entri.isi, entri.wilayah))
    variant = next(satu for satu in found.peran if role in satu.peran)
    assert (variant.jangkar, variant.putusan, variant.ringkas, variant.sanksi) == ("jawaban-3", ("boleh",), "Memang tugasnya.", "")
    assert found.putusan[0] == "dilarang"
