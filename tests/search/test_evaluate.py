"""The measuring itself: known answers, known measures."""

import gzip
import json
from pathlib import Path

import pytest

from handbook.search.evaluate.__main__ import report
from handbook.search.evaluate.collection import spread
from handbook.search.evaluate.measures import gain, measure
from handbook.search.evaluate.stems import conflation, inflected
from handbook.search.evaluate.variants import variants

DOCS = [
    {
        "id": "uu-2031-9-p1",
        "law": "uu-2031-9",
        "title": "UU Nomor 9 Tahun 2031 tentang Lembah — Pasal 1",
        "text": "1. Lembah adalah dataran di antara gunung.",
    },
    {
        "id": "uu-2031-9-p2",
        "law": "uu-2031-9",
        "title": "UU Nomor 9 Tahun 2031 tentang Lembah — Pasal 2",
        "text": "Warga menjaga lembah bersama.",
    },
    {
        "id": "uu-2030-1-p1",
        "law": "uu-2030-1",
        "title": "UU Nomor 1 Tahun 2030 tentang Bukit — Pasal 1",
        "text": "Tidak diminta siapa pun.",
    },
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("umum", "hukum"):
        folder = tmp_path / name
        folder.mkdir()
        with gzip.open(folder / "docs.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write("\n".join(map(json.dumps, DOCS)))
        queries = [
            {"id": "q1", "query": "apa itu lembah", "set": f"{name}-tanya"},
            {"id": "q2", "query": "pasal 2 uu 9/2031", "set": f"{name}-sitasi"},
        ]
        (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), "utf-8")
        (folder / "qrels.tsv").write_text("query_id\tdoc_id\tgrade\nq1\tuu-2031-9-p1\t1\nq2\tuu-2031-9-p2\t2\n", "utf-8")
    (tmp_path / "stem").mkdir()
    (tmp_path / "stem" / "gold_dev.tsv").write_text("word\tlemma\nmemilih\tpilih\ndipilih\tpilih\nlembah\tlembah\n", "utf-8")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "indocollex_informal.tsv").write_text("informal\tformal\ttype\napaan\tapa\taffixation\n", "utf-8")
    return tmp_path


def test_the_report_tells_every_set_system_and_change(corpus: Path) -> None:
    lines = list(report(corpus, 0))
    assert "| hukum-sitasi | 2 | 1 | this search | 1.000 | 1.000 | 1.000 | 1.000 |" in lines
    assert "| umum-tanya | 2 | 1 | Whoosh, AND | 0.000 | 0.000 | 0.000 | 0.000 |" in lines  # "apa" and "itu" occur nowhere
    assert any(line.startswith("| hukum-tanya | satu kata salah ketik | ") for line in lines)
    assert "| 2 unlike their root | this search | 1.000 | 1.000 | 1.000 |" in lines


def test_gain_falls_with_the_place_and_grows_with_the_grade() -> None:
    assert gain(["a", "b"], {"a": 1}) == 1.0
    assert 0.6 < gain(["x", "a"], {"a": 1}) < 0.7
    assert gain(["b", "a"], {"a": 2, "b": 1}) < 1.0
    assert gain(["x"] * 10 + ["a"], {"a": 1}) == 0.0


def test_measures_are_means_over_queries() -> None:
    found = measure(
        {"satu": ["a"], "dua": ["x", "y"]}.__getitem__, [("q1", "satu"), ("q2", "dua")], {"q1": {"a": 1}, "q2": {"b": 1, "y": 1}}
    )
    assert (found.mrr, found.recall, found.pertama) == (0.75, 0.75, 0.5)


def test_conflation_counts_pairs() -> None:
    roots = {"memilih": "pilih", "dipilih": "pilih", "lembah": "lembah"}
    assert conflation(roots, lambda word: word[-5:]) == (0.0, 0.0, 0.0)
    assert conflation(roots, lambda word: word[-4:]) == (1.0, 1.0, 1.0)
    assert conflation(roots, lambda word: "x")[0] == pytest.approx(1 / 3)
    assert "lembah" not in inflected(roots)


def test_changes_are_repeatable_and_change(corpus: Path) -> None:
    for name, change in variants(corpus / "lexicon" / "indocollex_informal.tsv").items():
        query = "apa kewajiban warga lembah bersama"
        assert change(query) == change(query) != query, name
        assert change("") == ""


def test_queries_are_taken_evenly() -> None:
    queries = [(str(n), str(n)) for n in range(10)]
    assert [id for id, _ in spread(queries, 5)] == ["0", "2", "4", "6", "8"]
    assert spread(queries, 0) == spread(queries, 20) == queries
