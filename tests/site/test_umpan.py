"""Feeds of what changed: read back by another library, stable, plain text, and each with what concerns its readers."""

from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest

from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.model.kabar import Kabar
from handbook.model.perubahan import perubahan
from handbook.site import beda, umpan
from handbook.site.halaman import render
from tests.model.test_perubahan import changed, rows
from tests.payloads import payloads

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
HARI = date(2001, 7, 1)
SITUS = "https://buku.example/"


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(BUKU, HARI)
    assert handbook is not None, problems
    return handbook


def parsed(book: Handbook, jalur: str, situs: str = SITUS) -> Any:
    feed = feedparser.parse(umpan.export(book, situs)[jalur])
    assert (feed.bozo, feed.version) == (False, "atom10")
    return feed


def titles(feed: Any) -> list[str]:
    return [entry.title for entry in feed.entries]


def test_every_feed_has_what_concerns_its_readers_newest_first(buku: Handbook) -> None:
    assert set(umpan.export(buku, SITUS)) == {umpan.SEMUA, "umpan/perbuatan/hadir.atom", "umpan/wilayah/kota-cemara.atom"}
    assert titles(parsed(buku, umpan.SEMUA)) == ["Hadir dilarang", "Kanal baru", "Buku terbit"]
    assert titles(parsed(buku, "umpan/perbuatan/hadir.atom")) == ["Hadir dilarang", "Buku terbit"]
    assert titles(parsed(buku, "umpan/wilayah/kota-cemara.atom")) == ["Kanal baru", "Buku terbit"]


def test_a_feed_says_where_it_is_and_of_which_day(buku: Handbook) -> None:
    feed = parsed(buku, "umpan/perbuatan/hadir.atom").feed
    assert (feed.title, feed.language, feed.author) == ("Netralitas ASN: perubahan Hadir di kampanye", "id", "Netralitas ASN")
    assert [link.href for link in feed.links if link.rel == "self"] == [f"{SITUS}umpan/perbuatan/hadir.atom"]
    assert feed.updated == "2001-06-20T00:00:00+07:00", "the day of its newest change, not that of the build"


def test_an_entry_leads_to_the_change_and_to_its_pages_as_plain_text(buku: Handbook) -> None:
    entry = parsed(buku, umpan.SEMUA).entries[0]
    assert entry.link == f"{SITUS}tentang/perubahan/#hadir-dilarang"
    assert entry.summary.startswith("<p>Dulu boleh &amp; bebas &lt;sekali&gt;. Sekarang dilarang.</p>")
    assert f"<p>Hadir di kampanye: {SITUS}perbuatan/hadir/</p>" in entry.summary


def test_ids_hold_when_the_site_moves(buku: Handbook) -> None:
    here, there = (parsed(buku, umpan.SEMUA, situs) for situs in (SITUS, "https://lain.example/buku/"))
    assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]
    assert here.feed.id == there.feed.id
    assert len({here.feed.id, *(entry.id for entry in here.entries)}) == 4


def test_whatever_an_entry_says_stays_text(buku: Handbook) -> None:
    news = tuple(Kabar(id=f"k-{n}", tanggal=HARI, judul="Kabar", isi=text) for n, text in enumerate(payloads()))
    book = Handbook(buku.entri, buku.tabel.model_copy(update={"kabar": news}))
    raw = umpan.export(book, SITUS)[umpan.SEMUA]
    feed = feedparser.parse(raw, sanitize_html=False)
    assert (feed.bozo, len(feed.entries)) == (False, umpan.TERBANYAK)
    assert all(entry.summary.count("<") == 2 * entry.summary.count("<p>") for entry in feed.entries)


def test_a_book_without_a_record_of_changes_offers_no_feed(buku: Handbook) -> None:
    silent = Handbook(buku.entri, buku.tabel.model_copy(update={"kabar": ()}))
    assert umpan.export(silent, SITUS) == {}
    assert umpan.tautan(silent, buku.perbuatan["hadir"]) == ()


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("perbuatan/hadir.md", ["umpan/perbuatan/hadir.atom"]),
        ("wilayah/kota-cemara/edaran/se-1-2001.md", ["umpan/wilayah/kota-cemara.atom"]),
        ("wilayah/kota-cemara/index.md", ["umpan/wilayah/kota-cemara.atom"]),
        ("peraturan/pp-1-2001.md", []),
    ],
)
def test_a_page_offers_the_feed_of_its_act_or_region_and_that_of_the_book(buku: Handbook, path: str, own: list[str]) -> None:
    entri = next(entri for entri in buku.entri if entri.path == path)
    offered = [feed.jalur for feed in umpan.tautan(buku, entri)]
    assert offered == [*own, umpan.SEMUA]
    assert set(offered) <= set(umpan.export(buku, SITUS))


def test_pages_tell_the_changes_that_name_them(buku: Handbook) -> None:
    act = render(buku, buku.perbuatan["hadir"], HARI)
    assert '20 Juni 2001: <a href="../../tentang/perubahan/#hadir-dilarang">Hadir dilarang</a>. Dulu boleh &amp; bebas' in act
    assert "Buku terbit" not in act
    assert "Hadir dilarang" in render(buku, buku.peraturan["pp-1-2001"], HARI)
    everything = render(buku, buku.tentang["perubahan"], HARI)
    assert everything.index("hadir-dilarang") < everything.index("kanal-baru") < everything.index("terbit")


def test_who_approves_is_told_of_changes_that_no_feed_will_tell(buku: Handbook) -> None:
    first, second = rows(buku)
    baru = changed(buku, putusan=[first | {"nilai": "boleh"}, second])
    changes = perubahan(buku, baru)
    assert "Belum dicatat di docs/_data/kabar.yml: 1\n  hadir" in beda.as_text(buku, baru, changes, HARI)
    news = (*buku.tabel.kabar, Kabar(id="hadir-boleh", tanggal=HARI, judul="Hadir boleh", isi="Kini boleh.", perbuatan=("hadir",)))
    told = Handbook(baru.entri, baru.tabel.model_copy(update={"kabar": news}))
    assert "Belum dicatat" not in beda.as_text(buku, told, changes, HARI)
