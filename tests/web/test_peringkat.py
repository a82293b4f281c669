"""The browser ranks as Whoosh does, on the real book; and what readers ask is answered in the first three.

``kueri-situs.jsonl`` holds one query a line: ``kueri``, filters, and for the queries that readers were heard to ask
``benar``, the addresses that answer it (judged by reading; a prefix is enough).
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from handbook.cli.susun import sections_of
from handbook.clock import today
from handbook.content.load import load
from handbook.search.answer import search
from handbook.search.index import Indeks, build
from handbook.site.istilah import sinonim
from tests.pages_server import PagesServer
from tests.site_build import ROOT

QUERIES: list[dict[str, Any]] = [
    json.loads(line) for line in (ROOT / "tests/golden/search/kueri-situs.jsonl").read_text(encoding="utf-8").splitlines()
]
FILTERS = ("wilayah", "jenis", "putusan")
ASK = """async ([root, queries]) => {
  const { openIndex } = await import(`${root}modul/search/index.js`);
  const { search } = await import(`${root}modul/search/answer.js`);
  const index = await openIndex(root);
  const answers = [];
  for (const { kueri, ...filters } of queries) {
    const { hasil, jumlah, koreksi, kartu_url } = await search(index, kueri, { limit: 10, ...filters });
    answers.push([hasil.map((h) => [h.url, h.score, h.excerpt, h.lagi.map((l) => l.url)]), jumlah, koreksi?.kueri ?? null, kartu_url]);
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def indeks() -> Indeks:
    handbook, problems = load(ROOT / "docs", today())
    assert handbook is not None, problems
    return build(sections_of(handbook, today()), sinonim(handbook))


def filters(query: dict[str, Any]) -> dict[str, str]:
    return {name: query[name] for name in FILTERS if name in query}


def test_the_browser_ranks_as_whoosh_does(
    page: Page, server: PagesServer, situs: Path, indeks: Indeks, modul: Callable[[Page], None]
) -> None:
    modul(page)
    assert len(QUERIES) >= 60
    page.goto(server.url)
    answers = page.evaluate(ASK, [server.url, [{"kueri": query["kueri"], **filters(query)} for query in QUERIES]])
    for query, (found, count, corrected, card) in zip(QUERIES, answers, strict=True):
        expected = search(indeks, query["kueri"], 10, **filters(query))
        assert found == [[h.url, h.score, h.excerpt, [more.url for more in h.lagi]] for h in expected.hasil], query
        assert count == expected.jumlah, query
        assert corrected == (expected.koreksi.kueri if expected.koreksi else None), query
        assert card == expected.kartu_url, query


@pytest.mark.parametrize("query", [query for query in QUERIES if "benar" in query], ids=lambda query: query["kueri"])
def test_what_readers_ask_is_answered_in_the_first_three(indeks: Indeks, query: dict[str, Any]) -> None:
    first = [more.url for hasil in search(indeks, query["kueri"], 3).hasil for more in (hasil, *hasil.lagi)]
    assert any(url.startswith(right) for url in first for right in query["benar"]), first
