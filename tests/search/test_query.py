"""What a reader typed becomes groups of terms."""

import pytest

from handbook.search.index import Indeks
from handbook.search.query import Rencana, plan
from handbook.search.stem import stem


@pytest.fixture
def planned(indeks: Indeks) -> "Planner":
    return Planner(indeks)


class Planner:
    def __init__(self, indeks: Indeks) -> None:
        self.indeks = indeks

    def __call__(self, query: str, *, typing: bool = False) -> Rencana:
        return plan(query, self.indeks.analis, self.indeks, typing=typing)

    def words(self, query: str) -> list[str]:
        return [group.kata for group in self(query).kelompok]


def test_fillers_do_not_count_beside_other_words(planned: Planner) -> None:
    assert planned.words("apakah saya boleh ikut kampanye sih?") == ["boleh", "ikut", "kampanye"]
    assert planned.words("apa saja") == ["apa", "saja"]


def test_a_word_stands_for_itself_its_stem_and_its_concept(planned: Planner) -> None:
    assert dict(planned("medsos").kelompok[0].pilihan).keys() == {"medsos", f"{stem('medsos')}~", "media-sosial="}
    of_two = dict(planned("media sosial").kelompok[0].pilihan)
    assert 0 < of_two["media-sosial="] < of_two["media"]


def test_informal_words_stand_for_formal_ones(planned: Planner) -> None:
    assert {"tidak", "gak"} <= dict(planned("gak boleh").kelompok[0].pilihan).keys()


def test_a_citation_is_one_group(planned: Planner) -> None:
    groups = planned("PP 41 tahun 2032 disiplin").kelompok
    assert [group.kata for group in groups] == ["pp 41 tahun 2032", "disiplin"]
    assert [term for term, _ in groups[0].pilihan][:2] == ["pp:41/2032", "no:41/2032"]


def test_a_repeated_word_is_one_group(planned: Planner) -> None:
    assert planned.words("kampanye Kampanye kampanye") == ["kampanye"]


@pytest.mark.parametrize(
    ("query", "phrases", "excluded", "words"),
    [
        ('"surat tugas" camat', [("surat", "tugas")], [], ["surat", "tugas", "camat"]),
        ("“surat tugas”", [("surat", "tugas")], [], ["surat", "tugas"]),
        ("kampanye -damkar", [], [("damkar",)], ["kampanye"]),
        ('kampanye -"surat tugas" -camat', [], [("surat", "tugas"), ("camat",)], ["kampanye"]),
        ("dukungan - calon non-asn", [], [], ["dukungan", "calon", "non", "asn"]),
        ('"surat tugas', [], [], ["surat", "tugas"]),
        ('"" -"" -yang kampanye', [], [], ["kampanye"]),
    ],
)
def test_quotes_and_minus(
    planned: Planner, query: str, phrases: list[tuple[str, ...]], excluded: list[tuple[str, ...]], words: list[str]
) -> None:
    rencana = planned(query)
    assert list(rencana.frasa) == phrases
    assert list(rencana.tanpa) == excluded
    assert [group.kata for group in rencana.kelompok] == words


def test_an_unknown_word_is_corrected_and_a_known_one_is_not(planned: Planner) -> None:
    rencana = planned("kampnaye calon")
    assert rencana.koreksi == (("kampnaye", "kampanye"),)
    assert dict(rencana.kelompok[0].pilihan)["kampanye"] < dict(planned("kampanye").kelompok[0].pilihan)["kampanye"]
    assert planned("berkampanye").koreksi == ()


def test_the_last_word_may_be_a_beginning_while_typing(planned: Planner) -> None:
    assert "kampanye" in dict(planned("hadir kampa", typing=True).kelompok[1].pilihan)
    assert planned("hadir kampa", typing=True).koreksi == ()
    assert "kampanye" not in dict(planned("kampa ", typing=True).kelompok[0].pilihan) or planned("kampa ", typing=True).koreksi


@pytest.mark.parametrize(
    ("query", "intent"),
    [("boleh like", "boleh"), ("dilarng foto", "boleh"), ("pasal 7 boleh", "sitasi"), ("netralitas", "umum"), ("", "umum")],
)
def test_intent(planned: Planner, query: str, intent: str) -> None:
    assert planned(query).niat == intent
