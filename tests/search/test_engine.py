"""A Whoosh index holds pickles, which run code: it lives in memory, made by who asks, and no file of it exists."""

import builtins
from typing import NoReturn

import pytest

from handbook.search.answer import search
from handbook.search.engine import Ingatan
from handbook.search.index import Indeks, build


def test_whoosh_neither_reads_nor_writes_a_file(indeks: Indeks, monkeypatch: pytest.MonkeyPatch) -> None:
    search(indeks, "kampanye")  # so that all is imported

    def refuse(*arguments: object, **more: object) -> NoReturn:
        raise AssertionError(arguments)

    monkeypatch.setattr(builtins, "open", refuse)
    again = build(indeks.bagian, indeks.analis.sinonim)
    assert search(again, "kampanye").hasil == search(indeks, "kampanye").hasil
    assert isinstance(again.acuan.mesin.storage, Ingatan)
