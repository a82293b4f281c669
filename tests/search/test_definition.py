"""Names that a text defines, and questions that ask what a name means."""

from dataclasses import replace

import pytest

from handbook.model.bagian import Bagian
from handbook.search.answer import search
from handbook.search.definition import asked, defined
from handbook.search.fold import fold
from handbook.search.index import build

LAW = Bagian("peraturan/uu-9-2031/", "pasal-1", "UU Nomor 9 Tahun 2031 tentang Lembah", "Pasal 1", "", "peraturan")


def names(text: str) -> list[str]:
    folded = fold(text).teks
    return [folded[start:end] for start, end in defined(folded)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kampanye adalah kegiatan.", ["kampanye"]),
        ("1. Kampanye Pemilu yang selanjutnya disebut Kampanye adalah kegiatan.", ["kampanye pemilu", "kampanye"]),
        ("1. Satu adalah a. 12. Badan Lembah, yang selanjutnya disingkat BL, adalah badan.", ["satu", "badan lembah", "bl"]),
        ("(2) Yang dimaksud dengan “masa tenang” adalah tiga hari.", ["masa tenang"]),
        ("Zaman Lembah (lembah-jidai) adalah masa.", ["zaman lembah"]),
        ("Warga lembah, kecuali ketua, adalah pemilih.", ["warga lembah"]),
        ("Pemilihan berlangsung tiap lima tahun.", []),
        ("Adalah benar: adalah.", []),
    ],
)
def test_names_before_adalah_are_defined(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("apa itu masa tenang?", "masa tenang"),
        ("apa yang dimaksud dengan masa tenang", "masa tenang"),
        ("apa sih arti masa tenang", "masa tenang"),
        ("pengertian masa tenang menurut UU 9/2031", "masa tenang"),
        ("tolong jelaskan apa itu masa tenang", "masa tenang"),
        ("masa tenang itu apa sih", "masa tenang"),
        ("masa tenang adalah", "masa tenang"),
        ("masa tenang artinya apa?", "masa tenang"),
        ("apa sanksi masa tenang", None),
        ("masa tenang", None),
        ("apa itu", None),
    ],
)
def test_what_is_asked_for(query: str, name: str | None) -> None:
    folded = fold(query).teks
    place = asked(folded)
    assert (folded[slice(*place)] if place else None) == name


def test_the_defining_section_leads_although_others_speak_more_of_the_name() -> None:
    long = "1. Lembah adalah dataran. 2. Masa Sunyi yang selanjutnya disebut Sunyi adalah hari. " + "3. Gunung adalah tanah. " * 40
    others = (replace(LAW, url=f"p{n}/", judul="Masa sunyi", teks="Masa sunyi, sunyi di masa sunyi.") for n in range(4))
    indeks = build([replace(LAW, teks=long), *others])
    for query in ("apa itu masa sunyi", "pengertian sunyi", "apa itu masa sunyi lembah", "apa itu masa sunyyi"):
        assert search(indeks, query).hasil[0].url == "peraturan/uu-9-2031/#pasal-1", query
    assert search(indeks, "masa sunyi").hasil[0].url != "peraturan/uu-9-2031/#pasal-1"


def test_a_heading_that_is_a_term_of_the_glossary_defines_it_under_every_spelling() -> None:
    entry = replace(LAW, url="glosarium/", anchor="tk", judul="Tim kampanye", teks="Orang yang mengurus.", jenis="tentang")
    others = [replace(LAW, url=f"p{n}/", anchor="", judul="Timses bekerja", teks="Timses, timses.") for n in range(3)]
    indeks = build([entry, *others], {"tim-kampanye": ["tim kampanye", "timses"]})
    assert search(indeks, "apa itu timses?").hasil[0].url == "glosarium/#tk"


def test_an_article_is_found_by_its_number_and_the_title_of_its_page() -> None:
    title = "UU Nomor 9 Tahun 2031 tentang Lembah Pasal 77 — Pasal {}"
    pages = [replace(LAW, url=f"uu-9-2031-p{n}/", anchor="", halaman=title.format(n), judul="") for n in range(1, 9)]
    mention = replace(LAW, url="lain/", anchor="", halaman="Lain", judul="", teks="Menurut Pasal 3 UU 9/2031 dan pasal 3 lagi.")
    indeks = build([*pages, mention])
    for query in ("pasal 3 ayat (2) uu 9/2031", "UU No 9 Tahun 2031 tentang lembah, pasal 3", "psl 3 sanksi uu 9 2031"):
        assert search(indeks, query).hasil[0].url == "uu-9-2031-p3/", query
