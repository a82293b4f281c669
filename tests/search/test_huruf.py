"""F15: however its letters are written, a query finds the same: accents apart, invisible characters inside words, full-width letters."""

import json
import unicodedata
from collections.abc import Callable
from itertools import cycle

import pytest

from handbook.search.answer import Pilihan, answer
from handbook.search.index import Indeks
from tests.search.conftest import GOLDEN

KUERI = [query for query, *_ in json.loads((GOLDEN / "kueri.json").read_text("utf-8")) if query.strip()][:50]


def with_invisible(text: str) -> str:
    """Put a sign that nobody sees behind the second letter of every word that has a third: a soft hyphen, then others in turn."""
    signs = cycle("\u00ad\u200b\u200c\u200d\u2060\ufeff")
    return " ".join(f"{word[:2]}{next(signs)}{word[2:]}" if len(word) > 2 and word[:3].isalpha() else word for word in text.split(" "))


VARIANTS: dict[str, Callable[[str], str]] = {
    "accents composed": lambda text: text.replace("e", "é"),
    "accents apart": lambda text: unicodedata.normalize("NFD", text.replace("e", "é")),
    "compatibility forms": lambda text: text.replace("fi", "ﬁ").replace("s", "ſ").replace("1", "①"),
    "invisible characters": with_invisible,
    "full width": lambda text: "".join(chr(ord(one) + 0xFEE0) if one.isascii() and one.isalnum() else one for one in text),
    "no-break space": lambda text: text.replace(" ", "\u00a0"),
}


def test_there_are_fifty_queries_and_each_variant_changes_some() -> None:
    assert len(KUERI) >= 50
    for name, vary in VARIANTS.items():
        assert sum(vary(query) != query for query in KUERI) >= 10, name


def hits(indeks: Indeks, query: str) -> list[tuple[str, int]]:
    return [(hit.url, hit.score) for hit in answer(indeks, query, 10, Pilihan()).hasil]


@pytest.fixture(scope="module")
def plain(indeks: Indeks) -> dict[str, list[tuple[str, int]]]:
    return {query: hits(indeks, query) for query in KUERI}


def test_most_of_the_queries_find_something(plain: dict[str, list[tuple[str, int]]]) -> None:
    assert sum(map(bool, plain.values())) >= 40


@pytest.mark.parametrize("name", VARIANTS)
def test_a_query_in_other_letters_finds_the_same(name: str, indeks: Indeks, plain: dict[str, list[tuple[str, int]]]) -> None:
    assert {query: hits(indeks, VARIANTS[name](query)) for query in KUERI} == plain
