"""Dates, roles, phases and addresses in words: small tables."""

from datetime import date
from pathlib import Path

import pytest

from handbook.content.load import load
from handbook.model.kalender import Kepastian
from handbook.model.kasus import StatusKasus
from handbook.model.nilai import NilaiPutusan
from handbook.model.peraturan import Bentuk, Naskah, StatusPeraturan
from handbook.model.rekaman import Keyakinan
from handbook.model.tabel import CaraBaca, JenisSanksi, JenisSumber
from handbook.model.tinjauan import Peninjau
from handbook.site.baris import cakupan, kapan, siapa
from handbook.site.label import LABEL, label, rentang, tanggal
from handbook.site.sections import sections
from handbook.site.tautan import relatif

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"


@pytest.mark.parametrize(
    ("value", "words"),
    [("2024-09-22", "22 September 2024"), ("2024-09", "September 2024"), ("2024", "2024"), (date(2024, 5, 1), "1 Mei 2024")],
)
def test_dates(value: date | str, words: str) -> None:
    assert tanggal(value) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2024, 9, 25), date(2024, 11, 23), "25 September–23 November 2024"),
        (date(2024, 11, 24), date(2024, 11, 26), "24–26 November 2024"),
        (date(2024, 11, 27), date(2024, 11, 27), "27 November 2024"),
        (date(2024, 12, 1), date(2025, 1, 2), "1 Desember 2024–2 Januari 2025"),
        (date(2024, 3, 22), None, "sejak 22 Maret 2024"),
        (None, date(2024, 3, 22), "sampai 22 Maret 2024"),
        (None, None, ""),
    ],
)
def test_periods(start: date | None, end: date | None, words: str) -> None:
    assert rentang(start, end) == words


@pytest.mark.parametrize(
    ("here", "there", "anchor", "address"),
    [
        ("", "perbuatan/memilih/", "", "perbuatan/memilih/"),
        ("perbuatan/memilih/", "", "", "../../"),
        ("perbuatan/memilih/", "peraturan/pp-94-2021/", "pasal-5", "../../peraturan/pp-94-2021/#pasal-5"),
        ("peraturan/pp-94-2021/", "peraturan/pp-94-2021/", "pasal-5", "#pasal-5"),
        ("perbuatan/", "perbuatan/memilih/", "", "memilih/"),
    ],
)
def test_addresses_are_relative(here: str, there: str, anchor: str, address: str) -> None:
    assert relatif(here, there, anchor) == address


def test_roles_and_phases_in_words() -> None:
    buku, _ = load(BUKU, date(2001, 7, 1))
    assert buku is not None
    assert siapa(buku, ["pegawai", "tamu"]) == "semua ASN (PNS dan PPPK), Tamu"
    assert siapa(buku, ["tamu"]) == "Tamu"
    assert kapan(buku, ["tenang", "masa"]) == "Masa kampanye; masa tenang"
    assert kapan(buku, ["luar", "masa", "tenang"]) == "kapan pun, juga di luar tahapan"
    assert cakupan(buku, buku.perbuatan["hadir"].halaman.baris_utama) == ("semua ASN (PNS dan PPPK); masa kampanye; masa tenang",)


def test_every_value_an_editor_may_write_has_words() -> None:
    kinds = (NilaiPutusan, Keyakinan, StatusKasus, StatusPeraturan, Naskah, Bentuk, JenisSanksi, JenisSumber, CaraBaca, Kepastian, Peninjau)
    assert [kind for kind in kinds if set(LABEL[kind]) != set(kind)] == []
    assert set(LABEL) == set(kinds)


def test_values_spelt_alike_keep_their_own_words() -> None:
    assert label(Keyakinan.PERLU_VERIFIKASI) == "perlu verifikasi"
    assert label(StatusPeraturan.PERLU_VERIFIKASI) == "Status perlu verifikasi"
    assert label(Naskah.SEBAGIAN) != label(CaraBaca.SEBAGIAN)


def test_html_is_cut_at_headings_with_an_anchor() -> None:
    html = (
        "<h1>Judul</h1><p>Awal<sup>1</sup> &amp; lagi</p><nav>menu</nav><h2 id='a'>Satu <a href='#a'></a></h2><ul><li>x</li><li>y</li></ul>"
        "<section data-tak-dicari><h2 id='b'>Dua</h2><br><p>sunyi</p></section><h3 id='c'>Tiga</h3><p>akhir"
    )
    assert [(s.level, s.anchor, s.heading, s.text, s.hidden) for s in sections(html)] == [
        (1, "", "", "Judul Awal & lagi", False),
        (2, "a", "Satu", "x y", False),
        (2, "b", "Dua", "", True),
        (3, "c", "Tiga", "akhir", False),
    ]
