"""Slips of the keyboard, and beginnings of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.search.spelling import completions, distance, nearest

WORDS = [("kampanye", 9), ("kampung", 2), ("netralitas", 30), ("netral", 5), ("netra", 1), ("calon", 40), ("salon", 3)]
LETTERS = st.text("abc", max_size=6)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kampnaye", "kampanye"),
        ("kampanyee", "kampanye"),
        ("kmapanyee", "kampanye"),
        ("netralits", "netralitas"),
        ("netrla", "netral"),
        ("calom", "calon"),
    ],
)
def test_a_slip_leads_to_the_word(typed: str, meant: str) -> None:
    assert nearest(typed, WORDS)[0][0] == meant


@pytest.mark.parametrize("typed", ["cal", "xx", "pns1", "2024", "zzzzzzzz", "kalom"])
def test_short_words_numbers_and_strangers_are_left_alone(typed: str) -> None:
    assert nearest(typed, [("cari", 9), ("pns", 9), ("2023", 9), ("kampanye", 9)]) == []


def test_nearest_then_commonest_then_alphabet() -> None:
    words = [("aabb", 1), ("aaab", 1), ("aacc", 5), ("aaaaa", 9)]
    assert nearest("aaaa", words) == [("aaaaa", 1), ("aaab", 1)]
    assert completions("aa", words) == ["aaaaa", "aacc", "aaab", "aabb"]
    assert completions("aabb", words) == []


def plain(a: str, b: str) -> int:
    """The definition, without shortcuts."""
    if not a or not b:
        return len(a) + len(b)
    ways = [plain(a[:-1], b) + 1, plain(a, b[:-1]) + 1, plain(a[:-1], b[:-1]) + (a[-1] != b[-1])]
    if len(a) > 1 and len(b) > 1 and a[-1] == b[-2] and a[-2] == b[-1]:
        ways.append(plain(a[:-2], b[:-2]) + 1)
    return min(ways)


@given(LETTERS, LETTERS, st.integers(1, 3))
def test_distance_is_the_distance_up_to_its_limit(a: str, b: str, limit: int) -> None:
    assert distance(a, b, limit) == min(plain(a, b), limit + 1)
