"""The check of links, against a local server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pages_server import PagesServer

from . import tautan


@pytest.fixture
def live(tmp_path: Path) -> Iterator[PagesServer]:
    (tmp_path / "situs").mkdir()
    for name in ("ada.html", "pindah.html", "dijaga.html", "rusak.html"):
        (tmp_path / "situs" / name).write_text("isi")
    pages = PagesServer(tmp_path / "situs")
    pages.fail("dijaga.html", 403)
    pages.fail("rusak.html", 500)
    pages.start()
    yield pages
    pages.stop()


def test_the_dead_are_told_from_those_that_refuse_programs(live: PagesServer, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    found = {f"{live.url}{name}": ["docs/x.md:1"] for name in ("ada.html", "dijaga.html", "rusak.html", "hilang.html")}
    told = {address.removeprefix(live.url): wrong for address, wrong in tautan.check(found)}
    assert told == {
        "dijaga.html": "menolak program: dijawab 403",
        "rusak.html": "mati: dijawab 500",
        "hilang.html": "mati: dijawab 404",
    }
    assert waits == [0, 1, 1, 1]


def test_every_address_of_the_book_is_found_with_its_place(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").write_text("Lihat [naskah](https://jdih.contoh.example/a?b=1#c), dan\nhttps://lain.example/x.\n")
    (docs / "s.yml").write_text("- url: https://lain.example/x\n")
    assert tautan.addresses(docs) == {
        "https://jdih.contoh.example/a?b=1#c": ["docs/a.md:1"],
        "https://lain.example/x": ["docs/a.md:2", "docs/s.yml:1"],
    }
