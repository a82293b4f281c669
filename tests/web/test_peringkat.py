"""The browser ranks as Whoosh does, on the real book; and what readers ask is answered in the first three.

``kueri-situs.jsonl`` holds one query a line: ``kueri``, filters, and for the queries that readers were heard to ask
``benar``, the addresses that answer it (judged by reading; a prefix is enough). And who asks an act by its own words is not
given the card of another one that allows more, however many words that one claims.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from handbook.cli.susun import sections_of
from handbook.clock import today
from handbook.content.load import load
from handbook.model.entri import Entri
from handbook.model.nilai import NilaiPutusan
from handbook.model.perbuatan import Perbuatan
from handbook.search.answer import search
from handbook.search.index import Indeks, build
from handbook.search.saved import Simpanan
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


def captured(indeks: Simpanan, acts: Mapping[str, Entri[Perbuatan]]) -> Iterator[tuple[str, str]]:
    """Give the words of an act that bring the card of another one whose verdict is milder."""
    for entri in acts.values():
        act = entri.halaman
        for text in (act.tanya, act.judul, *act.alias):
            found = search(indeks, text, limit=1)
            other = found.kartu is not None and found.kartu_url is not None and not found.kartu_url.startswith(entri.url)
            if found.kartu and other and NilaiPutusan(found.kartu.putusan[0]).keketatan < act.putusan[0].nilai.keketatan:
                yield act.id, text


def test_no_act_answers_for_one_that_is_stricter(situs: Path) -> None:
    handbook, _ = load(ROOT / "docs", today())
    assert handbook is not None
    indeks, acts = Simpanan(situs), handbook.perbuatan
    assert list(captured(indeks, acts)) == []
    # Were every act's words another's, many would be: the test sees what it looks for.
    others = dict(zip(acts, [*list(acts.values())[1:], next(iter(acts.values()))], strict=True))
    swapped = {
        id: replace(acts[id], halaman=acts[id].halaman.model_copy(update={"alias": others[id].halaman.alias})) for id in list(acts)[::6]
    }
    assert len(list(captured(indeks, swapped))) > 3
