"""`handbook terbitan` and `handbook verify`: a copy or a live site that is not what was published is told, file by file."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook import jaringan
from handbook.cli import main
from tests.pages_server import Mode, PagesServer


@pytest.fixture
def situs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AS_OF", "2001-07-01")
    monkeypatch.chdir(tmp_path)
    site = tmp_path / "site"
    for name in ("index.html", "hadir/index.html", "cari/impak 1.bin", "404.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(f"<h1>{name}</h1>" * 9)
    assert main(["terbitan", "site", "--jalan", "7-1"]) == 0
    return site


@pytest.fixture
def live(situs: Path) -> Iterator[PagesServer]:
    pages = PagesServer(situs)
    pages.start()
    yield pages
    pages.stop()


def last_line(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[-1]


def test_the_list_says_day_and_commit_and_each_run_is_told_apart(situs: Path) -> None:
    text = json.loads((situs / "terbitan.json").read_text())
    assert (text["disusun"], text["komit"], len(text["berkas"])) == ("2001-07-01", None, 4)
    assert json.loads((situs / "rilis.json").read_text()) == {"jalan": "7-1"}


def test_a_sound_copy_is_told_sound_and_that_this_proves_little(situs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "site"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[-1] == "4 berkas di daftar: 4 sama, 0 berubah, 0 hilang, 0 tambahan, 0 tak terbaca."
    assert "belum membuktikan keaslian" in out


def test_a_live_site_is_told_sound(live: PagesServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", live.url.rstrip("/")]) == 0
    assert "4 sama" in last_line(capsys)
    assert set(live.requests) == {"terbitan.json", "", "hadir/", "cari/impak 1.bin".replace(" ", "%20"), "404.html"}


@pytest.mark.parametrize(
    ("mode", "told", "code"),
    [
        ("flip", "berubah: hadir/index.html (sidik ", 1),
        ("html", "berubah: hadir/index.html (", 1),
        (404, "hilang: hadir/index.html (dijawab 404)", 1),
        (301, "tak terbaca: hadir/index.html (dijawab 301)", 2),
        (503, "tak terbaca: hadir/index.html (dijawab 503)", 2),
        ("cut", "tak terbaca: hadir/index.html (", 2),
    ],
)
def test_a_changed_file_is_named(mode: Mode, told: str, code: int, live: PagesServer, capsys: pytest.CaptureFixture[str]) -> None:
    live.fail("hadir/", mode)
    assert main(["verify", live.url]) == code
    out = capsys.readouterr().out
    assert told in out
    assert "3 sama" in out.splitlines()[-1]


def test_a_site_forged_with_its_list_is_found_by_ones_own_copy(live: PagesServer, situs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trusted = situs.parent / "milik-saya.json"
    trusted.write_bytes((situs / "terbitan.json").read_bytes())
    (situs / "index.html").write_text("<h1>Boleh semua</h1>")
    main(["terbitan", "site"])
    assert main(["verify", live.url]) == 0
    capsys.readouterr()
    for place in (live.url, "site"):
        assert main(["verify", place, "--manifest", str(trusted)]) == 1
        out = capsys.readouterr().out
        assert "berubah: index.html (" in out
        assert "berubah: terbitan.json (" in out
        assert "belum membuktikan" not in out


def test_a_difference_that_passes_is_forgiven(
    live: PagesServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    waited: list[float] = []

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        live.heal()

    monkeypatch.setattr("time.sleep", sleep)
    live.fail("hadir/", 503)
    live.fail("cari/*", "flip")
    assert main(["verify", live.url, "--tunggu", "660"]) == 0
    assert waited == [660]
    assert "4 sama" in last_line(capsys)


def test_a_file_without_end_is_not_read_to_its_end(live: PagesServer, situs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (situs / "index.html").write_bytes(b"x" * 5_000_000)
    assert main(["verify", live.url]) == 1
    assert "berubah: index.html (" in capsys.readouterr().out
    assert len(jaringan.ambil(live.url, terbesar=10)) == 11


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["terbitan", "tidak-ada"], "bukan folder"),
        (["verify", "tidak-ada"], "bukan folder dan bukan alamat https"),
        (["verify", "ftp://contoh.example/"], "bukan folder dan bukan alamat https"),
        (["verify", "http://127.0.0.1:9/"], "tidak terjangkau"),
        (["verify", "site", "--manifest", "tidak-ada.json"], "tidak-ada.json"),
        (["verify", "site", "--manifest", "site/index.html"], "bukan daftar terbitan yang utuh"),
        (["verify", "https://[x"], "bukan alamat http(s)"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], said: str, situs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


JAHAT = "\x1b[2J\n4 sama"


@pytest.mark.parametrize(
    ("part", "value", "said"),
    [
        ("komit", JAHAT, "bukan 40 angka heksadesimal"),
        ("komit", 7, "bukan 40 angka heksadesimal"),
        ("skema", JAHAT, "tidak dikenal"),
        ("berkas", [[f"a{JAHAT}", 1, "0" * 64]], "bukan «alamat, ukuran, sidik»"),
        ("berkas", [["a\u202eb", 1, "0" * 64]], "bukan «alamat, ukuran, sidik»"),
        ("berkas", [JAHAT], "bukan «alamat, ukuran, sidik»"),
    ],
)
def test_no_list_can_forge_the_report(part: str, value: object, said: str, situs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads((situs / "terbitan.json").read_text()) | {part: value}
    (situs / "terbitan.json").write_text(json.dumps(listed))
    capsys.readouterr()
    assert main(["verify", "site"]) == 2
    told = capsys.readouterr()
    assert (said in told.err, len(told.err.splitlines()), "\x1b" in told.err, told.out) == (True, 1, False, "")


def test_an_address_that_is_none_makes_every_file_unreadable(situs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "https://[x", "--manifest", str(situs / "terbitan.json")]) == 2
    assert last_line(capsys).endswith("0 tambahan, 5 tak terbaca.")


def test_only_web_addresses_are_asked() -> None:
    with pytest.raises(jaringan.Gagal, match="bukan alamat"):
        jaringan.ambil("file:///etc/hostname", terbesar=10)


def test_the_help_says_that_a_list_on_the_site_can_be_forged_with_the_site(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["verify", "--help"])
    assert "dapat memalsukan daftarnya juga" in capsys.readouterr().out
