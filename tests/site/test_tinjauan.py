"""The list of what is due: whose, in which order, in three forms."""

import json
from datetime import date
from pathlib import Path
from shutil import copytree

import feedparser
import pytest

from handbook.cli import main
from handbook.content.load import load
from handbook.site import atom, tinjauan
from handbook.site.halaman import render

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
BOOK = ["--docs", str(BUKU), "--as-of", "2001-12-01"]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["review", *arguments, *BOOK]) == 0
    return capsys.readouterr().out


def test_late_pages_come_by_owner_and_then_by_day(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(run(capsys, "--json"))
    owners = [row["pemilik"] for row in rows]
    assert owners == sorted(owners, key=lambda owner: (owner != "nasional", owner))
    assert {"nasional", "kota-cemara"} == set(owners)
    assert {row["terlambat"] for row in rows} == {True}
    assert "kasus/panggung.md" not in {row["berkas"] for row in rows}, "it is due a year after its review"
    first = run(capsys).splitlines()
    assert first[0] == f"nasional: {owners.count('nasional')} halaman"
    assert first[1].startswith("  2001-11-28 lewat tenggat  panduan/kalender.md  (terakhir 2001-06-01)")


def test_an_owner_and_a_reach_narrow_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert {row["pemilik"] for row in json.loads(run(capsys, "--json", "--pemilik", "kota-cemara"))} == {"kota-cemara"}
    assert "kasus/panggung.md" in run(capsys, "--dalam", "200")
    assert main(["review", "--pemilik", "kota-cemar", *BOOK]) == 2
    assert "Yang terdekat: kota-cemara" in capsys.readouterr().err
    assert main(["review", "--docs", str(BUKU), "--as-of", "2001-07-01"]) == 0
    told = "1 naskah dan keterangan resmi: 0 tanpa alamat, 1 tanpa salinan arsip, 1 tanpa sidik."
    assert capsys.readouterr().out == f"Tidak ada yang jatuh tempo dalam 30 hari.\n{told}\n"


def test_a_source_that_is_archived_lacks_nothing(tmp_path: Path) -> None:
    copytree(BUKU, tmp_path / "docs")
    table = tmp_path / "docs/_data/sumber.yml"
    kept = f"  cara_baca: utuh\n  arsip: https://arsip.example/pp-1-2001\n  sidik: {'0123456789abcdef' * 4}\n"
    table.write_text(table.read_text(encoding="utf-8").replace("  cara_baca: utuh\n", kept, 1), encoding="utf-8")
    handbook, problems = load(tmp_path / "docs", date(2001, 7, 1))
    assert handbook is not None, problems
    assert tinjauan.bekal(handbook) == "1 naskah dan keterangan resmi: 0 tanpa alamat, 0 tanpa salinan arsip, 0 tanpa sidik."
    page = render(handbook, handbook.peraturan["pp-1-2001"], date(2001, 7, 1))
    assert '<a href="https://arsip.example/pp-1-2001" rel="noopener noreferrer external">Salinan arsip</a>' in page


def test_another_library_reads_the_feed_which_names_each_due_day_anew(capsys: pytest.CaptureFixture[str]) -> None:
    feed = feedparser.parse(run(capsys, "--atom", "https://contoh.example/buku/"))
    assert not feed.bozo
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 5
    act = next(entry for entry in feed.entries if entry.link == "https://contoh.example/buku/perbuatan/hadir/")
    assert act.id == atom.urn("tinjau/perbuatan/hadir/2001-11-28")
    assert act.updated == feed.feed.updated == "2001-09-29T00:00:00+07:00", "since it is in the feed, not the day of the build"


@pytest.mark.parametrize(("as_of", "late"), [(date(2001, 11, 28), False), (date(2001, 11, 29), True)])
def test_a_page_says_who_reviewed_it_and_that_it_is_late(as_of: date, late: bool) -> None:
    handbook, _ = load(BUKU, as_of)
    assert handbook is not None
    text = render(handbook, handbook.perbuatan["hadir"], as_of)
    assert "Terakhir ditinjau 1 Juni 2001 oleh redaksi. Naskahnya dibaca dari awal sampai akhir." in text
    assert 'data-tinjau-sebelum="2001-11-28"' in text
    assert ("tenggat itu sudah lewat" in text) is late
