"""Excerpts: whole words around what was found, marked by places."""

from hypothesis import given
from hypothesis import strategies as st

from handbook.search.analyser import Analis
from handbook.search.excerpt import excerpt, marks
from handbook.search.stem import stem

ANALIS = Analis({"medsos": ["media sosial", "medsos"]})
FILL = "kalimat pengantar yang cukup panjang supaya jendela kutipan harus bergeser ke kanan sekali " * 4


def marked(text: str, *terms: str) -> str:
    cut = excerpt(text, {term: number for number, term in enumerate(terms)}, ANALIS)
    for start, end in reversed(cut.spans):
        cut = type(cut)(f"{cut.teks[:start]}[{cut.teks[start:end]}]{cut.teks[end:]}")
    return cut.teks


def test_a_short_text_is_shown_whole() -> None:
    assert marked("Boleh foto di media sosial.", "foto", "medsos=") == "Boleh [foto] di [media sosial]."
    assert marked("", "foto") == ""


def test_inflected_words_are_marked() -> None:
    assert marked("Ia menyukai dan disukai.", f"{stem('suka')}~") == "Ia [menyukai] dan [disukai]."


def test_the_window_moves_to_where_most_groups_meet() -> None:
    shown = marked(f"Foto. {FILL} foto bersama calon bupati di rumah. {FILL}", "foto", "calon", "bupati")
    assert "[foto] bersama [calon] [bupati]" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 200


def test_marks_say_which_group_they_meet() -> None:
    assert marks("calon foto", {"foto": 0, "calon": 1}, ANALIS) == [(0, 5, 1), (6, 10, 0)]


@given(
    st.lists(st.sampled_from(["foto", "calon", "bupati", "di", "media", "sosial", "x" * 300, "é", "dan/atau", "—"]), max_size=120).map(
        " ".join
    )
)
def test_an_excerpt_is_a_part_of_the_text_and_marks_whole_words(text: str) -> None:
    cut = excerpt(text, {"foto": 0, "calon": 1, "medsos=": 2}, ANALIS)
    assert cut.teks.removeprefix("… ").removesuffix(" …") in text
    assert len(cut.teks) <= 184
    for start, end in cut.spans:
        assert cut.teks[start:end] in ("foto", "calon", "medsos", "media sosial", "media di sosial") or " " in cut.teks[start:end]
    assert list(cut.spans) == sorted(cut.spans)
    assert all(before[1] < after[0] for before, after in zip(cut.spans, cut.spans[1:], strict=False))
