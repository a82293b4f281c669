"""The browser ranks as Whoosh does, on the real book; what readers ask is answered in the first three, by the right card or none.

``kueri-situs.jsonl`` holds one query a line: ``kueri``, filters, and for the queries that readers were heard to ask
``benar``, the addresses that answer it (judged by reading; a prefix is enough). ``kueri-kartu.jsonl`` is of the same form
and about cards: ``kartu`` is the act whose card answers, or null where any card would answer something else. And who asks an act
by its own words is never given the card of another one, however many words that one claims.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from handbook.cli.susun import sections_of
from handbook.clock import today
from handbook.content.load import load
from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.perbuatan import Perbuatan
from handbook.search.answer import Jawaban, search
from handbook.search.export import export
from handbook.search.index import Indeks, build
from handbook.search.saved import Simpanan
from handbook.site.istilah import sinonim
from tests.pages_server import PagesServer
from tests.site_build import ROOT

Query = dict[str, Any]
Ask = Callable[[str], Jawaban]


def lines(name: str) -> Iterator[Query]:
    yield from map(json.loads, (ROOT / "tests/golden/search" / name).read_text(encoding="utf-8").splitlines())


QUERIES, CARDS = list(lines("kueri-situs.jsonl")), list(lines("kueri-kartu.jsonl"))
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
def handbook() -> Handbook:
    handbook, problems = load(ROOT / "docs", today())
    assert handbook is not None, problems
    return handbook


@pytest.fixture(scope="module")
def indeks(handbook: Handbook) -> Indeks:
    return build(sections_of(handbook, today()), sinonim(handbook))


@pytest.fixture(scope="module")
def ask(indeks: Indeks, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Give the first results of a query, out of the index as it is published: the same as Whoosh's, and soon."""
    folder = tmp_path_factory.mktemp("peringkat")
    for name, data in export(indeks).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    saved = Simpanan(folder)
    return cache(lambda kueri: search(saved, kueri, 3))


def judged(key: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("query", [query for query in QUERIES + CARDS if key in query], ids=lambda query: query["kueri"])


def filters(query: Query) -> dict[str, str]:
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


def test_the_browser_shows_the_cards_that_were_judged(page: Page, server: PagesServer, situs: Path, modul: Callable[[Page], None]) -> None:
    modul(page)
    asked = [query for query in CARDS if "kartu" in query]
    page.goto(server.url)
    shown = page.evaluate(ASK, [server.url, [{"kueri": query["kueri"]} for query in asked]])
    assert [query["kueri"] for query, (*_, card) in zip(asked, shown, strict=True) if act(card) != query["kartu"]] == []


@judged("benar")
def test_what_readers_ask_is_answered_in_the_first_three(ask: Ask, query: Query) -> None:
    first = [more.url for hasil in ask(query["kueri"]).hasil for more in (hasil, *hasil.lagi)]
    assert any(url.startswith(right) for url in first for right in query["benar"]), first


@judged("kartu")
def test_a_card_answers_what_was_asked_or_there_is_none(ask: Ask, query: Query) -> None:
    assert act(ask(query["kueri"]).kartu_url) == query["kartu"]


def captured(ask: Ask, acts: Mapping[str, Entri[Perbuatan]]) -> Iterator[tuple[str, str]]:
    """Give the words of an act that bring the card of another one."""
    for entri in acts.values():
        own = entri.halaman
        yield from ((own.id, text) for text in (own.tanya, own.judul, *own.alias) if act(ask(text).kartu_url) not in (None, entri.url))


def test_no_act_answers_for_another(ask: Ask, handbook: Handbook) -> None:
    acts = handbook.perbuatan
    assert list(captured(ask, acts)) == []
    # Were every act's words another's, many would be: the test sees what it looks for.
    others = dict(zip(acts, [*list(acts.values())[1:], next(iter(acts.values()))], strict=True))
    swapped = {
        id: replace(acts[id], halaman=acts[id].halaman.model_copy(update={"alias": others[id].halaman.alias})) for id in list(acts)[::6]
    }
    assert len(list(captured(ask, swapped))) > 3


def act(card: str | None) -> str | None:
    """The address of the act that a card leads to, without the row of a role."""
    return card and card.partition("#")[0]
