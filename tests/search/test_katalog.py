"""Citations to provisions, on fictional regulations and on the real book: what is meant, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from handbook.asisten.buku import Buku
from handbook.content.load import load
from handbook.model.dasar import Dasar
from handbook.search.katalog import Katalog, Temu
from handbook.search.sitiran import Aturan, Ketentuan
from handbook.site import baris
from tests.site_build import ROOT

PASAL = {
    "uu-7": ("Pasal 3 ayat (1)", "Pasal 3 ayat (2)", "Pasal 4 huruf b", "Pasal 4 huruf b angka 2", "Pasal 8 dan Pasal 9 ayat (1)",
             "Pasal 11 ayat (1)", "Pasal 12 (sanksi)", "Pasal 12 huruf a", "Pasal 20-23", "Penjelasan Pasal 4 huruf b"),
    "pp-30": ("Pasal 1",),
    "skb": ("Butir D-1", "Butir D-12", "Pokok 1 (sanksi)", "Pokok 1 (partai)", "Menimbang"),
    "se-cemara": ("Pokok 1",), "se-serut": ("Pokok 1",), "mk-4": ("Amar",),
}  # fmt: skip
ATURAN = (
    Aturan("uu-7", ("UU Kebun (UU 7/2001)", "Undang-Undang Kebun (UU 7/2001 dan perubahannya)", "7 Tahun 2001"), ("uu kebun",)),
    Aturan("uu-8", ("UU 8/2002", "Undang-Undang Nomor 8 Tahun 2002 (perubahan UU 7/2001)"), ("uu kebun baru",)),
    Aturan("pp-30", ("PP 30/2001", "Peraturan Pemerintah Nomor 30 Tahun 2001"), ("pp taman",)),
    Aturan("skb", ("SKB Taman 2002", "Keputusan Bersama Lima Lembaga Tahun 2002", "05 Tahun 2002", "800-11 Tahun 2002")),
    Aturan("se-cemara", ("SE Wali Kota Cemara 4/2001", "4 Tahun 2001"), (), ("Wali Kota Cemara", "Kota Cemara")),
    Aturan("se-serut", ("SE Wali Kota Serut 4/2001", "4 Tahun 2001"), (), ("Wali Kota Serut", "Kota Serut")),
    Aturan("mk-4", ("Putusan MK 4/PUU-I/2003", "4/PUU-I/2003")),
)
KATALOG = Katalog(
    ATURAN,
    tuple(Ketentuan(f"{id}#{nama}", nama, (id, "uu-8") if "11" in nama else (id,)) for id, semua in PASAL.items() for nama in semua),
)

MEANT = {
    "uu-7#Pasal 3 ayat (2)": (
        "Pasal 3 ayat (2) UU 7/2001", "ps. 3 ayat 2 UU No. 7 Tahun 2001", "psl 3(2) uu kebun", "UU Nomor 7 Tahun 2001 Pasal 3 ayat (2)",
        "ayat (2) Pasal 3 Undang-Undang Republik Indonesia Nomor 7 Tahun 2001 tentang Kebun", "PASAL 3 AY. 2 UU 7 THN 2001",
        "Pasal 3 ayat (2) UU 7/2001 sebagaimana diubah dengan UU 8/2002", "apa isi pasal 3 ayat 2 uu 7/2001?",
    ),
    "uu-7#Pasal 4 huruf b": ("Pasal 4 huruf b UU 7/2001", "huruf b Pasal 4 UU 7/2001"),
    "uu-7#Pasal 8 dan Pasal 9 ayat (1)": ("Pasal 8 dan Pasal 9 ayat (1) UU 7/2001", "Pasal 8 UU 7/2001", "pasal 9 ayat 1 uu 7/2001"),
    "uu-7#Pasal 11 ayat (1)": ("Pasal 11 ayat (1) UU 8/2002", "Pasal 11 ayat (1) UU Kebun"),
    "uu-7#Pasal 12 (sanksi)": ("Pasal 12 (sanksi) UU 7/2001",),
    "uu-7#Penjelasan Pasal 4 huruf b": ("Penjelasan Pasal 4 huruf b UU 7/2001",),
    "skb#Butir D-12": ("Butir D-12 SKB Taman 2002", "butir d12 skb 2002", "SKB Nomor 5 Tahun 2002 butir D 12", "skb 05/2002 butir d-12"),
    "skb#Pokok 1 (partai)": ("SKB Taman 2002 pokok 1 (partai)",),
    "se-serut#Pokok 1": ("Pokok 1 SE Wali Kota Serut 4/2001", "pokok 1 surat edaran wali kota serut nomor 4 tahun 2001"),
    "mk-4#Amar": ("Amar Putusan MK Nomor 4/PUU-I/2003",),
}  # fmt: skip
REFUSED = {
    Temu.GANDA: (
        "Pasal 3 UU 7/2001", "Pasal 12 UU 7/2001", "Pasal 3 ayat (1) dan ayat (2) serta Pasal 4 UU 7/2001", "SE 4/2001",
        "Nomor 4 Tahun 2001", "Pokok 1 SKB Taman 2002", "UU 7/2001 jo UU 8/2002",
    ),
    Temu.KETENTUAN_ASING: (
        "Pasal 3 ayat (2) huruf a UU 7/2001", "Pasal 99 UU 7/2001", "Butir Z-9 SKB 2002", "Penjelasan Pasal 3 ayat (2) UU 7/2001",
        "Pasal 21 UU 7/2001", "huruf c UU 7/2001",
    ),
    Temu.PERATURAN_ASING: (
        "Pasal 3 ayat (2) UU 7/2011", "UU 30/2001", "SE Menteri Dalam Negeri Nomor 4 Tahun 2001", "SE Bupati Randu 30/2001",
        "Perwal Cemara 4/2001",
    ),
    Temu.TANPA_PERATURAN: ("Pasal 3 ayat (2)", "kebun", "", "boleh menanam?"),
}  # fmt: skip


@pytest.mark.parametrize(("kunci", "teks"), [(kunci, teks) for kunci, semua in MEANT.items() for teks in semua])
def test_a_citation_in_any_usual_spelling_means_its_provision(kunci: str, teks: str) -> None:
    found = KATALOG.find(teks)
    assert (found.temu, found.ketentuan[:1]) == (Temu.KETENTUAN, (kunci,))


@pytest.mark.parametrize(("temu", "teks"), [(temu, teks) for temu, semua in REFUSED.items() for teks in semua])
def test_a_citation_that_means_none_or_several_is_refused(temu: Temu, teks: str) -> None:
    assert KATALOG.find(teks).temu is temu


def test_a_refusal_offers_what_may_be_meant() -> None:
    assert KATALOG.find("Pasal 3 UU 7/2001").ketentuan == ("uu-7#Pasal 3 ayat (1)", "uu-7#Pasal 3 ayat (2)")
    assert KATALOG.find("Pasal 3 ayat (9) UU 7/2001").ketentuan[:2] == ("uu-7#Pasal 3 ayat (1)", "uu-7#Pasal 3 ayat (2)")
    assert set(KATALOG.find("Nomor 4 Tahun 2001").peraturan) == {"se-cemara", "se-serut"}
    assert KATALOG.find("Pasal 3 ayat (2)").ketentuan == ("uu-7#Pasal 3 ayat (2)",)
    assert KATALOG.find("SKB Taman 1999").peraturan[0] == "skb"


def test_a_provision_names_the_parts_told_apart() -> None:
    assert KATALOG.find("Pasal 4 huruf b UU 7/2001").ketentuan[1:] == ("uu-7#Pasal 4 huruf b angka 2",)


@pytest.mark.parametrize(("teks", "kunci"), [("UU 7/2001", "uu-7"), ("uu kebun baru", "uu-8"), ("SE Wali Kota Cemara 4/2001", "se-cemara")])
def test_a_regulation_alone_is_the_regulation(teks: str, kunci: str) -> None:
    found = KATALOG.find(teks)
    assert (found.temu, found.peraturan) == (Temu.PERATURAN, (kunci,))


def test_every_provision_of_the_real_book_is_found_by_its_own_citation() -> None:
    handbook, problems = load(Path(ROOT, "docs"), date(2026, 12, 31))
    assert handbook, problems
    katalog = Buku(handbook, date(2026, 12, 31), "", lambda: pytest.fail("citing needs no index")).katalog
    for ketentuan in katalog.ketentuan:
        found = katalog.find(baris.sebutan(handbook, Dasar(ketentuan.kunci)))
        assert (found.temu, found.ketentuan[:1]) == (Temu.KETENTUAN, (ketentuan.kunci,)), ketentuan.sebutan
