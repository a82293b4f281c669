"""What a reader meant by a word that the index does not know."""

from dataclasses import replace

import pytest

from handbook.model.bagian import Bagian
from handbook.search.answer import Pilihan, answer, search
from handbook.search.index import Indeks, build

PAGE = Bagian("a/", "", "Buku lembah", "", "", "panduan")
TEXTS = [
    "masa tenang sebelum pemilihan",
    "kampanye calon ketua",
    "tempat tenang",
    "larangan cari dukungan",
    "rata rusak",
    "berkat menguji",
    "menyuruh bawahan",
]


@pytest.fixture(scope="module")
def buku() -> Indeks:
    return build([replace(PAGE, url=f"p{n}/", teks=text) for n, text in enumerate(TEXTS)])


@pytest.mark.parametrize(
    ("query", "read_as"),
    [
        ("kampnye", "kampanye"),
        ("kampannye", "kampanye"),
        ("kapmanye", "kampanye"),
        ("kanpamye", "kampanye"),  # two slips in a long word
        ("pemilihan masatenang", "pemilihan masa tenang"),
        ("emilihan", "pemilihan"),
        ("akmpanye", "kampanye"),
        ("lampanye", "kampanye"),  # a key beside the right one
        ("kkampanye", "kampanye"),
        ("kampanyeee", "kampanye"),  # letters drawn out
        ("apaaa itu kampanye", "apa itu kampanye"),
        ("asal 7 ayat 2", "pasal 7 ayat 2"),  # a word of its own, but not in a citation
        ("undang ndang kampanye", "undang undang kampanye"),
        ("nyariin calon", "cari calon"),  # both ends of a spoken verb
        ("nyuruh bawahan", "menyuruh bawahan"),  # in full where the book has it
        ("nyari calon", "cari calon"),  # spoken verbs
        ("ngampanye", "kampanye"),
        ("kampanyein calon", "kampanye calon"),
        ("apaitu kampanye", "apa itu kampanye"),
        ("psal 7 kampanye", "pasal 7 kampanye"),
        ("apkah masa tenang", "apakah masa tenang"),  # fillers are not in the index, yet known
        ("engertian masa tenang", "pengertian masa tenang"),
    ],
)
def test_slips_are_mended(buku: Indeks, query: str, read_as: str) -> None:
    koreksi = search(buku, query).koreksi
    assert koreksi is not None
    assert koreksi.kueri == read_as


@pytest.mark.parametrize(
    "query",
    [
        "kampanye",
        "berkampanye",  # an inflected form of a known word
        "pasar 16",
        "pilkades",  # right, though the book does not have it
        "zampanye",  # no key beside the right one, and a rare word
        "ratarusa",  # one half is unknown
        "tmpt",  # too far
        "sama",  # short words change into others too easily: "masa" is two slips away
        "kampanye2",  # twice that word
        "asal 7",
    ],
)
def test_other_words_stay(buku: Indeks, query: str) -> None:
    assert search(buku, query).koreksi is None


def test_a_word_in_the_making_is_not_mended(buku: Indeks) -> None:
    assert answer(buku, "pemilihan kampa", 10, Pilihan(typing=True)).koreksi is None


def test_a_mended_query_finds_what_the_right_one_finds(buku: Indeks) -> None:
    for wrong, right in (("masatenang", "masa tenang"), ("ampanye", "kampanye"), ("kampnye", "kampanye")):
        assert search(buku, wrong).hasil[0].url == search(buku, right).hasil[0].url


def test_a_word_without_its_vowels_is_read_as_the_commonest_that_it_may_be() -> None:
    many = build([replace(PAGE, url=f"p{n}/", teks="kampanye damai" if n else "kompanyon") for n in range(12)])
    koreksi = search(many, "kmpny damai").koreksi
    assert koreksi is not None
    assert koreksi.kueri == "kampanye damai"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("kampanye2", "kampanye"), ("cari2 calon", "cari calon"), ("masa tenang sblm pemilihan", "masa tenang sebelum pemilihan")],
)
def test_what_is_no_slip_is_understood_and_not_told(buku: Indeks, typed: str, meant: str) -> None:
    found = search(buku, typed)
    assert found.koreksi is None
    assert found.hasil[0].url == search(buku, meant).hasil[0].url
