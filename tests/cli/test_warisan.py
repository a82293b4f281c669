"""What a release carries of the former ones: named by content, checked, for long enough; and nothing that fails stops it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handbook.cli import bangun, main
from handbook.cli.warisan import bawa
from handbook.site import warisan
from handbook.site.terbitan import Isi, Terbitan
from tests.pages_server import PagesServer

NOW = datetime(2001, 7, 1, 12, tzinfo=UTC)
SHARD = "cari/impak-{0:010x}-0.bin"


@pytest.fixture
def live(tmp_path: Path) -> Iterator[PagesServer]:
    server = PagesServer(tmp_path / "live")
    server.root.mkdir()
    server.start()
    yield server
    server.stop()


def publish(live: PagesServer, tmp_path: Path, number: int, kini: datetime) -> str:
    """Build and publish release ``number``, which has one shard of its own; give what was told."""
    baru = tmp_path / f"rilis-{number}"
    (baru / "cari").mkdir(parents=True)
    (baru / "index.html").write_text(f"rilis {number}", "utf-8")
    (baru / SHARD.format(number)).write_bytes(bytes([number]))
    told = bawa(baru, live.url, kini)
    assert main(["terbitan", str(baru)]) == 0
    live.root = baru
    return told


def carried(live: PagesServer) -> list[int]:
    return [path.read_bytes()[0] for path in sorted((live.root / "cari").iterdir())]


def test_a_first_release_carries_nothing(live: PagesServer, tmp_path: Path) -> None:
    assert publish(live, tmp_path, 1, NOW).endswith("Ini terbitan pertama?")
    assert carried(live) == [1]


def test_three_former_releases_are_kept_and_all_of_the_last_day(live: PagesServer, tmp_path: Path) -> None:
    for number in range(1, 7):
        publish(live, tmp_path, number, NOW + timedelta(hours=number))
    assert carried(live) == [1, 2, 3, 4, 5, 6], "six releases in one day"
    publish(live, tmp_path, 7, NOW + timedelta(days=3))
    assert carried(live) == [4, 5, 6, 7]
    assert publish(live, tmp_path, 8, NOW + timedelta(days=6)).startswith("3 berkas dari 3 terbitan lama ikut dibawa")
    assert carried(live) == [5, 6, 7, 8]
    assert main(["verify", str(live.root)]) == 0


def test_a_file_that_is_new_again_is_the_new_one(live: PagesServer, tmp_path: Path) -> None:
    publish(live, tmp_path, 1, NOW)
    again = tmp_path / "lagi"
    (again / "cari").mkdir(parents=True)
    (again / SHARD.format(1)).write_bytes(b"new")
    bawa(again, live.url, NOW)
    assert (again / SHARD.format(1)).read_bytes() == b"new"


@pytest.mark.parametrize("mode", ["flip", "cut", 500, "html"])
def test_what_is_not_as_listed_is_left_out(live: PagesServer, tmp_path: Path, mode: int) -> None:
    publish(live, tmp_path, 1, NOW)
    live.fail("cari/*", mode)
    assert publish(live, tmp_path, 2, NOW).endswith("1 tidak terbaca.")
    assert carried(live) == [2]


@pytest.mark.parametrize("mode", ["flip", "cut", 404, 500, "html"])
def test_without_a_list_a_release_goes_out_all_the_same(live: PagesServer, tmp_path: Path, mode: int) -> None:
    publish(live, tmp_path, 1, NOW)
    live.fail("terbitan.json", mode)
    assert publish(live, tmp_path, 2, NOW).startswith("Tanpa berkas terbitan lama: ")
    assert carried(live) == [2]


def test_nobody_there_is_told(tmp_path: Path) -> None:
    assert "tidak terjangkau" in bawa(tmp_path, "http://127.0.0.1:9/", NOW)


def test_only_files_named_by_their_content_are_brought(live: PagesServer, tmp_path: Path) -> None:
    publish(live, tmp_path, 1, NOW)
    for path in ("../keluar.bin", "sw.js", "cari/manifes.json", "assets/javascripts/luring/pekerja.js"):
        assert not warisan.BERSIDIK.fullmatch(path)
    forged = {"skema": 1, "rilis": [{"diganti": NOW.isoformat(), "berkas": [["sw.js", 1, "0" * 64]]}]}
    [rilis] = warisan.baca(json.dumps(forged))
    assert rilis.berkas == {}
    for bad in ("", "[]", '{"skema": 2}', '{"skema": 1, "rilis": [{"diganti": "2001-07-01", "berkas": []}]}'):
        with pytest.raises(ValueError, match=r"bukan|tidak dikenal|tanpa zona"):
            warisan.baca(bad)


def test_a_release_of_a_day_to_come_and_an_answer_of_another_content_are_not_carried() -> None:
    sound, forged = "0" * 64, "1" * 64
    rows = [["cek/jawaban-0000000000000000.json", 1, sound], ["cek/jawaban-2222222222222222.json", 1, forged]]
    listed = {"skema": 1, "rilis": [{"diganti": day, "berkas": rows} for day in ("9999-01-01T00:00:00+00:00", NOW.isoformat())]}
    first, second = read = warisan.baca(json.dumps(listed))
    assert list(first.berkas) == ["cek/jawaban-0000000000000000.json"]
    carried = warisan.warisi(Terbitan(NOW.date(), None, {"cek/jawaban-2222222222222222.json": Isi(1, forged)}), read, NOW)
    assert [(one.diganti, list(one.berkas)) for one in carried] == [(NOW, []), (NOW, list(second.berkas))]


def test_what_pages_of_the_real_site_name_is_named_by_content(situs: Path) -> None:
    files = {path.relative_to(situs).as_posix() for path in situs.rglob("*") if path.is_file()}
    named = {path for path in files if warisan.BERSIDIK.fullmatch(path)}
    assert {path for path in files if path.endswith(".bin")} <= named
    assert [path.split("/")[0] for path in named if path.endswith(".json")] == ["cek"]
    scripts = {path for path in files if path.endswith(".js") and "/luring/" not in path and path != "sw.js"}
    assert scripts
    assert scripts <= named


def test_a_build_carries_when_asked(live: PagesServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(live, tmp_path, 1, NOW)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bangun, "_mkdocs", lambda folder: (folder / "index.html").write_text("baru") and 0)
    assert main(["build", "--lama", live.url]) == 0
    assert (tmp_path / "site" / SHARD.format(1)).read_bytes() == b"\1"
