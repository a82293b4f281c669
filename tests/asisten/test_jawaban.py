"""What programs are answered, on the fictional book: always with citation, day, confidence and disclaimer, and never a guess."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from handbook.asisten.bentuk import Hasil, Jawaban, JawabanPutusan
from handbook.asisten.buku import Buku, kenali
from handbook.asisten.cari import Kueri, cari
from handbook.asisten.ketentuan import ketentuan
from handbook.asisten.putusan import Tanya, putusan
from handbook.cli.susun import sections_of
from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan
from handbook.model.penentuan import combinations, resolve
from handbook.search.index import build
from handbook.site.label import PENAFIAN
from tests.test_cli import BUKU

HARI = date(2001, 7, 1)
SITUS = "https://buku.example/"


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    found, problems = load(BUKU, HARI)
    assert found, problems
    return found


@pytest.fixture(scope="module")
def buku(handbook: Handbook) -> Buku:
    return Buku(handbook, HARI, SITUS, lambda: build(sections_of(handbook, HARI), inti=1))


def hadir(buku: Buku, **told: str | date) -> JawabanPutusan:
    return putusan(buku, Tanya("hadir", **told))  # type: ignore[arg-type]


# --- Provisions ---


def test_a_provision_comes_with_citation_day_confidence_and_disclaimer(buku: Buku) -> None:
    found = ketentuan(buku, "Pasal 5 ayat (1) PP No. 1 Tahun 2001")
    assert found.ketentuan
    assert (found.hasil, found.per_tanggal, found.penafian) == (Hasil.TERJAWAB, HARI, PENAFIAN)
    assert found.ketentuan.isi == "Pegawai tidak ikut kampanye."
    assert found.ketentuan.rumusan == "rumusan redaksi, bukan bunyi resmi"
    assert found.ketentuan.rujukan.alamat == "https://buku.example/peraturan/pp-1-2001/#pasal-5-ayat-1"
    assert "keadaan per 1 Juli 2001" in found.ketentuan.rujukan.teks
    assert (found.ketentuan.keyakinan.nilai, found.ketentuan.keyakinan.perlu_diperingatkan) == ("primer", False)


def test_a_doubtful_provision_of_a_repealed_regulation_says_both(buku: Buku) -> None:
    found = ketentuan(buku, "pp-9-1990#pasal-2")
    assert found.ketentuan
    assert found.peraturan
    assert found.ketentuan.keyakinan.perlu_diperingatkan
    assert found.peraturan.status == "Tidak berlaku lagi"
    assert [calon.nama for calon in found.peraturan.dicabut_oleh] == ["PP 1/2001"]


@pytest.mark.parametrize(
    ("teks", "hasil", "calon"),
    [
        ("Pasal 5 PP 1/2001", Hasil.BERMAKNA_GANDA, "pp-1-2001#pasal-5-ayat-1"),
        ("Pasal 77 PP 1/2001", Hasil.TIDAK_DIKENAL, "pp-1-2001#pasal-5-ayat-1"),
        ("Pasal 9", Hasil.TIDAK_DIKENAL, "pp-1-2001#pasal-9"),
        ("PP 3/1999 pasal 1", Hasil.TIDAK_DIKENAL, "pp-9-1990"),
        ("pp-1-2001#pasal-77", Hasil.TIDAK_DIKENAL, "pp-1-2001#pasal-5-ayat-1"),
    ],
)
def test_what_is_not_one_provision_is_refused_with_candidates(buku: Buku, teks: str, hasil: Hasil, calon: str) -> None:
    found = ketentuan(buku, teks)
    assert (found.hasil, found.ketentuan, found.peraturan) == (hasil, None, None)
    assert calon in {one.id for one in found.calon}
    assert found.penafian == PENAFIAN


def test_every_citation_that_was_given_leads_back(buku: Buku) -> None:
    given = ketentuan(buku, "Pasal 9 PP 1/2001").ketentuan
    assert given
    for teks in (given.id, given.rujukan.id, given.rujukan.alamat, given.sebutan):
        again = ketentuan(buku, teks)
        assert again.ketentuan
        assert again.ketentuan.id == given.id
        assert "berubah sejak" not in again.pesan
    assert "Isinya berubah sejak kutipan itu dibuat." in ketentuan(buku, "peraturan/pp-1-2001#pasal-9@0000").pesan


def test_a_regulation_without_an_article_tells_its_status_and_what_the_book_has_of_it(buku: Buku) -> None:
    found = ketentuan(replace(buku, as_of=date(2003, 1, 1)), "PP 1/2001")
    assert found.peraturan
    assert (found.hasil, found.ketentuan, found.peraturan.status) == (Hasil.TERJAWAB, None, "Berlaku")
    assert found.peraturan.lewat_tenggat
    assert [calon.id for calon in found.calon] == ["pp-1-2001#pasal-5-ayat-1", "pp-1-2001#pasal-9"]


# --- Verdicts ---


def test_a_whole_question_has_one_verdict(buku: Buku) -> None:
    found = hadir(buku, peran="Pegawai", tahap="Masa kampanye")
    assert (found.hasil, found.putusan, found.bergantung_pada) == (Hasil.TERJAWAB, "dilarang", ())
    assert [satu.rujukan.alamat for satu in found.kasus] == ["https://buku.example/perbuatan/hadir/#untuk-pegawai-masa"]
    assert found.kasus[0].baris[0]["dasar"][0]["sebutan"] == "Pasal 5 ayat (1) PP 1/2001"
    assert found.kasus[0].keyakinan.nilai == "primer"


def test_what_was_not_told_is_not_assumed(buku: Buku) -> None:
    found = hadir(buku)
    assert (found.hasil, found.putusan, found.bergantung_pada) == (Hasil.BERGANTUNG, None, ("peran", "tahap"))
    assert {(satu.siapa, satu.kapan, satu.putusan) for satu in found.kasus} == {
        ("semua ASN (PNS dan PPPK)", "Masa kampanye; masa tenang", "dilarang"),
        ("semua ASN (PNS dan PPPK)", "Di luar masa", "belum-diatur"),
        ("Tamu", "kapan pun, juga di luar tahapan", "belum-diatur"),
    }


def test_of_many_cases_the_grounds_are_left_for_the_next_question(buku: Buku, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "dasar" in hadir(buku).kasus[0].baris[0]
    monkeypatch.setattr("handbook.asisten.putusan.UTUH", 2)
    many, one = hadir(buku).kasus[0].baris[0], hadir(buku, peran="pegawai", tahap="masa").kasus[0].baris[0]
    assert (many["alasan"], "dasar" in many) == ("Aturan tidak menyebutnya.", False)
    assert "dasar" in one


def test_only_what_changes_the_verdict_is_asked_for(buku: Buku) -> None:
    assert hadir(buku, peran="pegawai").bergantung_pada == ("tahap",)
    assert hadir(buku, tahap="masa").bergantung_pada == ("peran",)
    assert (hadir(buku, peran="tamu").putusan, hadir(buku, peran="tamu").bergantung_pada) == ("belum-diatur", ())


def test_a_day_has_its_phase_from_the_calendar_and_silence_of_the_calendar_is_no_phase(buku: Buku) -> None:
    assert hadir(buku, peran="pegawai", tanggal=date(2001, 7, 2)).putusan == "dilarang"
    assert hadir(buku, peran="pegawai", tanggal=date(2001, 9, 9)).hasil is Hasil.BERGANTUNG


def test_a_day_before_the_leading_ground_is_not_answered(buku: Buku) -> None:
    found = hadir(buku, peran="pegawai", tahap="masa", tanggal=date(2000, 1, 1))
    assert not found.kasus[0].terjawab
    assert found.pesan.startswith("Tidak terjawab untuk tanggal itu.")
    assert found.per_tanggal == date(2000, 1, 1)


def test_a_region_with_its_own_rows_is_a_case_of_its_own(buku: Buku) -> None:
    handbook = buku.handbook
    act = handbook.perbuatan["hadir"].halaman
    row = act.putusan[1].model_copy(update={"nilai": NilaiPutusan.DILARANG, "wilayah": "kota-cemara", "alasan": "Edaran kota."})
    changed = act.model_copy(update={"putusan": (*act.putusan, row)})
    entri = tuple(replace(e, halaman=changed) if e.halaman is act else e for e in handbook.entri)
    stricter = replace(buku, handbook=replace(handbook, entri=entri))
    found = hadir(stricter, peran="pegawai", tahap="luar")
    assert found.bergantung_pada == ("wilayah",)
    assert {(satu.wilayah, satu.putusan) for satu in found.kasus} == {("seluruh Indonesia", "belum-diatur"), ("Kota Cemara", "dilarang")}
    assert hadir(stricter, peran="pegawai", tahap="luar", wilayah="Kota Cemara").putusan == "dilarang"


def test_the_cases_are_what_the_resolver_finds_for_every_role_and_phase(buku: Buku) -> None:
    act = buku.handbook.perbuatan["hadir"].halaman
    told = {(peran, tahap): satu.putusan for satu in hadir(buku).kasus for peran in satu.peran for tahap in satu.tahap}
    asked = [(peran, tahap) for peran, tahap, wilayah in combinations(buku.handbook, act) if wilayah is None]
    assert told == {(peran, tahap): resolve(act, peran, tahap, HARI).nilai for peran, tahap in asked}


@pytest.mark.parametrize(
    ("tanya", "calon"),
    [
        (Tanya("datang ke acara kampanye"), "hadir"),
        (Tanya("hadir", peran="tukang"), "pegawai"),
        (Tanya("hadir", tahap="kapan-kapan"), "masa"),
        (Tanya("hadir", wilayah="kota-lain"), "kota-cemara"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest(buku: Buku, tanya: Tanya, calon: str) -> None:
    found = putusan(buku, tanya)
    assert (found.hasil, found.putusan, found.kasus) == (Hasil.TIDAK_DIKENAL, None, ())
    assert calon in {one.id for one in found.calon}


def test_a_name_that_two_bear_is_nobodys() -> None:
    pilihan = {"a": ("Apel", "Rapat"), "b": ("Rapat",)}
    assert kenali("rapat", pilihan) == ("a", "b")
    assert kenali(" APEL", pilihan) == ("a",)
    assert kenali("ape", pilihan) == ()


# --- Search ---


def test_a_search_cites_what_it_finds(buku: Buku) -> None:
    found = cari(buku, Kueri("bolehkah hadir di kampanye"))
    assert found.kartu
    assert found.kartu.rujukan.alamat == "https://buku.example/perbuatan/hadir/"
    assert (found.hasil, found.penafian, found.per_tanggal) == (Hasil.TERJAWAB, PENAFIAN, HARI)
    assert all("keadaan per 1 Juli 2001" in satu.rujukan.teks for satu in found.temuan)


def test_a_provision_found_carries_its_confidence(buku: Buku) -> None:
    satu = cari(buku, Kueri("pasal 2 pp 9/1990")).temuan[0]
    assert satu.keyakinan
    assert (satu.keyakinan.nilai, satu.rujukan.alamat) == ("satu-berita", "https://buku.example/peraturan/pp-9-1990/#pasal-2")


def test_an_unknown_filter_is_refused_and_nothing_found_is_said(buku: Buku) -> None:
    assert [calon.id for calon in cari(buku, Kueri("hadir", wilayah="kota-lain")).calon] == ["kota-cemara"]
    assert cari(buku, Kueri("zzzz qqqq")).pesan.startswith("Tidak ada yang ditemukan")


@pytest.mark.parametrize("ask", [lambda b: hadir(b), lambda b: ketentuan(b, "PP 1/2001"), lambda b: cari(b, Kueri("kampanye"))])
def test_without_a_site_addresses_are_relative(buku: Buku, ask: Callable[[Buku], Jawaban]) -> None:
    assert "://" not in ask(replace(buku, situs="")).model_dump_json()
