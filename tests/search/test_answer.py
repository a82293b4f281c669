"""What a reader is shown, asked of Whoosh."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.model.bagian import Bagian
from handbook.search.answer import Pilihan, answer, search
from handbook.search.citation import Kelompok
from handbook.search.index import Indeks, build
from handbook.search.postings import impacts
from handbook.search.query import plan
from handbook.search.rules import ATURAN


def section(url: str, **more: object) -> Bagian:
    return replace(Bagian(url, "", "Judul", "", "teks biasa", "panduan"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("boleh like postingan calon", "perbuatan/menyukai-unggahan/"),
        ("pasal 7 uu 88/2031", "peraturan/uu-88-2031/#pasal-7"),
        ("Pasal 11 ayat (2) UU Nomor 88 Tahun 2031", "peraturan/uu-88-2031/#pasal-11"),
        ("SE 700.2.3.4/5120/IX/2033", "wilayah/kota-karangbiru/edaran/se-5120-2033/"),
        ("masa tenang kapan", "panduan/kalender/#masa-tenang"),
        ("netralits", "peraturan/skb-5-2033/"),
        ("p3k", "panduan/pppk/"),
    ],
)
def test_the_first_result(indeks: Indeks, query: str, first: str) -> None:
    assert search(indeks, query).hasil[0].url == first


def test_an_act_comes_before_a_case_before_anything_else_with_the_same_words() -> None:
    kinds = ("tentang", "peraturan", "kasus", "perbuatan")
    indeks = build(section(f"{kind}/", jenis=kind, teks="memotret calon") for kind in kinds)
    assert search(indeks, "boleh memotret calon").hasil[0].jenis == "perbuatan"
    assert search(indeks, "memotret calon").hasil[0].jenis == "perbuatan"


def test_the_rule_itself_comes_first_for_its_number() -> None:
    indeks = build([section("a/", jenis="perbuatan", sitasi=("PP 5/2030",)), section("b/", jenis="peraturan", sitasi=("PP 5/2030",))])
    assert [h.url for h in search(indeks, "pp 5 tahun 2030").hasil] == ["b/", "a/"]


def test_a_revoked_rule_stands_behind_for_its_words_and_before_for_its_number() -> None:
    law = section("lama/", jenis="peraturan", status="dicabut", teks="aparatur desa", sitasi=("UU 5/2030",))
    later = replace(law, url="baru/", status="berlaku", teks="aparatur desa mengabdi", sitasi=("UU 9/2031", "UU 5/2030"))
    indeks = build([law, later])
    assert [h.url for h in search(indeks, "aparatur desa").hasil] == ["baru/", "lama/"]
    assert search(indeks, "uu 5/2030").hasil[0].url == "lama/"


def test_one_telling_word_shows_a_card_only_if_its_page_begins_with_it(indeks: Indeks) -> None:
    lead = next(b for b in indeks.bagian if b.kartu)
    act = replace(lead, url="a/", halaman="Bolehkah memotret calon", alias=(), sitasi=(), teks="Dilarang memotret calon.")
    more = replace(act, anchor="beda", judul="Bedanya dengan melukis", teks="Melukis lain lagi.", kartu=None)
    other = [section(f"{n}/", jenis="perbuatan", teks="calon lain") for n in range(9)]
    built = build([act, more, *other])
    assert search(built, "calon dan memotret").kartu is not None
    assert search(built, "calon dan bedanya").hasil[0].url == "a/#beda"
    assert search(built, "calon dan bedanya").kartu is None


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("memotret dengan drone", True),  # all of it
        ("memotret calon dengan drone di kebun", True),  # a good part, and the subject is named
        ("memotret artis dengan drone di kebun", False),
        ("memotret artis dengan drone", False),
        ("calon di kebun dengan drone", False),  # less than a good part
        ("melukis calon dengan kuas di kebun", False),  # two acts are about as near
    ],
)
def test_a_question_met_in_part_shows_a_card_only_if_it_names_the_subject(indeks: Indeks, query: str, shown: bool) -> None:
    lead = next(b for b in indeks.bagian if b.kartu)
    act = replace(lead, url="a/", halaman="Bolehkah memotret calon", alias=(), sitasi=(), teks="Dilarang memotret calon dengan drone.")
    near = [replace(act, url=f"{n}/", halaman="Bolehkah melukis calon", teks="Melukis dengan kuas.") for n in "bc"]
    built = build([act, *near, *(section(f"{n}/", jenis="perbuatan", teks="calon lain") for n in range(9))])
    assert search(built, query).kartu_url == ("a/" if shown else None)


def test_the_article_comes_before_the_regulation_that_is_named_with_it() -> None:
    law = section("uu/", jenis="peraturan", halaman="UU 8/2030", alias=("uu 8/2030", "uu 8 tahun 2030"), sitasi=("UU 8/2030",))
    articles = [replace(law, anchor=f"pasal-{n}", alias=(), judul=f"Pasal {n}", sitasi=(f"Pasal {n} UU 8/2030",)) for n in (6, 7)]
    indeks = build([law, *articles])
    assert search(indeks, "pasal 7 uu 8/2030").hasil[0].url == "uu/#pasal-7"
    assert search(indeks, "uu 8/2030").hasil[0].url == "uu/"
    assert search(indeks, "pasal 9 uu 8/2030").hasil[0].url == "uu/"


def test_meeting_more_of_the_query_counts() -> None:
    indeks = build([section("a/", teks="foto foto foto foto foto foto"), section("b/", teks="foto calon"), section("c/", teks="lain")])
    assert [h.url for h in search(indeks, "foto calon").hasil] == ["b/", "a/"]


def test_filters_keep_only_what_was_asked_for(indeks: Indeks) -> None:
    assert {h.wilayah for h in search(indeks, "netralitas", wilayah="lembah-rotan").hasil} == {"lembah-rotan"}
    assert {h.jenis for h in search(indeks, "calon", jenis="peraturan").hasil} == {"peraturan"}
    assert all("boleh" in h.putusan for h in search(indeks, "hak pilih", putusan="boleh").hasil)
    assert search(indeks, "netralitas", wilayah="tidak-ada").hasil == ()


def test_a_section_shows_only_a_verdict_of_its_own(indeks: Indeks) -> None:
    shown = [part for page in search(indeks, "simbol jari", limit=20).hasil for part in (page, *page.lagi)]
    assert [part.putusan for part in shown if part.url == "perbuatan/foto-bersama/#simbol-jari"] == [()]


def test_a_preferred_region_comes_first_and_hides_nothing(indeks: Indeks) -> None:
    plain, preferred = search(indeks, "netralitas"), search(indeks, "netralitas", utamakan="lembah-rotan")
    assert plain.hasil[0].wilayah is None
    assert preferred.hasil[0].wilayah == "lembah-rotan"
    assert preferred.jumlah == plain.jumlah


def test_a_page_shows_once_with_at_most_three_more_sections() -> None:
    indeks = build([section("a/", anchor=f"s{n}", teks="kampanye damai") for n in range(9)] + [section("b/", teks="kampanye")])
    found = search(indeks, "kampanye").hasil
    assert [h.url for h in found] == ["a/#s0", "b/"] or [h.url for h in found] == ["b/", "a/#s0"]
    assert sorted(len(h.lagi) for h in found) == [0, 3]


def test_phrases_and_exclusions(indeks: Indeks) -> None:
    assert [h.url for h in search(indeks, '"surat tugas"').hasil] == ["perbuatan/hadir-kampanye/#surat-tugas"]
    assert search(indeks, '"tugas surat"').hasil == ()
    without = {h.url for h in search(indeks, "netralitas -karangbiru").hasil}
    assert without
    assert not any("karangbiru" in url for url in without)


def test_a_phrase_does_not_run_from_one_alias_into_the_next() -> None:
    indeks = build([section("a/", alias=("foto calon", "bupati baru"))])
    assert search(indeks, '"bupati baru"').jumlah == 1
    assert search(indeks, '"calon bupati"').jumlah == 0


def test_no_words_no_results(indeks: Indeks) -> None:
    for query in ("", "  ", "?!", "yang di", "-kampanye"):
        assert search(indeks, query) == replace(search(indeks, query), hasil=(), jumlah=0, kartu=None, koreksi=None)


def test_the_card_shows_for_an_act_and_not_for_words_it_does_not_meet(indeks: Indeks) -> None:
    answer = search(indeks, "boleh gak sih asn ngelike status paslon?")
    assert answer.kartu is not None
    assert answer.kartu.dasar == "PP 41/2032 Pasal 12 huruf c"
    assert answer.kartu_url == "perbuatan/menyukai-unggahan/"
    for query in ("bolehkah asn merokok", "netralitas", "pasal 12", "saya", "kampanye", "masa tenang"):
        assert search(indeks, query).kartu is None, query


def test_a_correction_is_told(indeks: Indeks) -> None:
    koreksi = search(indeks, "Boleh KAMPNAYE gak?").koreksi
    assert koreksi is not None
    assert koreksi.kueri == "boleh kampanye gak?"


def test_json_has_the_fields_of_the_command_line(indeks: Indeks) -> None:
    row = search(indeks, "like", limit=1).hasil[0].as_json()
    assert list(row) == ["rank", "score", "url", "title", "section", "excerpt", "jenis", "wilayah", "putusan"]
    assert (row["rank"], row["putusan"], row["wilayah"]) == (1, ["dilarang"], None)


def test_a_rule_no_longer_in_force_names_its_successor(indeks: Indeks) -> None:
    old = search(indeks, "pp 9/2012").hasil[0]
    assert (old.status, old.pengganti) == ("dicabut", ("PP 41/2032", "peraturan/pp-41-2032/"))


def test_the_order_of_sections_given_does_not_matter_within_kinds(indeks: Indeks) -> None:
    again = build(indeks.bagian, indeks.analis.sinonim)
    assert search(again, "kampanye calon") == search(indeks, "kampanye calon")


def test_an_empty_handbook_answers() -> None:
    assert search(build([]), "apa pun").hasil == ()


WORDS = [
    "kampanye",
    "calon",
    "netralitas",
    "asn",
    "boleh",
    "foto",
    "like",
    "tidak",
    "dinas",
    "mobil",
    "lapor",
    "sanksi",
    "pasal",
    "12",
    "berat",
]
Points = dict[str, list[tuple[int, int]]]


@pytest.fixture(scope="module")
def points(indeks: Indeks) -> Points:
    return impacts(indeks)


def best(points: Points, group: Kelompok) -> dict[int, int]:
    """Of each section, the most points that an alternative of a group gives."""
    given_points = [(section, value * weight) for term, weight in group.pilihan for section, value in points.get(term, ())]
    return dict(sorted(given_points, key=lambda pair: pair[1]))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
def test_whoosh_scores_what_the_exported_points_add_up_to(indeks: Indeks, points: Points, words: list[str]) -> None:
    query = " ".join(words)
    rencana = plan(query, indeks.analis, indeks)
    groups = [best(points, group) for group in rencana.kelompok]
    number = {section.alamat: n for n, section in enumerate(indeks.bagian)}
    for found in search(indeks, query, 99).hasil:
        met = [group[number[found.url]] for group in groups if number[found.url] in group]
        assert found.score == sum(met) * (len(met) + ATURAN.isi["cakupan"]) * ATURAN.isi["faktor"][rencana.niat][found.jenis]


@pytest.mark.parametrize(
    ("query", "url", "whom"),
    [
        ("pppk boleh like postingan calon", "perbuatan/menyukai-unggahan/#jawaban-2", "PPPK"),
        ("honorer like postingan calon", "perbuatan/menyukai-unggahan/#jawaban-selebihnya", "Non-ASN"),
        ("pns like postingan calon", "perbuatan/menyukai-unggahan/", "PNS dan PPPK"),
        ("pns dan pppk like postingan calon", "perbuatan/menyukai-unggahan/", "PNS dan PPPK"),
        ("like postingan calon", "perbuatan/menyukai-unggahan/", "PNS dan PPPK"),
    ],
)
def test_the_card_answers_the_role_that_is_named(indeks: Indeks, query: str, url: str, whom: str) -> None:
    found = search(indeks, query)
    assert found.kartu is not None
    assert (found.kartu_url, found.kartu.siapa, found.kartu.peran) == (url, whom, ())


@pytest.mark.parametrize(
    ("query", "own", "url"),
    [
        ("like postingan calon", "pppk", "perbuatan/menyukai-unggahan/#jawaban-2"),
        ("like postingan calon", "pns", "perbuatan/menyukai-unggahan/"),
        ("honorer like postingan calon", "pppk", "perbuatan/menyukai-unggahan/#jawaban-selebihnya"),
    ],
)
def test_without_a_role_in_the_query_the_readers_own_is_answered(indeks: Indeks, query: str, own: str, url: str) -> None:
    assert answer(indeks, query, 10, Pilihan(peran=own)).kartu_url == url
