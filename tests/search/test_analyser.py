"""Words, citations and concepts of a text."""

import json
import shutil
import subprocess

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from handbook.search.analyser import Analis, words
from handbook.search.fold import fold
from handbook.search.golden import corpus, tokens
from handbook.search.index import Indeks
from tests.conftest import cannot_run
from tests.search.conftest import GOLDEN
from tests.site_build import ROOT

# Letters that fold in odd ways, separators, digits, and the words that citations and concepts are made of.
ODD = st.sampled_from(list("’'`-–/.,()\"“” \n\t\u00a0\u00ad\u200b\u0301éßİıſKﬁ①²½Ａａ𝐀🙂日عд÷ªºǅ\u1e9e\u0130\uffff"))
PARTS = st.sampled_from(
    [
        "pasal ",
        "ayat (",
        ") ",
        "huruf ",
        "angka ",
        "UU ",
        "PP Nomor ",
        " Tahun ",
        "no. ",
        "SE ",
        "2016",
        "10/",
        "71",
        "a/1-",
        "media ",
        "sosial",
    ]
)
TEXT = st.lists(st.one_of(ODD, PARTS, st.text(max_size=8), st.text("abcmnksi", max_size=9)), max_size=14).map("".join)


def cited(text: str) -> set[str]:
    return {term for span in Analis().analyse(text).sitasi for term in span.istilah}


@pytest.mark.parametrize(
    "text",
    [
        "UU 10/2016", "uu no. 10/2016", "UU Nomor 10 Tahun 2016", "Undang-Undang No 10 Tahun 2016", "undang undang 10 thn 2016",
        "uu 10 2016", "UU RI Nomor 10 Tahun 2016", "UU\u00a0Nomor\u00a010\nTahun 2016", "ＵＵ １０／２０１６",
    ],
)  # fmt: skip
def test_every_spelling_of_a_regulation_gives_one_term(text: str) -> None:
    assert cited(text) == {"uu:10/2016", "no:10/2016"}


def test_a_number_of_another_rule_is_not_taken_for_this_one() -> None:
    assert "uu:94/2021" not in cited("UU Pilkada dan PP Nomor 94 Tahun 2021")
    assert "pp:94/2021" in cited("UU Pilkada dan PP Nomor 94 Tahun 2021")


def test_a_citation_stays_whole_and_in_parts() -> None:
    assert cited("Pasal 71 ayat (2) huruf b") == {"pasal:71.ayat:2.huruf:b", "pasal:71.huruf:b", "pasal:71.ayat:2", "pasal:71"}
    assert cited("pasal 5 huruf n angka 5") >= {"pasal:5.huruf:n.angka:5", "pasal:5.huruf:n", "pasal:5"}
    assert cited("SE 800.1.6.1/5391/V/2024") == {"no:800.1.6.1/5391/v/2024"}
    assert words("SE 800.1.6.1/5391/V/2024") == ("se", "800.1.6.1", "5391", "v", "2024")


@pytest.mark.parametrize("text", ["Pasal 7 ayat (2) UU 8/2030", "UU Nomor 8 Tahun 2030 Pasal 7 ayat (2)"])
def test_an_article_beside_its_regulation_is_one_more_term(text: str) -> None:
    assert [span.istilah for span in Analis().analyse(text).gabungan] == [("uu:8/2030#pasal:7.ayat:2", "uu:8/2030#pasal:7")]
    assert Analis().analyse("Pasal 7 lalu UU 8/2030, nomor 9/2030 pasal 8").gabungan == ()


@pytest.mark.parametrize("text", ["dan/atau", "ASN/TNI/Polri", "pasal-pasal", "dasar 10", "bulan 2016", "suasana", "ps", "uu"])
def test_what_is_no_citation_gives_none(text: str) -> None:
    assert cited(text) == set()


def test_spellings_of_a_term_give_the_same_concept_wherever_they_stand() -> None:
    analis = Analis({"medsos": ["media sosial", "medsos"], "kosong": ["", "yang"]})
    spans = analis.analyse("Di Media  Sosial, lalu medsos; media yang sosial").konsep
    assert [(span.istilah, span.posisi, span.panjang) for span in spans] == [
        (("medsos=",), 0, 2),
        (("medsos=",), 3, 1),
        (("medsos=",), 4, 2),
    ]


def test_words_that_carry_meaning_are_kept() -> None:
    assert words("Yang tidak boleh dan yang dilarang di medsos") == ("tidak", "boleh", "dilarang", "medsos")


@given(st.text())
def test_folding_knows_the_way_back(text: str) -> None:
    folded = fold(text)
    for start in range(len(folded.teks)):
        first, end = folded.span(start, start + 1)
        assert 0 <= first < end <= len(text)


@given(TEXT)
def test_words_stand_where_they_say(text: str) -> None:
    for word in Analis().analyse(text).kata:
        assert word.muka in fold(text[word.awal : word.akhir]).teks


@settings(max_examples=8, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(st.lists(TEXT, min_size=40, max_size=60, unique=True))
def test_the_client_finds_the_same_terms_in_any_text(tmp_path_factory: pytest.TempPathFactory, indeks: Indeks, texts: list[str]) -> None:
    node = shutil.which("node")
    if node is None:
        raise cannot_run("node is not on the PATH")
    cases = tmp_path_factory.mktemp("token") / "cases.json"
    cases.write_text(json.dumps([{"teks": text, "token": tokens(indeks, text)} for text in texts]), "utf-8")
    command = [node, "--test", str(ROOT / "tests/web/node/token.test.mjs")]
    done = subprocess.run(command, env={"TOKEN_CASES": str(cases)}, text=True, capture_output=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout[-4000:]


def test_the_corpus_uses_what_the_analyser_is_for() -> None:
    terms = corpus(GOLDEN).banyak
    assert {"uu:88/2031", "pasal:12.huruf:c", "no:700.2.3.4/5120/ix/2033", "media-sosial=", "kampanye"} <= set(terms)
