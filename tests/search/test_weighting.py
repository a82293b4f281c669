"""Points are whole numbers, and alternatives give a section its own points."""

from dataclasses import replace

from whoosh.query import DisjunctionMax, Term

from handbook.model.bagian import Bagian
from handbook.search.index import build
from handbook.search.postings import impacts
from handbook.search.scoring import Impak, Terbaik

PAGE = Bagian("a/", "", "Judul", "", "", "panduan")
INDEKS = build(replace(PAGE, url=f"{n}/", teks=text) for n, text in enumerate(["satu", "dua dua dua dua", "satu dua", "lain"]))


def scores(kind: type) -> dict[int, float]:
    query = kind([Term("teks", "satu", boost=1), Term("teks", "dua", boost=9)])
    with INDEKS.acuan.mesin.searcher(weighting=Impak(INDEKS.banyak)) as searcher:
        return {number: score for score, number in searcher.search(query, limit=None).top_n}


def test_the_best_alternative_counts_where_it_stands() -> None:
    points = {term: dict(row) for term, row in impacts(INDEKS).items()}
    one, two = points["satu"], points["dua"]
    assert scores(Terbaik) == {0: one[0], 1: two[1] * 9, 2: max(one[2], two[2] * 9)}


def test_whoosh_still_mixes_sections() -> None:
    """When this fails, Whoosh is mended and Terbaik can go."""
    assert scores(DisjunctionMax) != scores(Terbaik)


def test_points_are_whole_and_positive() -> None:
    for row in impacts(INDEKS).values():
        assert all(type(points) is int and points >= 1 for _, points in row)


def test_rare_words_and_headings_weigh_more() -> None:
    indeks = build(
        [
            replace(PAGE, url="a/", judul="langka", teks="umum"),
            replace(PAGE, url="b/", teks="langka umum"),
            replace(PAGE, url="c/", teks="umum"),
        ]
    )
    points = {term: dict(row) for term, row in impacts(indeks).items()}
    assert points["langka"][0] > points["langka"][1] > points["umum"][1]
